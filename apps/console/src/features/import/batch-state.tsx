import { useTranslation } from 'react-i18next';
import { StateWord, type State } from '../../components/state-glyph';
import type { ImportState } from '../../generated/graphql';

const glyphs: Record<ImportState, State> = {
  READING: 'pending',
  MAPPING: 'planned',
  CHECKED: 'planned',
  WRITING: 'pending',
  IMPORTED: 'done',
  DISCARDED: 'waived',
  UNDONE: 'waived',
  FAILED: 'late',
};

/** Sign and word of a batch's state. */
export function BatchState({ state }: { state: ImportState }) {
  const { t } = useTranslation('import');
  return <StateWord state={glyphs[state]}>{t(`state.${state}`)}</StateWord>;
}
