import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable, type LedgerColumn } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { RulesDocument, type RuleFilter, type RuleRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { flag, someOf, text, useUrlState } from '../../lib/url-state';
import { RuleDrawer } from './rule-drawer';
import { RuleState, RuleTags, RuleValue } from './rule-words';
import './rules-page.css';

const LAYERS = ['REGULATION', 'ASSOCIATION', 'ORGANIZATION'] as const;
const STRENGTHS = ['MUST', 'NORMAL'] as const;
const SOURCES = ['VERIFIED', 'SECONDARY', 'GENERAL_KNOWLEDGE', 'HOUSE'] as const;

const address = ledgerAddress({
  filters: {
    search: text(),
    layers: someOf(LAYERS),
    strengths: someOf(STRENGTHS),
    sources: someOf(SOURCES),
    unconfirmed: flag(),
    ended: flag(),
  },
  orders: ['KEY', 'NEWEST'],
  columns: ['value', 'tags', 'basis', 'source', 'effective', 'state'],
  shown: ['value', 'tags', 'basis', 'effective', 'state'],
});
/** The rule in the drawer; apart, so that opening one keeps the page. */
const opened = { rule: text() };

/** The register of rules: what holds, on which basis, confirmed by whom, overridden where. */
export function RulesPage() {
  const { t } = useTranslation(['rules', 'domain']);
  const ledger = useLedger(address);
  const [{ rule: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const { state } = ledger;
  const filter: RuleFilter = {
    search: state.search || null,
    layers: given(state.layers),
    strengths: given(state.strengths),
    sources: given(state.sources),
    needsConfirmation: state.unconfirmed || null,
    inForceOn: state.ended ? null : today(),
  };
  const { data, previousData, error, loading, refetch } = useQuery(RulesDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value },
  });
  const found = (data ?? previousData)?.rules;
  const name = (rule: RuleRowFragment, note: string) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ rule: rule.id })}>
      {local(rule.name)}
      <span>{note}</span>
    </button>
  );
  const columns: readonly LedgerColumn<RuleRowFragment>[] = [
    {
      key: 'name',
      title: t('column.name'),
      rowScope: 'row',
      render: (_, rule) => name(rule, rule.key),
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
  return (
    <>
      <PageHead title={t('title')} note={found ? t('count', { count: found.totalCount }) : undefined} />
      <div className={open ? 'page-body rules-beside' : 'page-body'}>
        <LedgerViews
          ledger={ledger}
          kind="RULES"
          shipped={[{ key: 'unconfirmed', name: t('view.unconfirmed'), state: 'unconfirmed=1' }]}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(order) => t(`order.${order}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.layer')}
            words={LAYERS}
            word={(layer) => t(`layer.${layer}`)}
            {...ledger.bind('layers')}
          />
          <ChoiceFilter
            label={t('column.strength')}
            words={STRENGTHS}
            word={(strength) => t(`strength.${strength}`)}
            {...ledger.bind('strengths')}
          />
          <ChoiceFilter
            label={t('column.source')}
            words={SOURCES}
            word={(source) => t(`source.${source}`)}
            {...ledger.bind('sources')}
          />
          <FlagFilter label={t('unconfirmed')} {...ledger.bind('unconfirmed')} />
          <FlagFilter label={t('ended')} {...ledger.bind('ended')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading}
          error={error}
          retry={refetch}
          named={(rule) => local(rule.name)}
          line={(rule) => (
            <>
              {name(rule, local(rule.basis))}
              <span className="rule-line-facts">
                <RuleValue rule={rule} />
                <RuleState rule={rule} />
              </span>
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
          chosen={open}
        />
      </div>
      {open ? <RuleDrawer key={open} id={open} close={() => setOpen({ rule: '' })} /> : null}
    </>
  );
}
