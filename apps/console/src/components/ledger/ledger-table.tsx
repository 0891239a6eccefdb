import { Checkbox, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../lib/narrow';
import { Empty } from '../empty';
import { ErrorView } from '../error-view';
import { Pager, type PageInfo } from '../pager';
import { BatchBar } from './batch-bar';
import type { LedgerParts } from './use-ledger';
import '../panel.css';
import './ledger.css';

/** A column: its key is one of the ledger's columns, the first one's is its own. */
export type LedgerColumn<Row> = TableColumnsType<Row>[number] & { key: string; title: ReactNode };

/** The rows of a ledger with their pager: a table, or lines on a phone. Rows can be chosen when `batch` is given. */
export function LedgerTable<Row extends { id: string }>(props: {
  ledger: LedgerParts;
  /** The first always stands; the others as chosen. */
  columns: readonly LedgerColumn<Row>[];
  found?: { nodes: readonly Row[]; pageInfo: PageInfo; totalCount: number };
  loading: boolean;
  error?: unknown;
  retry(): unknown;
  /** What a row is called, for screen readers. */
  named(row: Row): string;
  /** A row on a phone. */
  line(row: Row): ReactNode;
  empty: ReactNode;
  emptyFiltered: ReactNode;
  /** The row that is open beside the table. */
  chosen?: string;
  /** Verbs for the chosen rows. */
  batch?: ReactNode;
}) {
  const { t } = useTranslation('ledger');
  const narrow = useNarrow();
  const { ledger, columns, found, named } = props;
  const { selection, size } = ledger;
  const [first, ...rest] = columns;
  const standing = [
    ...(first ? [first] : []),
    ...ledger.columns.value.flatMap((key) => rest.filter((column) => column.key === key)),
  ];
  const rows = found?.nodes ?? [];
  const isChosen = (row: Row) => selection.all || selection.ids.includes(row.id);
  const chosenHere = selection.all ? rows.map(({ id }) => id) : [...selection.ids];
  const toggle = (row: Row) =>
    selection.choose(isChosen(row) ? chosenHere.filter((id) => id !== row.id) : [...chosenHere, row.id]);
  return (
    <>
      {props.error ? <ErrorView error={props.error} retry={() => void props.retry()} /> : null}
      {found && rows.length === 0 ? (
        <div className="panel">
          <Empty>{ledger.filtered > 0 ? props.emptyFiltered : props.empty}</Empty>
        </div>
      ) : null}
      {found && rows.length > 0 ? (
        <div className="panel">
          {narrow ? (
            <ul className="ledger-lines">
              {rows.map((row) => (
                <li key={row.id} className={row.id === props.chosen ? 'row-chosen' : undefined}>
                  {props.batch ? (
                    <Checkbox
                      checked={isChosen(row)}
                      onChange={() => toggle(row)}
                      aria-label={t('choose', { name: named(row) })}
                    />
                  ) : null}
                  <div className="ledger-line">{props.line(row)}</div>
                </li>
              ))}
            </ul>
          ) : (
            // scrolls by itself: Ant Design's own way repeats the checkbox of the head where nobody sees it
            <Table<Row>
              className="ledger-table"
              size="small"
              rowKey="id"
              columns={standing}
              dataSource={rows}
              loading={props.loading}
              pagination={false}
              rowClassName={(row) => (row.id === props.chosen ? 'row-chosen' : '')}
              rowSelection={
                props.batch
                  ? {
                      selectedRowKeys: chosenHere,
                      preserveSelectedRowKeys: true,
                      onChange: (keys) => selection.choose(keys.map(String)),
                      getCheckboxProps: (row) => ({ 'aria-label': t('choose', { name: named(row) }) }),
                      getTitleCheckboxProps: () => ({ 'aria-label': t('choosePage') }),
                    }
                  : undefined
              }
            />
          )}
          <Pager info={found.pageInfo} total={found.totalCount} shown={rows.length} size={size.value} sizes={size} />
        </div>
      ) : null}
      {props.batch && found && (selection.all || selection.ids.length > 0) ? (
        <BatchBar selection={selection} total={found.totalCount}>
          {props.batch}
        </BatchBar>
      ) : null}
    </>
  );
}
