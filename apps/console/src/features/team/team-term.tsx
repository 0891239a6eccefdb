import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { TeamRowFragment } from '../../generated/graphql';
import { daysUntil } from '../../lib/dates';
import { useAsOf } from '../../lib/as-of';
import { teamSign } from './words';

/** Where the term of a team stands, and how many days are left or over. */
export function TeamTerm({ team }: { team: TeamRowFragment }) {
  const { t } = useTranslation('team');
  const { asOf } = useAsOf();
  const days = daysUntil(team.endsOn, asOf ?? undefined);
  const left =
    team.state === 'OVERDUE' ? t('over', { days: -days }) : team.state === 'ENDING' ? t('left', { days }) : '';
  return (
    <StateWord state={teamSign[team.state]}>
      {t(`states.${team.state}`)} {left}
    </StateWord>
  );
}
