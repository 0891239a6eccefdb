import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { UnitRowFragment } from '../../generated/graphql';
import { coverageState } from './words';

/** How a unit is covered, in sign and word; one that could have an organization and has none says so. */
export function UnitCoverage({ unit }: { unit: UnitRowFragment }) {
  const { t } = useTranslation(['unit', 'domain']);
  return (
    <span>
      <StateWord state={coverageState[unit.coverage]}>{t(`domain:coverage.${unit.coverage}`)}</StateWord>
      {unit.liaison ? <span className="quiet"> {unit.liaison}</span> : null}
      {unit.qualifiesWithoutOrganization ? (
        <>
          {' '}
          <StateWord state="risk" tint>
            {t('qualifying')}
          </StateWord>
        </>
      ) : null}
    </span>
  );
}
