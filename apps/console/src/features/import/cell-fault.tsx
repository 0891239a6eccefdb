import { StateGlyph, type State } from '../../components/state-glyph';
import type { ImportRowsQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export type ImportRow = NonNullable<ImportRowsQuery['importBatch']>['rows']['nodes'][number];
export type Fault = ImportRow['faults'][number];

const glyphs: Record<Fault['severity'], State> = { FAULT: 'late', FLAG: 'risk', BLOCKED: 'unplanned' };

/** What is wrong in a cell and what to do, with the sign of its severity. */
export function CellFault({ fault }: { fault: Fault }) {
  return (
    <span className={`cell-fault cell-fault-${fault.severity.toLowerCase()}`}>
      <StateGlyph state={glyphs[fault.severity]} /> {local(fault.message)} {local(fault.advice)}
    </span>
  );
}
