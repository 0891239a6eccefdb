import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  MailedLinkDocument,
  SetPasswordByLinkDocument,
  SignInStateDocument,
  type MailedLinkQuery,
} from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { local, type LocalText } from '../../lib/i18n';
import { Door } from '../../components/door/door';
import { PasswordField, Problem, Submit } from '../../components/door/form-parts';
import { SingleSignOnButton } from './single-sign-on-button';
import { useStep } from '../../components/door/use-step';

type Opened = MailedLinkQuery['mailedLink'];

/** Where a link in a letter leads: a new password, or the first one of an invited account. */
export function LinkPage() {
  const { t } = useTranslation('session');
  // behind #, so that it reached no server; taken out of the address, so that it stays in no history
  const [token] = useState(() => window.location.hash.slice(1));
  const [link, setLink] = useState<Opened | null>(null);
  const [provider, setProvider] = useState<LocalText | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
    apollo
      .query({ query: MailedLinkDocument, variables: { token: token || '-' }, fetchPolicy: 'network-only' })
      .then(({ data }) => setLink(data?.mailedLink ?? null), setFailed);
    apollo
      .query({ query: SignInStateDocument, fetchPolicy: 'network-only' })
      .then(({ data }) => setProvider(data?.singleSignOn?.name ?? null), setFailed);
  }, [token]);
  const invited = link?.kind === 'INVITATION';
  const title = t(invited ? 'link.invitation' : 'link.reset');
  return (
    <Door title={title}>
      <div className="sign-in-form">
        <h1>{title}</h1>
        {link ? <PasswordForm token={token} link={link} /> : <Problem error={failed} />}
        {link && invited && provider ? (
          <>
            <p className="sign-in-or">{t('or')}</p>
            <SingleSignOnButton input={{ invitation: token }}>
              {t('link.singleSignOn', { name: local(provider) })}
            </SingleSignOnButton>
          </>
        ) : null}
        {failed ? (
          <p className="sign-in-links">
            <Link to="/forgotten">{t('forgotten.link')}</Link>
            <Link to="/login">{t('forgotten.back')}</Link>
          </p>
        ) : null}
      </div>
    </Door>
  );
}

function PasswordForm({ token, link }: { token: string; link: Opened }) {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const { busy, error, submit } = useStep(async (form) => {
    const input = { token, password: String(form.get('newPassword')) };
    await apollo.mutate({ mutation: SetPasswordByLinkDocument, variables: { input } });
    await navigate('/login?changed=1', { replace: true });
  });
  return (
    <form className="sign-in-inner" onSubmit={submit}>
      <p className="sign-in-help">{t('link.who', { name: link.name, username: link.username })}</p>
      <input type="hidden" name="username" autoComplete="username" value={link.username} readOnly />
      <PasswordField
        id="newPassword"
        label={t('newPassword.label')}
        complete="new-password"
        help={t('newPassword.help', { count: link.passwordLength })}
        error={error}
        autoFocus
      />
      <Problem error={error} />
      <Submit busy={busy}>{t('newPassword.submit')}</Submit>
    </form>
  );
}
