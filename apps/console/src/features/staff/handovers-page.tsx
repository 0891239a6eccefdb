import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow } from '../../components/ledger/ledger-filters';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { OrganizationFilter } from '../../components/ledger/organization-filter';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { HandoversDocument, type HandoverRowFragment } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { someOf, text, useUrlState } from '../../lib/url-state';
import { settled, useHandoverColumns } from './handover-columns';
import { HandoverDrawer } from './handover-drawer';
import { HandoverTerm } from './handover-term';
import { HANDOVER_STATES } from './words';
import './staff.css';

const address = ledgerAddress({
  filters: { states: someOf(HANDOVER_STATES), organization: text() },
  // the API knows one order: the latest day first
  orders: ['DUE'],
  columns: ['organization', 'state', 'dueOn', 'from', 'to', 'items'],
});
/** The handover in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { handover: text() };

/** Work that goes from one to another: what is under way, what is late, what is done. */
export function HandoversPage() {
  const { t } = useTranslation(['handover', 'staff', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const ledger = useLedger(address);
  const [{ handover: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const maintains = useMay('staff.maintain');
  const { state } = ledger;
  const { data, previousData, error, loading, refetch } = useQuery(HandoversDocument, {
    variables: {
      ...ledger.page,
      filter: { states: given(state.states), organizationId: state.organization || null },
      within,
    },
  });
  const found = (data ?? previousData)?.handovers;
  const between = ({ from, to }: HandoverRowFragment) =>
    t('between', { from: from?.name ?? t('unseen'), to: to?.name ?? t('unseen') });
  const name = (handover: HandoverRowFragment) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ handover: handover.id })}>
      {between(handover)}
    </button>
  );
  const columns = useHandoverColumns(name);
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        actions={
          maintains ? (
            <Button type="primary" onClick={() => setOpen({ handover: 'new' })}>
              {t('plan.verb')}
            </Button>
          ) : null
        }
      />
      <div className="page-body">
        <FilterRow ledger={ledger} label={t('filters')} columns={columns}>
          <OrganizationFilter all={t('staff:allOrganizations')} {...ledger.bind('organization')} />
          <ChoiceFilter
            label={t('field.state')}
            words={HANDOVER_STATES}
            word={(one) => t(`states.${one}`)}
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
          named={between}
          line={(handover) => (
            <>
              {name(handover)}
              <span className="staff-line">
                {handover.organization?.name}
                <span>{t('settledLong', settled(handover.items))}</span>
              </span>
              <HandoverTerm handover={handover} />
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
        />
      </div>
      {open ? (
        <HandoverDrawer
          key={open}
          id={open}
          close={() => setOpen({ handover: '' })}
          done={(words) => {
            void message.success(words);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}
