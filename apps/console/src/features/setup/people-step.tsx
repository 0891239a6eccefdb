import { useTranslation } from 'react-i18next';
import { Problem, Submit } from '../../components/door/form-parts';
import { useStep } from '../../components/door/use-step';
import type { SetUpInput, SetUpPersonInput } from '../../generated/graphql';

const PEOPLE = ['systemAdmin', 'securityAdmin', 'auditor', 'staff'] as const;
type Who = (typeof PEOPLE)[number];

/** Three different people, and the first of the staff if there is one. */
export function PeopleStep(props: { setUp(people: Pick<SetUpInput, Who>): Promise<void>; back(): void }) {
  const { t } = useTranslation('setup');
  const { busy, error, submit } = useStep((form) => {
    const person = (who: Who): SetUpPersonInput => {
      const text = (field: string) => String(form.get(`${who}.${field}`)).trim();
      return { name: text('name'), username: text('username'), mail: text('mail') || null };
    };
    const staff = person('staff');
    return props.setUp({
      systemAdmin: person('systemAdmin'),
      securityAdmin: person('securityAdmin'),
      auditor: person('auditor'),
      staff: staff.username ? staff : null,
    });
  });
  return (
    <form className="sign-in-inner" onSubmit={submit}>
      <p className="sign-in-help">{t('help.people')}</p>
      {PEOPLE.map((who) => (
        <fieldset key={who} className="setup-person">
          <legend>{t(`person.${who}`)}</legend>
          <p className="sign-in-help">{t(`duty.${who}`)}</p>
          <div className="setup-pair">
            <div>
              <label htmlFor={`${who}.name`}>{t('field.name')}</label>
              <input id={`${who}.name`} name={`${who}.name`} maxLength={50} required={who !== 'staff'} />
            </div>
            <div>
              <label htmlFor={`${who}.username`}>{t('field.username')}</label>
              <input
                id={`${who}.username`}
                name={`${who}.username`}
                maxLength={64}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                required={who !== 'staff'}
              />
            </div>
          </div>
          <label htmlFor={`${who}.mail`}>{t('field.mail')}</label>
          <input id={`${who}.mail`} name={`${who}.mail`} type="email" maxLength={254} autoComplete="off" />
        </fieldset>
      ))}
      <Problem error={error} />
      <Submit busy={busy}>{t('setUp')}</Submit>
      <p className="sign-in-help">{t('help.once')}</p>
      <p className="sign-in-links">
        <button type="button" className="link-button" onClick={props.back}>
          {t('back')}
        </button>
      </p>
    </form>
  );
}
