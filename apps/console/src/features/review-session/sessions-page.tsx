import { useQuery } from '@apollo/client/react';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChoiceFilter, FilterRow, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerTabs } from '../../components/ledger/ledger-tabs';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { ReviewSessionsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text, useUrlState } from '../../lib/url-state';
import { span } from '../activity/times';
import { SessionState, SessionTitle, useSessionColumns } from './session-columns';
import { SessionDrawer } from './session-drawer';
import { COLUMNS, REVIEWERS, SHOWN, TABS, type SessionTab } from './words';
import './review-session.css';

// which part of the ledger is looked at; beside the filters, which narrow it
const part = { tab: oneOf(TABS, 'ahead') };
const address = ledgerAddress({
  filters: { search: text(), bodies: someOf(REVIEWERS) },
  orders: ['SOONEST', 'LATEST'],
  columns: COLUMNS,
});

/** The ledger of sessions: what lies ahead first, the nearest on top. */
export function SessionsPage() {
  const { t } = useTranslation('reviewSession');
  const { message } = App.useApp();
  const { scoped } = useScope();
  const navigate = useNavigate();
  const ledger = useLedger(address);
  const [calling, setCalling] = useState(false);
  const conducts = useMay('session.conduct');
  const [{ tab }] = useUrlState(part);
  // what is over is looked at from the latest backwards; the filters stay
  const look = (next: SessionTab) => {
    const query = new URLSearchParams(ledger.query);
    query.delete('order');
    if (next !== 'ahead') query.set('order', 'LATEST');
    ledger.apply(query.toString(), { tab: next });
  };
  const { search, bodies } = ledger.state;
  const filter = { ...SHOWN[tab], search: search || null, reviewingBodies: given(bodies) };
  const { data, previousData, error, loading, refetch } = useQuery(ReviewSessionsDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('session', () => void refetch());
  const found = (data ?? previousData)?.reviewSessions;
  const columns = useSessionColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        verb={conducts ? { words: t('call.verb'), begin: () => setCalling(true) } : null}
      />
      <div className="page-body review-sessions">
        <LedgerTabs
          label={t('tabs')}
          tabs={TABS}
          shown={tab}
          word={(each) => t(`tab.${each}`)}
          choose={(each) => look(each)}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.body')}
            words={REVIEWERS}
            word={(body) => t(`body.${body}`)}
            {...ledger.bind('bodies')}
          />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(session) => session.title}
          line={(session) => (
            <div className="review-session-line">
              <SessionTitle session={session} />
              <p className="quiet">
                {[span(session), session.place, t('itemCount', { count: session.itemCount })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <SessionState state={session.state} />
            </div>
          )}
          empty={t(`empty.${tab}`)}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {calling ? (
        <SessionDrawer
          act="call"
          session={null}
          close={() => setCalling(false)}
          done={(words, id) => {
            void message.success(words);
            if (id) void navigate(scoped(`/sessions/${id}`));
          }}
        />
      ) : null}
    </>
  );
}
