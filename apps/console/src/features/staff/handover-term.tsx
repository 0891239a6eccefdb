import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { HandoverRowFragment } from '../../generated/graphql';
import { daysUntil } from '../../lib/dates';
import { handoverSign } from './words';

/** Where a handover stands, and how many days are left or over. */
export function HandoverTerm({ handover }: { handover: Pick<HandoverRowFragment, 'state' | 'dueOn'> }) {
  const { t } = useTranslation('handover');
  const { state, dueOn } = handover;
  const days = daysUntil(dueOn);
  const left = state === 'OVERDUE' ? t('over', { days: -days }) : state === 'OPEN' ? t('left', { days }) : '';
  return (
    <StateWord state={handoverSign[state]}>
      {t(`states.${state}`)} {left}
    </StateWord>
  );
}
