import { useQuery } from '@apollo/client/react';
import { App, Button, Checkbox, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { ExportJob } from '../../components/export-job';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { CoverageDocument, UnitsDocument, type UnitFilter, type UnitRowFragment } from '../../generated/graphql';
import { useNarrow } from '../../lib/narrow';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, oneOf, someOf, text, usePage, useUrlState } from '../../lib/url-state';
import { TIERS } from '../organization/words';
import { CoverageChart } from './coverage-chart';
import { UnitCoverage } from './unit-coverage';
import { UnitDrawer } from './unit-drawer';
import { useExportUnits } from './use-export-units';
import { COVERAGES, KINDS } from './words';
import '../../components/panel.css';
import './units.css';

const PAGE = 30;
const fields = {
  search: text(),
  tiers: someOf(TIERS),
  kinds: someOf(KINDS),
  coverages: someOf(COVERAGES),
  qualifying: flag(),
  closed: flag(),
  order: oneOf(['NAME', 'CODE', 'MEMBERS'] as const, 'NAME'),
};
/** The unit in the drawer, or `new`; apart, so that opening one keeps the page. */
const opened = { unit: text() };

/** The ledger of units: how the party covers them, and which could have an organization but have none. */
export function UnitsPage() {
  const { t } = useTranslation(['unit', 'domain']);
  const { message } = App.useApp();
  const narrow = useNarrow();
  const { within } = useScope();
  const [state, set] = useUrlState(fields);
  const [{ unit: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const [searching, setSearching] = useState(state.search);
  const { page } = usePage(PAGE);
  const maintains = useMay('unit.maintain');
  const exports = useMay('unit.export');
  const filter: UnitFilter = {
    search: state.search || null,
    tiers: state.tiers.length > 0 ? state.tiers : null,
    kinds: state.kinds.length > 0 ? state.kinds : null,
    coverages: state.coverages.length > 0 ? state.coverages : null,
    qualifiesOnly: state.qualifying || null,
    includeClosed: state.closed,
  };
  const beginExport = useExportUnits({ within, filter, order: state.order });
  const { data, previousData, error, loading, refetch } = useQuery(UnitsDocument, {
    variables: { ...page, filter, order: state.order, within },
  });
  const figures = useQuery(CoverageDocument, { variables: { within } });
  const coverage = (figures.data ?? figures.previousData)?.coverageFigures;
  const found = (data ?? previousData)?.units;
  const filtered = Boolean(
    state.search || state.tiers.length || state.kinds.length || state.coverages.length || state.qualifying,
  );
  const name = (unit: UnitRowFragment) => (
    <button type="button" className="unit-open" onClick={() => setOpen({ unit: unit.id })}>
      {unit.name}
      <span>{[unit.code, unit.uscc].filter(Boolean).join(' · ')}</span>
    </button>
  );
  const columns: TableColumnsType<UnitRowFragment> = [
    { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, unit) => name(unit) },
    {
      key: 'kind',
      title: t('column.kind'),
      className: 'nowrap',
      render: (_, unit) => t(`domain:unitKind.${unit.kind}`),
    },
    {
      key: 'tier',
      title: t('column.tier'),
      className: 'nowrap',
      render: (_, unit) => (unit.tier ? t(`domain:tier.${unit.tier}`) : t('noTier')),
    },
    { key: 'organization', title: t('column.organization'), render: (_, unit) => unit.organization?.name },
    {
      key: 'coverage',
      title: t('column.coverage'),
      className: 'nowrap',
      render: (_, unit) => <UnitCoverage unit={unit} />,
    },
    { key: 'members', title: t('column.members'), align: 'right', render: (_, unit) => unit.partyMemberCount },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        note={coverage ? t('count', { count: coverage.total }) : undefined}
        actions={
          <>
            {exports ? <ExportJob begin={beginExport} /> : null}
            {maintains ? (
              <Button type="primary" onClick={() => setOpen({ unit: 'new' })}>
                {t('register.verb')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="page-body units">
        {coverage && coverage.total > 0 ? (
          <CoverageChart
            figures={coverage}
            onTier={(tier) => set({ tiers: [tier] })}
            onQualifying={() => set({ qualifying: true, order: 'MEMBERS' })}
          />
        ) : null}
        <div className="filter-row" role="search" aria-label={t('filters')}>
          <Input.Search
            className="unit-search"
            type="search"
            value={searching}
            placeholder={t('search')}
            aria-label={t('search')}
            onChange={(event) => setSearching(event.target.value)}
            onSearch={(search) => set({ search: search.trim() })}
          />
          <Select
            mode="multiple"
            className="unit-select"
            aria-label={t('column.tier')}
            placeholder={t('column.tier')}
            value={state.tiers}
            options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))}
            onChange={(tiers) => set({ tiers })}
          />
          <Select
            mode="multiple"
            className="unit-select"
            aria-label={t('column.kind')}
            placeholder={t('column.kind')}
            value={state.kinds}
            options={KINDS.map((value) => ({ value, label: t(`domain:unitKind.${value}`) }))}
            onChange={(kinds) => set({ kinds })}
          />
          <Select
            mode="multiple"
            className="unit-select"
            aria-label={t('column.coverage')}
            placeholder={t('column.coverage')}
            value={state.coverages}
            options={COVERAGES.map((value) => ({ value, label: t(`domain:coverage.${value}`) }))}
            onChange={(coverages) => set({ coverages })}
          />
          <Checkbox checked={state.qualifying} onChange={(event) => set({ qualifying: event.target.checked })}>
            {t('qualifying')}
          </Checkbox>
          <Checkbox checked={state.closed} onChange={(event) => set({ closed: event.target.checked })}>
            {t('withClosed')}
          </Checkbox>
          <Select
            aria-label={t('order.label')}
            value={state.order}
            options={(['NAME', 'CODE', 'MEMBERS'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
            onChange={(order) => set({ order })}
          />
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found && found.nodes.length === 0 ? (
          <div className="panel">
            <Empty>{t(filtered ? 'emptyFiltered' : 'empty')}</Empty>
          </div>
        ) : null}
        {found && found.nodes.length > 0 ? (
          <div className="panel">
            {narrow ? (
              <ul className="unit-lines">
                {found.nodes.map((unit) => (
                  <li key={unit.id}>
                    {name(unit)}
                    <UnitCoverage unit={unit} />
                  </li>
                ))}
              </ul>
            ) : (
              <Table<UnitRowFragment>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={found.nodes}
                loading={loading}
                pagination={false}
              />
            )}
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          </div>
        ) : null}
      </div>
      {open ? (
        <UnitDrawer
          key={open}
          id={open}
          close={() => setOpen({ unit: '' })}
          done={(words) => {
            void message.success(words);
            void refetch();
            void figures.refetch();
          }}
        />
      ) : null}
    </>
  );
}
