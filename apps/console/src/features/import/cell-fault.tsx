import { StateGlyph, type State } from '../../components/state-glyph';
import type { ImportRowsQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export type ImportRow = NonNullable<ImportRowsQuery['importBatch']>['rows']['nodes'][number];
export type Fault = ImportRow['faults'][number];

const glyphs: Record<Fault['severity'], State> = { FAULT: 'late', FLAG: 'risk', BLOCKED: 'unplanned' };

/** What is wrong and what to do, as one line; Chinese sentences follow each other without a blank. */
export const wordsOf = ({ message, advice }: Pick<Fault, 'message' | 'advice'>): string =>
  local({ zh: `${message.zh}${advice.zh}`, en: `${message.en} ${advice.en}` });

/** What is wrong in a cell and what to do, with the sign of its severity. */
export function CellFault({ fault }: { fault: Fault }) {
  return (
    <span className={`cell-fault cell-fault-${fault.severity.toLowerCase()}`}>
      <StateGlyph state={glyphs[fault.severity]} /> {wordsOf(fault)}
    </span>
  );
}
