import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { TeamState } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { daysUntil } from '../../lib/dates';
import { teamSign } from './words';

interface Term {
  readonly state: TeamState;
  readonly endsOn: string;
}

/** How many days of a term are left or over, in words; nothing while no election is due. */
export function useDaysLeft(): (term: Term) => string {
  const { t } = useTranslation('team');
  const { asOf } = useAsOf();
  return ({ state, endsOn }) => {
    const days = daysUntil(endsOn, asOf ?? undefined);
    if (state !== 'OVERDUE' && state !== 'ENDING') return '';
    return days === 0 ? t('endsToday') : days < 0 ? t('over', { days: -days }) : t('left', { days });
  };
}

/** Where the term of a team stands, and how many days are left or over. */
export function TeamTerm({ term }: { term: Term }) {
  const { t } = useTranslation(['team', 'console']);
  const daysLeft = useDaysLeft();
  return (
    <StateWord state={teamSign[term.state]}>
      {[t(`states.${term.state}`), daysLeft(term)].filter(Boolean).join(t('console:comma'))}
    </StateWord>
  );
}
