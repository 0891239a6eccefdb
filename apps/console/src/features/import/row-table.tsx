import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { CellFault, type ImportRow } from './cell-fault';
import { RowState } from './row-state';

/** The rows as in the file, with what is wrong in the cell where it is wrong. */
export function RowTable({ rows, batch }: { rows: readonly ImportRow[]; batch: ImportSummaryFragment }) {
  const { t } = useTranslation('import');
  const columns = batch.mapping.filter((one) => one.field !== null);
  return (
    <div className="row-table" role="region" aria-label={t('rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="row-number">
              {t('column.row')}
            </th>
            {columns.map((one) => (
              <th scope="col" key={one.column}>
                {one.heading}
              </th>
            ))}
            <th scope="col">{t('column.result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row} row={row} headings={columns.map((one) => one.heading)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, headings }: { row: ImportRow; headings: readonly string[] }) {
  const loose = row.faults.filter((fault) => !headings.includes(fault.column));
  return (
    <tr>
      <th scope="row" className="row-number">
        {row.row}
      </th>
      {headings.map((heading) => {
        const fault = row.faults.find((one) => one.column === heading);
        const value = row.cells.find((cell) => cell.column === heading)?.value ?? '';
        return (
          <td key={heading} className={fault ? `faulty-${fault.severity.toLowerCase()}` : undefined}>
            <span className="cell-value">{fault?.found ?? value}</span>
            {fault ? <CellFault fault={fault} /> : null}
          </td>
        );
      })}
      <td>
        <RowState state={row.state} />
        {loose.map((fault) => (
          <CellFault key={`${fault.column} ${fault.code}`} fault={fault} />
        ))}
      </td>
    </tr>
  );
}
