import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { CoverageDocument, UnitsDocument, type UnitFilter, type UnitRowFragment } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text, useUrlState } from '../../lib/url-state';
import { TIERS } from '../organization/words';
import { CoverageChart } from './coverage-chart';
import { UnitBatch } from './unit-batch';
import { useUnitColumns } from './unit-columns';
import { UnitCoverage } from './unit-coverage';
import { UnitDrawer } from './unit-drawer';
import { useExportUnits } from './use-export-units';
import { COVERAGES, KINDS } from './words';
import './units.css';

const address = ledgerAddress({
  filters: {
    search: text(),
    tiers: someOf(TIERS),
    kinds: someOf(KINDS),
    coverages: someOf(COVERAGES),
    qualifying: flag(),
    closed: flag(),
  },
  orders: ['NAME', 'CODE', 'MEMBERS'],
  columns: ['kind', 'tier', 'organization', 'coverage', 'coveredBy', 'members', 'employees', 'reported', 'joined'],
  shown: ['kind', 'tier', 'organization', 'coverage', 'members'],
});
/** The unit in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { unit: text() };

/** The ledger of units: how the party covers them, and which could have an organization but have none. */
export function UnitsPage() {
  const { t } = useTranslation(['unit', 'domain']);
  const { message } = App.useApp();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const ledger = useLedger(address);
  const [{ unit: open }, setOpen] = useUrlState(opened, { keepPage: true });
  // the past is looked at, not changed
  const maintains = useMay('unit.maintain') && !asOf;
  const exports = useMay('unit.export');
  const { state } = ledger;
  const filter: UnitFilter = {
    search: state.search || null,
    tiers: given(state.tiers),
    kinds: given(state.kinds),
    coverages: given(state.coverages),
    qualifiesOnly: state.qualifying || null,
    includeClosed: state.closed,
  };
  const order = ledger.order.value;
  const exporting = useExportUnits({ within, filter, order, asOf });
  const { data, previousData, error, loading, refetch } = useQuery(UnitsDocument, {
    variables: { ...ledger.page, filter, order, within, asOf },
  });
  const figures = useQuery(CoverageDocument, { variables: { within, asOf } });
  const coverage = (figures.data ?? figures.previousData)?.coverageFigures;
  const name = (unit: UnitRowFragment) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ unit: unit.id })}>
      {unit.name}
      <span>{[unit.code, unit.uscc].filter(Boolean).join(' · ')}</span>
    </button>
  );
  const columns = useUnitColumns(name);
  const reread = () => {
    void refetch();
    void figures.refetch();
  };
  return (
    <>
      <PageHead
        title={t('title')}
        note={coverage ? t('count', { count: coverage.total }) : undefined}
        actions={
          <>
            {exports ? <ExportJob {...exporting} /> : null}
            {maintains ? (
              <Button type="primary" onClick={() => setOpen({ unit: 'new' })}>
                {t('register.verb')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="page-body units">
        {coverage && coverage.total > 0 ? <CoverageChart figures={coverage} /> : null}
        <LedgerViews
          ledger={ledger}
          kind="UNITS"
          shipped={[
            { key: 'qualifying', name: t('view.qualifying'), state: 'qualifying=1&order=MEMBERS' },
            { key: 'uncovered', name: t('view.uncovered'), state: 'coverages=UNCOVERED' },
          ]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.tier')}
            words={TIERS}
            word={(tier) => t(`domain:tier.${tier}`)}
            {...ledger.bind('tiers')}
          />
          <ChoiceFilter
            label={t('column.kind')}
            words={KINDS}
            word={(kind) => t(`domain:unitKind.${kind}`)}
            {...ledger.bind('kinds')}
          />
          <ChoiceFilter
            label={t('column.coverage')}
            words={COVERAGES}
            word={(way) => t(`domain:coverage.${way}`)}
            {...ledger.bind('coverages')}
          />
          <FlagFilter label={t('qualifying')} {...ledger.bind('qualifying')} />
          <FlagFilter label={t('withClosed')} {...ledger.bind('closed')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={(data ?? previousData)?.units}
          loading={loading}
          error={error}
          retry={refetch}
          named={(unit) => unit.name}
          line={(unit) => (
            <>
              {name(unit)}
              <UnitCoverage unit={unit} />
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
          batch={
            !asOf && (maintains || exports) ? (
              <UnitBatch
                selection={ledger.selection}
                filter={filter}
                order={order}
                within={within}
                done={() => {
                  ledger.selection.clear();
                  reread();
                }}
              />
            ) : null
          }
        />
      </div>
      {open ? (
        <UnitDrawer
          key={open}
          id={open}
          close={() => setOpen({ unit: '' })}
          done={(words) => {
            void message.success(words);
            reread();
          }}
        />
      ) : null}
    </>
  );
}
