import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { CellFault, type ImportRow } from './cell-fault';
import { RowState } from './row-state';

/** On a phone: a card per row, with the cells that are wrong; rows without faults are one line. */
export function RowCards({ rows, batch }: { rows: readonly ImportRow[]; batch: ImportSummaryFragment }) {
  const { t } = useTranslation('import');
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
          {row.faults.length === 0 ? (
            <div className="row-card-body">
              <RowState state={row.state} />
            </div>
          ) : (
            row.faults.map((fault) => (
              <div key={`${fault.column} ${fault.code}`} className="row-card-body">
                <span className="quiet">{fault.column}</span>
                <p className={`row-card-value faulty-${fault.severity.toLowerCase()}`}>{fault.found ?? t('blank')}</p>
                <CellFault fault={fault} />
              </div>
            ))
          )}
        </li>
      ))}
    </ul>
  );
}
