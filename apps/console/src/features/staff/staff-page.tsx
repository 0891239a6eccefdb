import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { OrganizationFilter } from '../../components/ledger/organization-filter';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import {
  StaffDocument,
  StaffFiguresDocument,
  type StaffFiguresQuery,
  type StaffFilter,
  type StaffRowFragment,
} from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text, useUrlState } from '../../lib/url-state';
import { useStaffColumns } from './staff-columns';
import { StaffDrawer } from './staff-drawer';
import { StaffState } from './staff-state';
import { TIMES } from './words';
import './staff.css';

const address = ledgerAddress({
  filters: { search: text(), times: someOf(TIMES), missing: flag(), ended: flag(), organization: text() },
  orders: ['NAME', 'NEWEST'],
  columns: ['organization', 'position', 'time', 'state', 'since', 'until', 'phone', 'member', 'basis'],
  shown: ['organization', 'position', 'time', 'state', 'since', 'phone'],
});
/** The assignment in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { staff: text() };

/** The ledger of party-affairs staff: who does the work where, and whose work was handed over to nobody. */
export function StaffPage() {
  const { t } = useTranslation(['staff', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const ledger = useLedger(address);
  const [{ staff: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const maintains = useMay('staff.maintain');
  const { state } = ledger;
  const filter: StaffFilter = {
    search: state.search || null,
    times: given(state.times),
    organizationId: state.organization || null,
    handoverMissing: state.missing || null,
    // only those who left can have handed over nothing
    includeEnded: state.ended || state.missing,
  };
  const { data, previousData, error, loading, refetch } = useQuery(StaffDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value, within, asOf },
  });
  const figured = useQuery(StaffFiguresDocument, { variables: { within, asOf } });
  const figures = (figured.data ?? figured.previousData)?.staffFigures;
  const name = (staff: StaffRowFragment) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ staff: staff.id })}>
      {staff.name}
    </button>
  );
  const columns = useStaffColumns(name);
  return (
    <>
      <PageHead
        title={t('title')}
        note={figures ? t('note', figures) : undefined}
        actions={
          maintains && !asOf ? (
            <Button type="primary" onClick={() => setOpen({ staff: 'new' })}>
              {t('assign.verb')}
            </Button>
          ) : null
        }
      />
      <div className="page-body staff">
        {figures ? <StaffFigures figures={figures} /> : null}
        <LedgerViews
          ledger={ledger}
          kind="STAFF"
          shipped={[
            ...TIMES.map((time) => ({ key: time, name: t(`time.${time}`), state: `times=${time}` })),
            { key: 'missing', name: t('state.missing'), state: 'missing=1' },
          ]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <OrganizationFilter all={t('allOrganizations')} {...ledger.bind('organization')} />
          <ChoiceFilter
            label={t('field.time')}
            words={TIMES}
            word={(time) => t(`time.${time}`)}
            {...ledger.bind('times')}
          />
          <FlagFilter label={t('state.missing')} {...ledger.bind('missing')} />
          <FlagFilter label={t('withEnded')} {...ledger.bind('ended')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={(data ?? previousData)?.staff}
          loading={loading}
          error={error}
          retry={refetch}
          named={(staff) => staff.name}
          line={(staff) => (
            <>
              {name(staff)}
              <span className="staff-line">
                {staff.organization?.name}
                <span>{t('line', { position: staff.position, time: t(`time.${staff.time}`) })}</span>
              </span>
              <StaffState staff={staff} notable />
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
        />
      </div>
      {open ? (
        <StaffDrawer
          key={open}
          id={open}
          organizationId={state.organization || within}
          close={() => setOpen({ staff: '' })}
          done={(words) => {
            void message.success(words);
            void refetch();
            void figured.refetch();
          }}
        />
      ) : null}
    </>
  );
}

/** Overdue handovers first; then how many people, and how much of their time. */
function StaffFigures({ figures }: { figures: StaffFiguresQuery['staffFigures'] }) {
  const { t } = useTranslation('staff');
  const { total, fullTime, partTime, organizations, overdueHandovers } = figures;
  const share = (part: number) => t('figure.share', { percent: total > 0 ? Math.round((100 * part) / total) : 0 });
  return (
    <Figures
      label={t('figure.label')}
      figures={[
        {
          key: 'overdue',
          name: t('figure.overdue'),
          value: overdueHandovers,
          note: t('figure.overdueNote'),
          state: 'late',
          to: '/handovers?states=OVERDUE',
        },
        {
          key: 'total',
          name: t('figure.total'),
          value: total,
          note: t('figure.totalNote', { count: organizations }),
          state: null,
          to: '/staff',
        },
        {
          key: 'fullTime',
          name: t('time.FULL_TIME'),
          value: fullTime,
          note: share(fullTime),
          state: null,
          to: '/staff?times=FULL_TIME',
        },
        {
          key: 'partTime',
          name: t('time.PART_TIME'),
          value: partTime,
          note: share(partTime),
          state: null,
          to: '/staff?times=PART_TIME',
        },
      ]}
    />
  );
}
