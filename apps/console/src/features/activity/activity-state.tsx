import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { ActivityState as States } from '../../generated/graphql';
import { SIGNS } from './words';

/** Where an activity stands: sign and word. */
export function ActivityState({ state, tint }: { state: States; tint?: boolean }) {
  const { t } = useTranslation('activity');
  return (
    <StateWord state={SIGNS[state]} tint={tint}>
      {t(`state.${state}`)}
    </StateWord>
  );
}
