import { Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../../components/empty';
import { useNarrow } from '../../lib/narrow';
import '../../components/ledger/ledger.css';

/** All rows of a short list: a table, or lines on a phone. */
export function RowsTable<Row extends { id: string }>(props: {
  rows: readonly Row[];
  columns: readonly TableColumnType<Row>[];
  line(row: Row): ReactNode;
  empty: string;
}) {
  const narrow = useNarrow();
  if (props.rows.length === 0) return <Empty>{props.empty}</Empty>;
  if (narrow)
    return (
      <ul className="ledger-lines">
        {props.rows.map((row) => (
          <li key={row.id}>
            <div className="ledger-line catalogue-line">{props.line(row)}</div>
          </li>
        ))}
      </ul>
    );
  return (
    <Table<Row>
      className="ledger-table"
      size="small"
      rowKey="id"
      columns={[...props.columns]}
      dataSource={[...props.rows]}
      pagination={false}
    />
  );
}
