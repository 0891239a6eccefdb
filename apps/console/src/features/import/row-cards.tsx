import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { Corrected } from './cell-editor';
import { CellFault, type ImportRow } from './cell-fault';
import { CellField } from './cell-field';
import { RowState } from './row-state';
import type { Corrections } from './use-correction';

/** On a phone: a card per row, with the cells that are wrong or were corrected; rows without are one line. */
export function RowCards(props: {
  rows: readonly ImportRow[];
  batch: ImportSummaryFragment;
  corrections: Corrections;
}) {
  const { t } = useTranslation('import');
  const { rows, batch } = props;
  const naming = batch.mapping.find((one) => one.key === 'name')?.heading;
  const nameOf = (row: ImportRow) => row.cells.find((cell) => cell.column === naming)?.value ?? '';
  return (
    <ul className="row-cards">
      {rows.map((row) => (
        <li key={row.row} className="panel">
          <div className="row-card-head">
            <strong>{nameOf(row)}</strong>
            <span className="quiet nowrap">{t('rowNumber', { row: row.row })}</span>
          </div>
          <Cells {...props} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Cells({
  row,
  batch,
  corrections,
}: {
  row: ImportRow;
  batch: ImportSummaryFragment;
  corrections: Corrections;
}) {
  const { t } = useTranslation('import');
  const columns = batch.mapping.filter((one) => one.field !== null);
  const cells = columns.flatMap(({ column, heading }) => {
    const fault = row.faults.find((one) => one.column === heading);
    const cell = row.cells.find((one) => one.column === heading);
    const original = cell?.original ?? null;
    return fault || original !== null
      ? [{ column, heading, fault, original, value: fault?.found ?? cell?.value ?? '' }]
      : [];
  });
  const loose = row.faults.filter((fault) => !columns.some((one) => one.heading === fault.column));
  return (
    <>
      {cells.map(({ column, heading, fault, original, value }) => (
        <div key={column} className="row-card-body">
          <span className="quiet">{heading}</span>
          <CellField
            // another check, another beginning
            key={`${value} ${fault?.code ?? ''}`}
            value={value}
            label={t('correct.label', { heading, row: row.row })}
            className={fault ? `faulty-${fault.severity.toLowerCase()}` : 'corrected'}
            suggestion={fault?.suggestion}
            busy={corrections.busy}
            onCorrect={(next) => corrections.one(row.row, column, next)}
          />
          {original === null ? null : <Corrected original={original} />}
          {fault ? <CellFault fault={fault} /> : null}
        </div>
      ))}
      {loose.map((fault) => (
        <div key={`${fault.column} ${fault.code}`} className="row-card-body">
          <span className="quiet">{fault.column}</span>
          <CellFault fault={fault} />
        </div>
      ))}
      {row.faults.length === 0 ? (
        <div className="row-card-body">
          <RowState state={row.state} />
        </div>
      ) : null}
    </>
  );
}
