import { useQuery } from '@apollo/client/react';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { ImportBatchesDocument, type ImportBatchesQuery } from '../../generated/graphql';
import { near } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { useMay } from '../../lib/session';
import { BatchState } from './batch-state';
import { TemplateButton } from './template-button';
import { UploadPanel } from './upload-panel';
import './import.css';

type Batch = ImportBatchesQuery['importBatches']['nodes'][number];
const PAGE = 20;

/** 导入: begin one, and find those that are under way or done. */
export function ImportListPage() {
  const { t } = useTranslation('import');
  const mayImport = useMay('organization.import');
  const { data, error, refetch, fetchMore } = useQuery(ImportBatchesDocument, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('import', () => void refetch());
  const found = data?.importBatches;
  const more = () =>
    void fetchMore({
      variables: { after: found?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        importBatches: { ...next.importBatches, nodes: [...before.importBatches.nodes, ...next.importBatches.nodes] },
      }),
    });
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t('note', { count: found.totalCount }) : null}
        actions={
          mayImport ? (
            <>
              <TemplateButton />
              <TemplateButton kind="MEMBERS" />
            </>
          ) : null
        }
      />
      <div className="page-body import-list">
        {mayImport ? <UploadPanel /> : null}
        {error && !found ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found ? (
          <Panel title={t('batches')} flush>
            {found.nodes.length === 0 ? <Empty>{t('empty')}</Empty> : <Batches rows={found.nodes} />}
            {found.pageInfo.hasNextPage ? <Button onClick={more}>{t('more')}</Button> : null}
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function Batches({ rows }: { rows: readonly Batch[] }) {
  const { t } = useTranslation('import');
  const narrow = useNarrow();
  const who = (row: Batch) => row.createdByName ?? t('system');
  const counts = (row: Batch) => t('counts', { total: row.total, good: row.good, held: row.faulty + row.blocked });
  if (narrow) {
    return (
      <ul className="batch-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <ScopedLink to={`/import/${row.id}`}>{row.fileName}</ScopedLink>
            <p className="quiet">{counts(row)}</p>
            <p className="quiet">
              <BatchState state={row.state} /> {who(row)}
              {t('comma')}
              {near(row.createdAt)}
            </p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        {
          title: t('column.file'),
          key: 'file',
          render: (_, row) => <ScopedLink to={`/import/${row.id}`}>{row.fileName}</ScopedLink>,
        },
        { title: t('column.state'), key: 'state', render: (_, row) => <BatchState state={row.state} /> },
        { title: t('column.total'), dataIndex: 'total', align: 'right' },
        { title: t('column.good'), dataIndex: 'good', align: 'right' },
        { title: t('column.held'), key: 'held', align: 'right', render: (_, row) => row.faulty + row.blocked },
        { title: t('column.who'), key: 'who', render: (_, row) => who(row) },
        { title: t('column.when'), key: 'when', className: 'nowrap', render: (_, row) => near(row.createdAt) },
      ]}
    />
  );
}
