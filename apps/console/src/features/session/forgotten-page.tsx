import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RequestPasswordResetDocument } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { Door } from '../../components/door/door';
import { Problem, Submit } from '../../components/door/form-parts';
import { useStep } from '../../components/door/use-step';

/** Asks for a link by mail. The answer is the same for every name. */
export function ForgottenPage() {
  const { t } = useTranslation('session');
  const [sent, setSent] = useState(false);
  const { busy, error, submit } = useStep(async (form) => {
    const input = { username: String(form.get('username')).trim() };
    await apollo.mutate({ mutation: RequestPasswordResetDocument, variables: { input } });
    setSent(true);
  });
  return (
    <Door title={t('forgotten.title')}>
      <form className="sign-in-form" onSubmit={submit}>
        <h1>{t('forgotten.title')}</h1>
        {sent ? (
          <p className="sign-in-told" role="status">
            {t('forgotten.sent')}
          </p>
        ) : (
          <>
            <p className="sign-in-help">{t('forgotten.how')}</p>
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
            <Problem error={error} />
            <Submit busy={busy}>{t('forgotten.submit')}</Submit>
          </>
        )}
        <p className="sign-in-links">
          <Link to="/login">{t('forgotten.back')}</Link>
        </p>
      </form>
    </Door>
  );
}
