import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Authenticator } from '../../components/authenticator';
import { RecoveryCodes } from '../../components/recovery-codes';
import { FinishEnrolmentDocument, StartEnrolmentDocument } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { Problem, Submit } from '../../components/door/form-parts';
import { useStep } from '../../components/door/use-step';

interface Secret {
  secret: string;
  address: string;
}

/** An administrator sets up an authenticator before the first session opens. */
export default function EnrolmentStep(props: { username: string; enter(): Promise<void>; restart(): void }) {
  const { t } = useTranslation('session');
  const [secret, setSecret] = useState<Secret | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    apollo
      .mutate({ mutation: StartEnrolmentDocument, variables: { input: {} } })
      .then(({ data }) => setSecret(data?.startEnrolment ?? null), setFailed);
  }, []);
  const { busy, error, submit } = useStep(async (form) => {
    const input = { code: String(form.get('code')).trim() };
    const { data } = await apollo.mutate({ mutation: FinishEnrolmentDocument, variables: { input } });
    setCodes(data?.finishEnrolment.recoveryCodes ?? []);
  });
  if (codes)
    return (
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void props.enter();
        }}
      >
        <h1>{t('enrolment.codes')}</h1>
        <RecoveryCodes codes={codes} username={props.username} />
        <label className="sign-in-check">
          <input type="checkbox" required />
          {t('enrolment.kept')}
        </label>
        <Submit busy={false}>{t('enrolment.enter')}</Submit>
      </form>
    );
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('enrolment.title')}</h1>
      <p className="sign-in-help">{t('enrolment.why')}</p>
      {secret ? <Authenticator {...secret} /> : null}
      <label htmlFor="code">{t('secondFactor.code')}</label>
      <input
        id="code"
        name="code"
        className="sign-in-code"
        autoComplete="one-time-code"
        inputMode="numeric"
        minLength={6}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'sign-in-problem' : undefined}
      />
      <Problem error={error ?? failed} />
      <Submit busy={busy}>{t('enrolment.submit')}</Submit>
      <p className="sign-in-links">
        <button type="button" className="link-button" onClick={props.restart}>
          {t('restart')}
        </button>
      </p>
    </form>
  );
}
