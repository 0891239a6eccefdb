import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable, type LedgerColumn } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { ScopedLink } from '../../components/scoped-link';
import { ImportBatchesDocument, type ImportBatchesQuery, type ImportState } from '../../generated/graphql';
import { near } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { someOf, text } from '../../lib/url-state';
import { BatchState } from './batch-state';
import { KINDS, useOwnKinds } from './kinds';
import { TemplateButton } from './template-button';
import { UploadPanel } from './upload-panel';
import './import.css';

type Batch = ImportBatchesQuery['importBatches']['nodes'][number];

const STATES: readonly ImportState[] = [
  'READING',
  'MAPPING',
  'CHECKED',
  'WRITING',
  'IMPORTED',
  'DISCARDED',
  'UNDONE',
  'FAILED',
];
const address = ledgerAddress({
  filters: { search: text(), kinds: someOf(KINDS), states: someOf(STATES) },
  orders: ['NEWEST'],
  columns: ['kind', 'state', 'total', 'good', 'held', 'who', 'when'],
});

/** 导入: begin one, and find those that are under way or done. */
export function ImportListPage() {
  const { t } = useTranslation('import');
  const kinds = useOwnKinds();
  const ledger = useLedger(address);
  const { search, states } = ledger.state;
  const { data, previousData, error, loading, refetch } = useQuery(ImportBatchesDocument, {
    variables: {
      ...ledger.page,
      filter: { search: search || null, kinds: given(ledger.state.kinds), states: given(states) },
    },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('import', () => void refetch());
  const found = (data ?? previousData)?.importBatches;
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t('note', { count: found.totalCount }) : null}
        actions={
          kinds.length > 0 ? (
            <>
              {kinds.map((kind) => (
                <TemplateButton key={kind} kind={kind} />
              ))}
            </>
          ) : null
        }
      />
      <div className="page-body import-list">
        {kinds.length > 0 ? <UploadPanel kinds={kinds} /> : null}
        <LedgerViews
          ledger={ledger}
          kind="IMPORTS"
          shipped={[
            { key: 'waiting', name: t('view.waiting'), state: 'states=MAPPING.CHECKED' },
            { key: 'written', name: t('view.written'), state: 'states=IMPORTED' },
          ]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.kind')}
            words={KINDS}
            word={(kind) => t(`kind.${kind}`)}
            {...ledger.bind('kinds')}
          />
          <ChoiceFilter
            label={t('column.state')}
            words={STATES}
            word={(state) => t(`state.${state}`)}
            {...ledger.bind('states')}
          />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading}
          error={error}
          retry={refetch}
          named={(batch) => batch.fileName}
          line={(batch) => <Line batch={batch} />}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
    </>
  );
}

function useColumns(): readonly LedgerColumn<Batch>[] {
  const { t } = useTranslation('import');
  return [
    {
      key: 'file',
      title: t('column.file'),
      rowScope: 'row',
      render: (_, row) => <ScopedLink to={`/import/${row.id}`}>{row.fileName}</ScopedLink>,
    },
    { key: 'kind', title: t('column.kind'), className: 'nowrap', render: (_, row) => t(`kind.${row.kind}`) },
    { key: 'state', title: t('column.state'), render: (_, row) => <BatchState state={row.state} /> },
    { key: 'total', title: t('column.total'), dataIndex: 'total', align: 'right' },
    { key: 'good', title: t('column.good'), dataIndex: 'good', align: 'right' },
    { key: 'held', title: t('column.held'), align: 'right', render: (_, row) => row.faulty + row.blocked },
    { key: 'who', title: t('column.who'), render: (_, row) => row.createdByName ?? t('system') },
    { key: 'when', title: t('column.when'), className: 'nowrap', render: (_, row) => near(row.createdAt) },
  ];
}

function Line({ batch }: { batch: Batch }) {
  const { t } = useTranslation('import');
  const held = batch.faulty + batch.blocked;
  return (
    <>
      <ScopedLink to={`/import/${batch.id}`}>{batch.fileName}</ScopedLink>
      <span className="quiet">{t('counts', { total: batch.total, good: batch.good, held })}</span>
      <span className="quiet">
        <BatchState state={batch.state} /> {batch.createdByName ?? t('system')}
        {t('comma')}
        {near(batch.createdAt)}
      </span>
    </>
  );
}
