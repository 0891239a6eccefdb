import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import type { BoardCellFragment, BoardRowFragment } from '../../generated/graphql';
import { BoardCell } from './board-cell';
import type { BoardColumn } from './board-columns';
import type { BoardSpan } from './words';

/** Organizations by the spans of a year, grouped by tier. */
export function BoardGrid(props: {
  rows: readonly BoardRowFragment[];
  columns: readonly BoardColumn[];
  span: BoardSpan;
  chosen: string;
  open(row: BoardRowFragment, cell: BoardCellFragment): void;
}) {
  const { t } = useTranslation(['obligation', 'domain']);
  const { rows, columns, span } = props;
  const current = useRef<HTMLTableCellElement>(null);
  const first = columns[0]?.startsOn;
  // where not all columns fit, today's is what people came for
  useEffect(() => {
    // newer browsers answer a promise, which is no way to clean up
    void current.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [first, span]);
  // what is ahead is not missing yet: a sum with it would not be what the cells add up to
  const over = columns.filter((column) => column.over);
  return (
    <div className="board-frame">
      <table className={`board board-by-${span.toLowerCase()}`}>
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('organization')}</th>
            {columns.map((column) => (
              <th
                key={column.startsOn}
                ref={column.current ? current : undefined}
                scope="col"
                aria-current={column.current ? 'date' : undefined}
              >
                {t(`column.${span}`, { n: column.number, year: column.startsOn.slice(0, 4) })}
              </th>
            ))}
            <th scope="col" className="board-sum">
              {over.length === 0 || span === 'YEAR' ? t('sum') : t(`sumUntil.${span}`, { n: over.length })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Fragment key={row.organizationId}>
              {row.tier !== rows[i - 1]?.tier || i === 0 ? (
                <tr className="board-tier">
                  <th scope="rowgroup" colSpan={columns.length + 2}>
                    <span>{row.tier ? t(`domain:tier.${row.tier}`) : t('noTier')}</span>
                  </th>
                </tr>
              ) : null}
              <tr>
                <th scope="row">
                  <ScopedLink to={`/organizations/${row.organizationId}`}>{row.name}</ScopedLink>
                </th>
                {columns.map((column) => {
                  const cell = row.cells.find(({ startsOn }) => startsOn === column.startsOn);
                  return (
                    <td key={column.startsOn}>
                      <BoardCell
                        cell={cell}
                        label={`${row.name} ${t(`column.${span}`, { n: column.number, year: column.startsOn.slice(0, 4) })}`}
                        chosen={props.chosen === `${row.organizationId} ${column.startsOn}`}
                        open={() => cell && props.open(row, cell)}
                      />
                    </td>
                  );
                })}
                <td className="board-sum">
                  {sumOf(row.cells.filter(({ startsOn }) => over.some((column) => column.startsOn === startsOn)))}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sumOf(cells: readonly BoardCellFragment[]): string {
  const required = cells.reduce((sum, cell) => sum + cell.required, 0);
  return required ? `${cells.reduce((sum, cell) => sum + cell.fulfilled, 0)}/${required}` : '—';
}
