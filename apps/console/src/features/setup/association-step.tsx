import { useTranslation } from 'react-i18next';
import { Submit } from '../../components/door/form-parts';
import type { OrganizationType } from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { Begun } from './setup-page';

/** The types that may stand at the root. */
const TYPES: readonly OrganizationType[] = ['FUNCTIONAL_COMMITTEE', 'COMMITTEE'];

/** The token of the terminal, the association, its root committee. */
export function AssociationStep({ next }: { next(values: Begun): void }) {
  const { t } = useTranslation(['setup', 'domain']);
  return (
    <form
      className="sign-in-inner"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name)).trim();
        next({
          token: text('token'),
          association: text('association'),
          root: {
            type: TYPES.find((type) => type === text('type')) ?? 'COMMITTEE',
            name: text('rootName'),
            code: text('code'),
            foundedOn: text('foundedOn') || null,
            basis: text('basis'),
          },
        });
      }}
    >
      <label htmlFor="token">{t('field.token')}</label>
      <input id="token" name="token" autoComplete="off" autoCapitalize="none" spellCheck={false} required autoFocus />
      <p className="sign-in-help">{t('help.token')}</p>
      <label htmlFor="association">{t('field.association')}</label>
      <input id="association" name="association" minLength={2} maxLength={100} required />
      <label htmlFor="type">{t('field.type')}</label>
      <select id="type" name="type">
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`domain:type.${type}`)}
          </option>
        ))}
      </select>
      <label htmlFor="rootName">{t('field.rootName')}</label>
      <input id="rootName" name="rootName" minLength={2} maxLength={100} required />
      <div className="setup-pair">
        <div>
          <label htmlFor="code">{t('field.code')}</label>
          <input id="code" name="code" maxLength={32} pattern="[A-Za-z0-9]([A-Za-z0-9\-_.\/]*[A-Za-z0-9])?" required />
        </div>
        <div>
          <label htmlFor="foundedOn">{t('field.foundedOn')}</label>
          <input id="foundedOn" name="foundedOn" type="date" max={today()} />
        </div>
      </div>
      <label htmlFor="basis">{t('field.basis')}</label>
      <input id="basis" name="basis" maxLength={500} required />
      <p className="sign-in-help">{t('help.basis')}</p>
      <Submit busy={false}>{t('next')}</Submit>
    </form>
  );
}
