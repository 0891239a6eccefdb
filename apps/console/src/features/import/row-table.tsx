import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { CellEditor, Corrected } from './cell-editor';
import { CellFault, type ImportRow } from './cell-fault';
import { RowState } from './row-state';
import type { Corrections } from './use-correction';

/** The rows as in the file, with what is wrong in the cell where it is wrong. */
export function RowTable(props: {
  rows: readonly ImportRow[];
  batch: ImportSummaryFragment;
  corrections: Corrections;
}) {
  const { rows, batch, corrections } = props;
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
            <Row key={row.row} row={row} columns={columns} corrections={corrections} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Column = ImportSummaryFragment['mapping'][number];

function Row({ row, columns, corrections }: { row: ImportRow; columns: readonly Column[]; corrections: Corrections }) {
  const { t } = useTranslation('import');
  const loose = row.faults.filter((fault) => !columns.some((one) => one.heading === fault.column));
  return (
    <tr>
      <th scope="row" className="row-number">
        {row.row}
      </th>
      {columns.map(({ column, heading }) => {
        const fault = row.faults.find((one) => one.column === heading);
        const cell = row.cells.find((one) => one.column === heading);
        const value = fault?.found ?? cell?.value ?? '';
        const original = cell?.original ?? null;
        const state = fault ? `faulty-${fault.severity.toLowerCase()}` : original !== null ? 'corrected' : undefined;
        return (
          <td key={column} className={state}>
            {fault || original !== null ? (
              <CellEditor
                value={value}
                label={t('correct.label', { heading, row: row.row })}
                busy={corrections.busy}
                onCorrect={(next) => corrections.one(row.row, column, next)}
              />
            ) : (
              <span className="cell-value">{value}</span>
            )}
            {original === null ? null : <Corrected original={original} />}
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
