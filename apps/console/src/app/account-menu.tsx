import { useMutation } from '@apollo/client/react';
import { ApiOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../components/disclosure';
import { SignOutDocument } from '../generated/graphql';
import { errorText } from '../lib/errors';
import { local } from '../lib/i18n';
import { forgetChoices } from '../lib/recent-organizations';
import { useSession } from '../lib/session';
import { paths } from './routes';

/** Ends the session on the server, then loads a fresh page, so that nothing read stays in memory. */
export function useSignOut(): () => Promise<void> {
  const { message } = App.useApp();
  const [signOut] = useMutation(SignOutDocument);
  return async () => {
    try {
      await signOut();
      forgetChoices();
      window.location.assign(paths.signIn);
    } catch (error) {
      void message.error(errorText(error));
    }
  };
}

/** What this person is here. */
export function useStanding(): string {
  useTranslation('console');
  const { account } = useSession();
  const [grant] = account.roles;
  return grant ? local(grant.roleName) : account.username;
}

/** The block at the foot of the side bar. */
export function AccountMenu() {
  const { t } = useTranslation('console');
  const { account, permissions } = useSession();
  const standing = useStanding();
  const signOut = useSignOut();
  return (
    <Disclosure
      up
      className="account"
      button={
        <>
          <span className="account-sign" aria-hidden="true">
            {account.name.slice(0, 1)}
          </span>
          <span className="account-words">
            <span>{account.name}</span>
            <span>{standing}</span>
          </span>
        </>
      }
    >
      {(close) => (
        <div className="menu-rows">
          <p>
            {account.username}
            <br />
            {account.roles.map((grant) => local(grant.roleName)).join(t('separator'))}
          </p>
          <Link to={paths.account} onClick={close}>
            <UserOutlined aria-hidden />
            {t('shell.account')}
          </Link>
          {permissions.includes('api.explore') ? (
            <Link to={paths.explorer} onClick={close}>
              <ApiOutlined aria-hidden />
              {t('shell.explorer')}
            </Link>
          ) : null}
          <button type="button" onClick={() => void signOut()}>
            <LogoutOutlined aria-hidden />
            {t('shell.signOut')}
          </button>
        </div>
      )}
    </Disclosure>
  );
}
