import { useQuery } from '@apollo/client/react';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { MattersDocument, type MatterFilter } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text } from '../../lib/url-state';
import { Adoption } from './adoption';
import { Funnel } from './funnel';
import { COLUMNS, MatterTitle, useMatterColumns } from './matter-columns';
import { MatterDrawer } from './matter-drawer';
import { MatterState } from './matter-state';
import { useAmount } from './use-amount';
import { useExportMatters } from './use-export-matters';
import { CATEGORIES, OUTCOMES, STATES } from './words';
import './decision.css';

const address = ledgerAddress({
  filters: {
    search: text(),
    states: someOf(STATES),
    categories: someOf(CATEGORIES),
    outcomes: someOf(OUTCOMES),
    urgent: flag(),
    late: flag(),
  },
  orders: ['LATEST', 'SUBMITTED', 'AMOUNT', 'TITLE'],
  columns: COLUMNS,
  shown: ['organization', 'category', 'amount', 'number', 'submitted', 'state'],
});

/** The ledger of major matters: how many stand at which step, and which they are. */
export function MattersPage() {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const { within, scoped } = useScope();
  const navigate = useNavigate();
  const ledger = useLedger(address);
  const [drafting, setDrafting] = useState(false);
  const proposes = useMay('matter.propose');
  const exports = useMay('matter.export');
  const amount = useAmount();
  const { state } = ledger;
  const filter: MatterFilter = {
    search: state.search || null,
    states: given(state.states),
    categories: given(state.categories),
    outcomes: given(state.outcomes),
    urgent: state.urgent || null,
    late: state.late || null,
  };
  const list = { filter, order: ledger.order.value, within };
  const exporting = useExportMatters({ ...list, columns: ledger.columns.value });
  const { data, previousData, error, loading, refetch } = useQuery(MattersDocument, {
    variables: { ...ledger.page, ...list },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('matter', () => void refetch());
  const found = (data ?? previousData)?.matters;
  const columns = useMatterColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        exporting={exports ? exporting : null}
        verb={proposes ? { words: t('draft.verb'), begin: () => setDrafting(true) } : null}
      />
      <div className="page-body matter-list">
        <Funnel />
        <Adoption />
        <LedgerViews
          ledger={ledger}
          kind="MATTERS"
          shipped={[{ key: 'urgent', name: t('urgentOnly'), state: 'urgent=1' }]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('field.category')}
            words={CATEGORIES}
            word={(each) => t(`category.${each}`)}
            {...ledger.bind('categories')}
          />
          <ChoiceFilter
            label={t('field.state')}
            words={STATES}
            word={(each) => t(`state.${each}`)}
            {...ledger.bind('states')}
          />
          <ChoiceFilter
            label={t('field.outcome')}
            words={OUTCOMES}
            word={(each) => t(`outcome.${each}`)}
            {...ledger.bind('outcomes')}
          />
          <FlagFilter label={t('urgentOnly')} {...ledger.bind('urgent')} />
          <FlagFilter label={t('lateOnly')} {...ledger.bind('late')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(matter) => matter.title}
          line={(matter) => (
            <div className="matter-line">
              <span>
                <MatterTitle matter={matter} />
              </span>
              <p className="quiet">
                {[
                  matter.organization?.name,
                  t(`category.${matter.category}`),
                  matter.amountFen === null ? null : amount(matter.amountFen),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <MatterState state={matter.state} />
            </div>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {drafting ? (
        <MatterDrawer
          act="draft"
          matter={null}
          close={() => setDrafting(false)}
          done={(words, id) => {
            void message.success(words);
            if (id) void navigate(scoped(`/matters/${id}`));
          }}
        />
      ) : null}
    </>
  );
}
