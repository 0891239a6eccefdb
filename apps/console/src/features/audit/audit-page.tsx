import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { FilterRow } from '../../components/ledger/ledger-filters';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import {
  AuditChainDocument,
  AuditEventsDocument,
  ExportAuditEventsDocument,
  type AuditEventFilter,
  type AuditRowFragment,
} from '../../generated/graphql';
import { toTheSecond } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';
import { useScope } from '../../lib/scope';
import { oneOf, text, useUrlState } from '../../lib/url-state';
import { AuditFilters, NarrowedBy } from './audit-filters';
import { useAuditColumns } from './audit-columns';
import { ChainPanel } from './chain-panel';
import { EventDrawer } from './event-drawer';
import { VerifyButton } from './verify-button';
import { KINDS, objectOf } from './words';
import './audit.css';

const address = ledgerAddress({
  filters: {
    kind: oneOf(['', ...KINDS] as const, ''),
    action: text(),
    actor: text(),
    from: text(),
    until: text(),
    subject: text(),
    request: text(),
  },
  orders: ['NEWEST', 'OLDEST'],
  columns: ['at', 'actor', 'organization', 'kind', 'changes', 'reason', 'client', 'operation', 'address'],
  shown: ['at', 'actor', 'organization', 'changes', 'address'],
});
/** The event in the drawer; apart, so that opening one keeps the page. */
const opened = { event: text() };
/** Both: two changes of the address at once would undo each other. */
const narrowed = { ...address.fields, ...opened };

/** The auditor's ledger: who did what to which object, and the proof that nothing of it was changed since. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { language } = usePreferences();
  const { within } = useScope();
  const ledger = useLedger(address);
  const [{ event: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const [, narrow] = useUrlState(narrowed);
  const { kind, action, actor, from, until, subject, request } = ledger.state;
  const filter: AuditEventFilter = {
    kind: kind || null,
    action: action || null,
    actorId: actor || null,
    subjectId: subject || null,
    requestId: request || null,
    from: from || null,
    until: until || null,
    within,
  };
  const order = ledger.order.value;
  const { data, previousData, error, loading, refetch } = useQuery(AuditEventsDocument, {
    variables: { ...ledger.page, filter, order },
    fetchPolicy: 'cache-and-network',
  });
  const chain = useQuery(AuditChainDocument, { fetchPolicy: 'cache-and-network' });
  const [startExport] = useMutation(ExportAuditEventsDocument);
  const name = (event: AuditRowFragment) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ event: event.id })}>
      {local(event.actionName)}
      <span>{objectOf(event)}</span>
    </button>
  );
  const columns = useAuditColumns(name);
  const state = chain.data?.auditChain;
  return (
    <>
      <PageHead
        title={t('title')}
        note={state ? t('count', { count: state.sealedEvents + state.unsealedEvents }) : undefined}
        actions={
          <>
            <ExportJob
              begin={async () => {
                const { data } = await startExport({ variables: { input: { filter, order, locale: language } } });
                return data?.exportAuditEvents.id ?? null;
              }}
            />
            <VerifyButton
              done={() => {
                void chain.refetch();
                void refetch();
              }}
            />
          </>
        }
      />
      <div className="page-body">
        {state ? <ChainPanel chain={state} onEvent={(event) => setOpen({ event })} /> : null}
        <LedgerViews
          ledger={ledger}
          kind="AUDIT"
          shipped={[
            { key: 'personal', name: t('view.personal'), state: 'kind=PERSONAL_READ' },
            { key: 'exports', name: t('view.exports'), state: 'kind=EXPORT' },
            { key: 'refused', name: t('view.refused'), state: 'action=signInRefused' },
          ]}
        />
        <FilterRow ledger={ledger} label={t('filters')} order={(value) => t(`order.${value}`)} columns={columns}>
          <AuditFilters ledger={ledger} />
        </FilterRow>
        <NarrowedBy ledger={ledger} />
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={(data ?? previousData)?.auditEvents}
          loading={loading && !data}
          error={error}
          retry={refetch}
          named={(event) => `${local(event.actionName)} ${toTheSecond(event.at)}`}
          line={(event) => (
            <>
              {name(event)}
              <span className="quiet">
                {toTheSecond(event.at)} {event.actor?.name ?? t('system')}
              </span>
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
        />
      </div>
      {open ? (
        <EventDrawer
          key={open}
          id={open}
          close={() => setOpen({ event: '' })}
          show={(event) => setOpen({ event })}
          narrow={(change) => narrow({ ...nothing, ...change })}
        />
      ) : null}
    </>
  );
}

/** One question at a time: the history of an object is not that of one kind in one month. */
const nothing = { kind: '', action: '', actor: '', from: '', until: '', subject: '', request: '', event: '' } as const;
