import { useTranslation } from 'react-i18next';
import { StateWord, type State } from '../../components/state-glyph';
import type { ImportRowState } from '../../generated/graphql';

const glyphs: Record<ImportRowState, State> = { GOOD: 'done', FAULTY: 'late', FLAGGED: 'risk', BLOCKED: 'unplanned' };

/** What becomes of a row: 可导入, 要改, 请确认, 受影响. */
export function RowState({ state }: { state: ImportRowState }) {
  const { t } = useTranslation('import');
  return <StateWord state={glyphs[state]}>{t(`row.${state}`)}</StateWord>;
}
