import { useMutation } from '@apollo/client/react';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from '../../components/recovery-codes';
import {
  ChangePasswordDocument,
  LinkIdentityDocument,
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
  type OwnAccountPartsFragment,
} from '../../generated/graphql';
import { EnrolForm } from './enrol-form';
import { ProofForm } from './proof-form';

export type Act = 'password' | 'enrol' | 'codes' | 'remove' | 'link';
type Account = OwnAccountPartsFragment;

/** Changes of what opens the account; each asks once more who it is. */
export function ActDrawer({ act, account, close }: { act: Act; account: Account; close(): void }) {
  const { t } = useTranslation('account');
  const title = t(act === 'enrol' && account.secondFactor.since ? 'act.replace' : `act.${act}`);
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={440}
      open
      rootClassName="account-drawer"
      onClose={close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
      destroyOnHidden
    >
      {act === 'password' ? <ChangePassword account={account} close={close} /> : null}
      {act === 'enrol' ? <EnrolForm account={account} close={close} /> : null}
      {act === 'codes' ? <NewCodes account={account} close={close} /> : null}
      {act === 'remove' ? <Remove account={account} close={close} /> : null}
      {act === 'link' ? <LinkAccount account={account} close={close} /> : null}
    </Drawer>
  );
}

interface Own {
  account: Account;
  close(): void;
}

function ChangePassword({ account, close }: Own) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [change, { loading, error }] = useMutation(ChangePasswordDocument);
  return (
    <ProofForm
      account={account}
      ask="password"
      newPassword
      verb={t('password.verb')}
      loading={loading}
      error={error}
      cancel={close}
      submit={async ({ password, newPassword }) => {
        const input = { current: password ?? '', password: newPassword ?? '' };
        if (!(await change({ variables: { input } }).catch(() => null))) return;
        void message.success(t('password.done'));
        close();
      }}
    />
  );
}

function NewCodes({ account, close }: Own) {
  const { t } = useTranslation('account');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [renew, { loading, error }] = useMutation(RenewRecoveryCodesDocument);
  if (codes) return <RecoveryCodes codes={codes} username={account.username} />;
  return (
    <ProofForm
      account={account}
      ask="both"
      help={t('factor.renewHelp')}
      verb={t('factor.renew')}
      loading={loading}
      error={error}
      cancel={close}
      submit={async ({ password, code }) => {
        const answer = await renew({ variables: { input: { password, code } } }).catch(() => null);
        setCodes(answer?.data?.renewRecoveryCodes.recoveryCodes ?? null);
      }}
    />
  );
}

function Remove({ account, close }: Own) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [remove, { loading, error }] = useMutation(RemoveSecondFactorDocument);
  return (
    <ProofForm
      account={account}
      ask="both"
      danger
      help={t('factor.removeHelp')}
      verb={t('factor.remove')}
      loading={loading}
      error={error}
      cancel={close}
      submit={async ({ password, code }) => {
        if (!(await remove({ variables: { input: { password, code } } }).catch(() => null))) return;
        void message.success(t('factor.removed'));
        close();
      }}
    />
  );
}

function LinkAccount({ account, close }: Own) {
  const { t } = useTranslation('account');
  const [link, { loading, error }] = useMutation(LinkIdentityDocument);
  return (
    <ProofForm
      account={account}
      ask="both"
      help={t('identity.why')}
      verb={t('identity.link')}
      loading={loading}
      error={error}
      cancel={close}
      submit={async ({ password, code }) => {
        const answer = await link({ variables: { input: { password, code } } }).catch(() => null);
        if (answer?.data) window.location.assign(answer.data.linkIdentity);
      }}
    />
  );
}
