import { useQuery } from '@apollo/client/react';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChoiceFilter, FilterRow, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { DispatchesDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text } from '../../lib/url-state';
import { Deadline, DispatchState, DispatchTitle, useDispatchColumns } from './dispatch-columns';
import { DispatchForm } from './dispatch-form';
import { useExportDispatches } from './use-export-dispatches';
import { COLUMNS, KINDS, SHOWN, TABS } from './words';
import './dispatch.css';

const address = ledgerAddress({
  // which part of the ledger is looked at, beside what narrows it
  filters: { tab: oneOf(TABS, 'waiting'), search: text(), kinds: someOf(KINDS) },
  orders: ['LATEST', 'DEADLINE', 'TITLE'],
  columns: COLUMNS,
  shown: ['kind', 'number', 'organization', 'superior', 'deadline', 'state'],
});

/** The ledger of requests and reports to superiors: what waits for me first. */
export function DispatchesPage() {
  const { t } = useTranslation('dispatch');
  const { message } = App.useApp();
  const { within, scoped } = useScope();
  const navigate = useNavigate();
  const ledger = useLedger(address);
  const [drafting, setDrafting] = useState(false);
  const writes = useMay('dispatch.write');
  const exports = useMay('dispatch.export');
  const { tab, search, kinds } = ledger.state;
  const filter = { ...SHOWN[tab], search: search || null, kinds: given(kinds) };
  const list = { filter, order: ledger.order.value, within };
  const exporting = useExportDispatches({ ...list, columns: ledger.columns.value });
  const { data, previousData, error, loading, refetch } = useQuery(DispatchesDocument, {
    variables: { ...ledger.page, ...list },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('dispatch', () => void refetch());
  const found = (data ?? previousData)?.dispatches;
  const columns = useDispatchColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        exporting={exports ? exporting : null}
        verb={writes ? { words: t('draft.verb'), begin: () => setDrafting(true) } : null}
      />
      <div className="page-body dispatches">
        <LedgerViews
          ledger={ledger}
          kind="DISPATCHES"
          first={{ key: 'waiting', name: t('tab.waiting'), state: '' }}
          shipped={TABS.slice(1).map((each) => ({ key: each, name: t(`tab.${each}`), state: `tab=${each}` }))}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.kind')}
            words={KINDS}
            word={(kind) => t(`kind.${kind}`)}
            {...ledger.bind('kinds')}
          />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(dispatch) => dispatch.title}
          line={(dispatch) => (
            <div className="dispatch-line">
              <DispatchTitle dispatch={dispatch} />
              <p className="quiet">
                {[t(`kind.${dispatch.kind}`), dispatch.number, dispatch.organization?.name].filter(Boolean).join(' · ')}
              </p>
              <p className="dispatch-line-state">
                <DispatchState state={dispatch.state} />
                <Deadline dispatch={dispatch} />
              </p>
            </div>
          )}
          empty={t(`empty.${tab}`)}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {drafting ? (
        <Drawer
          title={t('draft.verb')}
          aria-label={t('draft.verb')}
          size={560}
          open
          onClose={() => setDrafting(false)}
          closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
        >
          <DispatchForm
            dispatch={null}
            cancel={() => setDrafting(false)}
            done={(words, id) => {
              void message.success(words);
              void navigate(scoped(`/dispatches/${id}`));
            }}
          />
        </Drawer>
      ) : null}
    </>
  );
}
