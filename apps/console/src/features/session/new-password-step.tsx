import { useTranslation } from 'react-i18next';
import { ReplacePasswordDocument } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { PasswordField, Problem, Submit } from '../../components/door/form-parts';
import { useStep } from '../../components/door/use-step';

/** The password is shorter than the account needs by now. */
export function NewPasswordStep(props: { username: string; next(signedIn: boolean): Promise<void>; restart(): void }) {
  const { t } = useTranslation('session');
  const { busy, error, submit } = useStep(async (form) => {
    const input = { password: String(form.get('newPassword')) };
    const { data } = await apollo.mutate({ mutation: ReplacePasswordDocument, variables: { input } });
    await props.next(Boolean(data?.replacePassword));
  });
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <h1>{t('newPassword.title')}</h1>
      <p className="sign-in-help">{t('newPassword.why')}</p>
      <input type="hidden" name="username" autoComplete="username" value={props.username} readOnly />
      <PasswordField
        id="newPassword"
        label={t('newPassword.label')}
        complete="new-password"
        help={t('newPassword.help', { count: 12 })}
        error={error}
        autoFocus
      />
      <Problem error={error} />
      <Submit busy={busy}>{t('newPassword.submit')}</Submit>
      <p className="sign-in-links">
        <button type="button" className="link-button" onClick={props.restart}>
          {t('restart')}
        </button>
      </p>
    </form>
  );
}
