import { useQuery } from '@apollo/client/react';
import { App, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChoiceFilter, FilterRow, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { ActivitiesDocument, type ActivityFilter } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text } from '../../lib/url-state';
import { Title, useActivityColumns } from './activity-columns';
import { ActivityDrawer } from './activity-drawer';
import { ActivityState } from './activity-state';
import { span } from './times';
import { useExportActivities } from './use-export-activities';
import { daysOf, orderOf, ORDERS, whenOf, WHENS } from './when';
import { COLUMNS, KINDS, STATES } from './words';
import './activity.css';

const address = ledgerAddress({
  filters: {
    when: oneOf(WHENS, ''),
    search: text(),
    states: someOf(STATES),
    kinds: someOf(KINDS),
    from: text(),
    to: text(),
  },
  orders: ORDERS,
  columns: COLUMNS,
  shown: ['organization', 'type', 'time', 'present', 'state'],
});

type Narrowing = 'search' | 'states' | 'kinds' | 'from' | 'to';

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && dayjs(value).isValid();
const dayAfter = (day: string): string => dayjs(day).add(1, 'day').format('YYYY-MM-DD');

/** The ledger of activities: what is planned, held, recorded and put off; at first what lies ahead. */
export function ActivitiesPage() {
  const { t } = useTranslation('activity');
  const { message } = App.useApp();
  const { within, scoped } = useScope();
  const navigate = useNavigate();
  const ledger = useLedger(address);
  const [planning, setPlanning] = useState(false);
  const maintains = useMay('activity.maintain');
  const exports = useMay('activity.export');
  const { state } = ledger;
  const when = whenOf(state.when, ledger.filtered > 0);
  // whoever narrows what lies ahead stays with what lies ahead
  const bind = <K extends Narrowing>(name: K) => ({
    value: state[name],
    onChange: (value: (typeof state)[K]) => ledger.set({ when, [name]: value }),
  });
  const [from, to] = [isDay(state.from) ? state.from : null, isDay(state.to) ? state.to : null];
  const filter: ActivityFilter = {
    search: state.search || null,
    states: given(state.states),
    kinds: given(state.kinds),
    // people mean the last day with it
    ...daysOf(when, today(), { from, to: to ? dayAfter(to) : null }),
  };
  const list = { filter, order: orderOf(ledger.order.value, when), within };
  const exporting = useExportActivities({ ...list, columns: ledger.columns.value });
  const { data, previousData, error, loading, refetch } = useQuery(ActivitiesDocument, {
    variables: { ...ledger.page, ...list },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => void refetch());
  const found = (data ?? previousData)?.activities;
  const columns = useActivityColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        exporting={exports ? exporting : null}
        verb={maintains ? { words: t('plan.verb'), begin: () => setPlanning(true) } : null}
      />
      <div className="page-body activities">
        <LedgerViews
          ledger={ledger}
          kind="ACTIVITIES"
          first={{ key: 'ahead', name: t('ledgerView.ahead'), state: '' }}
          shipped={[
            { key: 'past', name: t('ledgerView.past'), state: 'when=PAST' },
            { key: 'all', name: t('ledgerView.all'), state: 'when=ALL' },
            { key: 'waiting', name: t('ledgerView.waiting'), state: 'states=HELD&order=SOONEST' },
            { key: 'putOff', name: t('ledgerView.putOff'), state: 'states=POSTPONED.CANCELLED' },
          ]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter label={t('column.kind')} words={KINDS} word={(kind) => t(`kind.${kind}`)} {...bind('kinds')} />
          <ChoiceFilter
            label={t('column.state')}
            words={STATES}
            word={(each) => t(`state.${each}`)}
            {...bind('states')}
          />
          <DatePicker
            aria-label={t('from')}
            placeholder={t('from')}
            value={from ? dayjs(from) : null}
            onChange={(day) => bind('from').onChange(day?.format('YYYY-MM-DD') ?? '')}
          />
          <DatePicker
            aria-label={t('to')}
            placeholder={t('to')}
            value={to ? dayjs(to) : null}
            onChange={(day) => bind('to').onChange(day?.format('YYYY-MM-DD') ?? '')}
          />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(activity) => activity.title}
          line={(activity) => (
            <div className="activity-line">
              <Title activity={activity} />
              <p className="quiet">{[activity.organization?.name, span(activity)].filter(Boolean).join(' · ')}</p>
              <ActivityState state={activity.state} />
            </div>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {planning ? (
        <ActivityDrawer
          act="plan"
          activity={null}
          close={() => setPlanning(false)}
          done={(words, id) => {
            void message.success(words);
            if (id) void navigate(scoped(`/activities/${id}`));
          }}
        />
      ) : null}
    </>
  );
}
