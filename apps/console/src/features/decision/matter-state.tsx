import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { MatterState as States } from '../../generated/graphql';
import { SIGNS } from './words';

/** Where a matter stands: sign and word. */
export function MatterState({ state, tint }: { state: States; tint?: boolean }) {
  const { t } = useTranslation('decision');
  return (
    <StateWord state={SIGNS[state]} tint={tint}>
      {t(`state.${state}`)}
    </StateWord>
  );
}
