import { useQuery } from '@apollo/client/react';
import { Checkbox, Input, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { RulesDocument, type RuleFilter, type RuleRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { flag, oneOf, someOf, text, usePage, useUrlState } from '../../lib/url-state';
import { RuleDrawer } from './rule-drawer';
import { RuleState, RuleTags, RuleValue } from './rule-words';
import '../../components/panel.css';
import './rules-page.css';

const LAYERS = ['REGULATION', 'ASSOCIATION', 'ORGANIZATION'] as const;
const STRENGTHS = ['MUST', 'NORMAL'] as const;
const SOURCES = ['VERIFIED', 'SECONDARY', 'GENERAL_KNOWLEDGE', 'HOUSE'] as const;
const COLUMNS = ['value', 'tags', 'basis', 'source', 'effective', 'state'] as const;
const PAGE = 30;

const fields = {
  search: text(),
  layers: someOf(LAYERS),
  strengths: someOf(STRENGTHS),
  sources: someOf(SOURCES),
  unconfirmed: flag(),
  ended: flag(),
  order: oneOf(['KEY', 'NEWEST'] as const, 'KEY'),
  columns: someOf(COLUMNS, ['value', 'tags', 'basis', 'effective', 'state']),
};
/** The rule in the drawer; apart, so that opening one keeps the page. */
const opened = { rule: text() };

/** The register of rules: what holds, on which basis, confirmed by whom, overridden where. */
export function RulesPage() {
  const { t } = useTranslation(['rules', 'domain']);
  const narrow = useNarrow();
  const [state, set] = useUrlState(fields);
  const [{ rule: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const { page } = usePage(PAGE);
  const filter: RuleFilter = {
    search: state.search || null,
    layers: state.layers.length > 0 ? state.layers : null,
    strengths: state.strengths.length > 0 ? state.strengths : null,
    sources: state.sources.length > 0 ? state.sources : null,
    needsConfirmation: state.unconfirmed || null,
    inForceOn: state.ended ? null : today(),
  };
  const { data, previousData, error, loading, refetch } = useQuery(RulesDocument, {
    variables: { ...page, filter, order: state.order },
  });
  const found = (data ?? previousData)?.rules;
  const choices = <T extends string>(words: readonly T[], word: (value: T) => string) =>
    words.map((value) => ({ value, label: word(value) }));
  const columns: TableColumnsType<RuleRowFragment> = [
    {
      key: 'name',
      title: t('column.name'),
      rowScope: 'row',
      render: (_, rule) => (
        <button type="button" className="rule-open" onClick={() => setOpen({ rule: rule.id })}>
          {local(rule.name)}
          <span>{rule.key}</span>
        </button>
      ),
    },
    { key: 'value', title: t('column.value'), className: 'nowrap', render: (_, rule) => <RuleValue rule={rule} /> },
    { key: 'tags', title: t('column.tags'), render: (_, rule) => <RuleTags rule={rule} /> },
    { key: 'basis', title: t('column.basis'), render: (_, rule) => local(rule.basis) },
    { key: 'source', title: t('column.source'), className: 'nowrap', render: (_, rule) => t(`source.${rule.source}`) },
    {
      key: 'effective',
      title: t('column.effective'),
      className: 'nowrap',
      render: (_, rule) => `${rule.effectiveFrom}—${rule.effectiveTo ?? ''}`,
    },
    { key: 'state', title: t('column.state'), className: 'nowrap', render: (_, rule) => <RuleState rule={rule} /> },
  ];
  const filtered = Boolean(
    state.search || state.layers.length || state.strengths.length || state.sources.length || state.unconfirmed,
  );

  return (
    <>
      <PageHead title={t('title')} note={found ? t('count', { count: found.totalCount }) : undefined} />
      <div className={open ? 'page-body rules-beside' : 'page-body'}>
        <div className="filter-row" role="search" aria-label={t('filters')}>
          <Input.Search
            key={state.search}
            className="rule-search"
            type="search"
            defaultValue={state.search}
            placeholder={t('search')}
            aria-label={t('search')}
            onSearch={(search) => set({ search: search.trim() })}
          />
          <Select
            mode="multiple"
            className="rule-select"
            aria-label={t('column.layer')}
            placeholder={t('column.layer')}
            value={state.layers}
            options={choices(LAYERS, (value) => t(`layer.${value}`))}
            onChange={(layers) => set({ layers })}
          />
          <Select
            mode="multiple"
            className="rule-select"
            aria-label={t('column.strength')}
            placeholder={t('column.strength')}
            value={state.strengths}
            options={choices(STRENGTHS, (value) => t(`strength.${value}`))}
            onChange={(strengths) => set({ strengths })}
          />
          <Select
            mode="multiple"
            className="rule-select"
            aria-label={t('column.source')}
            placeholder={t('column.source')}
            value={state.sources}
            options={choices(SOURCES, (value) => t(`source.${value}`))}
            onChange={(sources) => set({ sources })}
          />
          <Checkbox checked={state.unconfirmed} onChange={(event) => set({ unconfirmed: event.target.checked })}>
            {t('unconfirmed')}
          </Checkbox>
          <Checkbox checked={state.ended} onChange={(event) => set({ ended: event.target.checked })}>
            {t('ended')}
          </Checkbox>
          {narrow ? null : (
            <Select
              mode="multiple"
              className="rule-columns"
              aria-label={t('columns')}
              maxTagCount={0}
              maxTagPlaceholder={t('columns')}
              value={state.columns}
              options={choices(COLUMNS, (value) => t(`column.${value}`))}
              onChange={(next) => set({ columns: next })}
            />
          )}
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
              <ul className="rule-lines">
                {found.nodes.map((rule) => (
                  <li key={rule.id}>
                    <button type="button" className="rule-open" onClick={() => setOpen({ rule: rule.id })}>
                      {local(rule.name)}
                      <span>{local(rule.basis)}</span>
                    </button>
                    <span className="rule-line-facts">
                      <RuleValue rule={rule} />
                      <RuleState rule={rule} />
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <Table<RuleRowFragment>
                size="small"
                rowKey="id"
                columns={columns.filter(({ key }) => key === 'name' || state.columns.some((column) => column === key))}
                dataSource={found.nodes}
                loading={loading}
                pagination={false}
                rowClassName={(rule) => (rule.id === open ? 'row-chosen' : '')}
              />
            )}
            <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
          </div>
        ) : null}
      </div>
      {open ? <RuleDrawer key={open} id={open} close={() => setOpen({ rule: '' })} /> : null}
    </>
  );
}
