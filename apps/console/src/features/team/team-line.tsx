import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { AlarmTold, ElectButton } from './team-alarm';
import { namesOf, termOf } from './team-columns';
import { TeamTerm } from './team-term';
import type { LeadershipRow } from './use-leadership';

/** A row of the ledger on a phone. */
export function TeamLine({ row, elect }: { row: LeadershipRow; elect: ((row: LeadershipRow) => void) | null }) {
  const { t } = useTranslation('team');
  const { organization, team, alarm } = row;
  const term = termOf(row);
  return (
    <div className="team-line">
      <div>
        {organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null}
        {term ? <TeamTerm term={term} /> : null}
        <span className="quiet">
          {team
            ? t('line', {
                secretary: namesOf(row, 'SECRETARY')[0] ?? t('none'),
                seats: team.seats,
                vacancies: team.vacancies,
              })
            : t('unregistered')}
        </span>
        {alarm ? <AlarmTold alarm={alarm} /> : null}
      </div>
      {alarm && elect ? <ElectButton row={row} elect={elect} /> : null}
    </div>
  );
}
