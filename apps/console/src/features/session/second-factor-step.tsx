import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProveSecondFactorDocument } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { Problem, Submit } from '../../components/door/form-parts';
import { useStep } from '../../components/door/use-step';

/** The second step: a code of the authenticator, or a recovery code. */
export function SecondFactorStep(props: { username: string; next(signedIn: boolean): Promise<void>; restart(): void }) {
  const { t } = useTranslation('session');
  const [recovery, setRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, submit } = useStep(
    async (form) => {
      const input = { code: String(form.get('code')).trim() };
      const { data } = await apollo.mutate({ mutation: ProveSecondFactorDocument, variables: { input } });
      await props.next(Boolean(data?.proveSecondFactor));
    },
    () => {
      field.current?.select();
      field.current?.focus();
    },
  );
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('secondFactor.title')}</h1>
      <p className="sign-in-help">{t('secondFactor.who', { username: props.username })}</p>
      <label htmlFor="code">{t(recovery ? 'secondFactor.recoveryCode' : 'secondFactor.code')}</label>
      <input
        key={recovery ? 'recovery' : 'code'}
        id="code"
        name="code"
        ref={field}
        className="sign-in-code"
        autoComplete={recovery ? 'off' : 'one-time-code'}
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        minLength={6}
        autoFocus
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'sign-in-problem' : 'code-help'}
      />
      <p id="code-help" className="sign-in-help">
        {t(recovery ? 'secondFactor.recoveryHelp' : 'secondFactor.help')}
      </p>
      <Problem error={error} />
      <Submit busy={busy}>{t('secondFactor.submit')}</Submit>
      <p className="sign-in-links">
        <button type="button" className="link-button" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? 'secondFactor.useCode' : 'secondFactor.useRecovery')}
        </button>
        <button type="button" className="link-button" onClick={props.restart}>
          {t('restart')}
        </button>
      </p>
    </form>
  );
}
