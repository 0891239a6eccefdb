import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { SignInDocument, type SignInStateQuery } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { local } from '../../lib/i18n';
import { PasswordField, Problem, Submit } from '../../components/door/form-parts';
import { inside } from './inside';
import { SingleSignOnButton } from './single-sign-on-button';
import { useStep } from '../../components/door/use-step';

/** Why single sign-on came back without a session; other words of the address count as the general one. */
const REFUSALS = [
  'SINGLE_SIGN_ON_NOT_LINKED',
  'SINGLE_SIGN_ON_OVER',
  'SINGLE_SIGN_ON_UNAVAILABLE',
  'SINGLE_SIGN_ON_LINKED',
  'ACCOUNT_DISABLED',
  'LINK_OVER',
] as const;

/** The first step: user name and password, or the provider of single sign-on. */
export function PasswordStep({
  state,
  next,
}: {
  state: SignInStateQuery | null;
  next(signedIn: boolean): Promise<void>;
}) {
  const { t } = useTranslation('session');
  const [search] = useSearchParams();
  const password = useRef<HTMLInputElement>(null);
  const { busy, error, submit } = useStep(
    async (form) => {
      const input = { username: String(form.get('username')).trim(), password: String(form.get('password')) };
      const { data } = await apollo.mutate({ mutation: SignInDocument, variables: { input } });
      await next(Boolean(data?.signIn));
    },
    () => {
      password.current?.select();
      password.current?.focus();
    },
  );
  const refused = search.get('refused');
  return (
    <form className="sign-in-form" onSubmit={submit} aria-describedby="sign-in-notice">
      <h1>{t('title')}</h1>
      {error ? null : search.has('expired') ? (
        <p className="sign-in-told" role="status">
          {t('expired')}
        </p>
      ) : search.has('changed') ? (
        <p className="sign-in-told" role="status">
          {t('changed')}
        </p>
      ) : refused ? (
        <p className="sign-in-problem" role="alert">
          {t(`refused.${REFUSALS.find((one) => one === refused) ?? 'SINGLE_SIGN_ON_REFUSED'}`)}
        </p>
      ) : null}
      <label htmlFor="username">{t('username')}</label>
      <input
        id="username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <PasswordField id="password" label={t('password')} complete="current-password" field={password} error={error} />
      <Problem error={error} />
      <p className="sign-in-links">
        <Link to="/forgotten">{t('forgotten.link')}</Link>
      </p>
      <Submit busy={busy}>{t('submit')}</Submit>
      {state?.singleSignOn ? (
        <SingleSignOn name={local(state.singleSignOn.name)} to={inside(search.get('to'))} />
      ) : null}
    </form>
  );
}

function SingleSignOn({ name, to }: { name: string; to: string }) {
  const { t } = useTranslation('session');
  return (
    <>
      <p className="sign-in-or">{t('or')}</p>
      <SingleSignOnButton input={{ returnTo: to }}>{t('singleSignOn', { name })}</SingleSignOnButton>
    </>
  );
}
