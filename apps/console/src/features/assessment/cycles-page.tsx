import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerTabs } from '../../components/ledger/ledger-tabs';
import { ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { AssessmentCyclesDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, oneOf, text } from '../../lib/url-state';
import { CycleState, CycleTitle, Period, ProgressWords, StageDue, useCycleColumns } from './cycle-columns';
import { COLUMNS, SHOWN, TABS } from './cycle-words';
import { AskedOfYou } from './own-assessments';
import './cycle.css';

const address = ledgerAddress({
  filters: { tab: oneOf(TABS, 'running'), search: text(), late: flag() },
  orders: ['LATEST', 'TITLE'],
  columns: COLUMNS,
  shown: ['scheme', 'period', 'stage', 'dueOn', 'progress'],
});

/** What assessments ask of one's own organizations, then the ledger of cycles. */
export function CyclesPage() {
  const { t } = useTranslation('cycle');
  const { within, scoped } = useScope();
  const navigate = useNavigate();
  const ledger = useLedger(address);
  const conducts = useMay('assessment.conduct');
  const { tab, search, late } = ledger.state;
  const filter = { ...SHOWN[tab], search: search || null, late: late || null };
  const { data, previousData, error, loading, refetch } = useQuery(AssessmentCyclesDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value, within },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', () => void refetch());
  const found = (data ?? previousData)?.assessmentCycles;
  const columns = useCycleColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        verb={
          conducts ? { words: t('open.verb'), begin: () => void navigate(scoped(`${paths.assessments}/new`)) } : null
        }
      />
      <div className="page-body cycles">
        <AskedOfYou />
        <LedgerTabs
          label={t('tabs')}
          tabs={TABS}
          shown={tab}
          word={(each) => t(`tab.${each}`)}
          choose={(each) => ledger.set({ tab: each })}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <FlagFilter label={t('lateOnly')} {...ledger.bind('late')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(cycle) => cycle.title}
          line={(cycle) => (
            <div className="cycle-line">
              <CycleTitle cycle={cycle} />
              <p className="quiet">
                <Period of={cycle} />
              </p>
              <p className="cycle-line-state">
                <CycleState cycle={cycle} />
                <StageDue cycle={cycle} />
              </p>
              <p className="quiet">
                <ProgressWords cycle={cycle} />
              </p>
            </div>
          )}
          empty={t(conducts ? `empty.${tab}` : 'empty.reader')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
    </>
  );
}
