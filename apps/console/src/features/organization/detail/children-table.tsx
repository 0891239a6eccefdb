import { useApolloClient, useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../../components/ledger/ledger-filters';
import { LedgerTable } from '../../../components/ledger/ledger-table';
import { LedgerViews } from '../../../components/ledger/ledger-views';
import { given, ledgerAddress, useLedger } from '../../../components/ledger/use-ledger';
import {
  OrganizationTableDocument,
  type OrganizationTableQuery,
  type PartyOrganizationFilter,
} from '../../../generated/graphql';
import { useAsOf } from '../../../lib/as-of';
import { flag, oneOf, someOf, text } from '../../../lib/url-state';
import { ExportButton } from '../export-button';
import type { Organization } from '../operations/operation-drawer';
import { RELATIONS, TYPES } from '../words';
import { ChildLine } from './child-line';
import { ChildrenBatch } from './children-batch';
import { COLUMNS, useTableColumns } from './children-columns';

/** A row of the table. */
export type Child = OrganizationTableQuery['partyOrganizations']['nodes'][number];

const address = ledgerAddress({
  filters: {
    find: text(),
    types: someOf(TYPES),
    relations: someOf(RELATIONS),
    marked: flag(),
    depth: oneOf(['direct', 'all'] as const, 'direct'),
  },
  orders: ['TREE', 'NAME', 'CODE', 'NEWEST', 'TERM_ENDS'],
  columns: COLUMNS,
  shown: ['type', 'relation', 'members', 'term', 'flags'],
});

/** 下级组织: the ledger of what stands below an organization; the export is exactly what is shown. */
export function ChildrenTable(props: { organization: Organization; mayExport: boolean; mayMaintain: boolean }) {
  const { t } = useTranslation(['organization', 'domain']);
  const { organization } = props;
  const { asOf } = useAsOf();
  const client = useApolloClient();
  const ledger = useLedger(address);
  const { find, types, relations, marked, depth } = ledger.state;
  const direct = depth === 'direct';
  const filter: PartyOrganizationFilter = {
    search: find || null,
    types: given(types),
    relations: given(relations),
    flagged: marked || null,
    parentId: direct ? organization.id : null,
  };
  const within = direct ? null : organization.id;
  const order = ledger.order.value;
  const { data, previousData, error, loading, refetch } = useQuery(OrganizationTableDocument, {
    variables: { filter, order, within, asOf, ...ledger.page },
  });
  const found = (data ?? previousData)?.partyOrganizations;
  const columns = useTableColumns();
  const narrowed = Boolean(find || types.length || relations.length || marked);
  const unseen = direct && !narrowed && found ? organization.childCount - found.totalCount : 0;
  // the past is looked at, not changed
  const maintains = props.mayMaintain && !asOf;
  return (
    <section className="children" aria-label={t('tab.children')}>
      <LedgerViews
        ledger={ledger}
        kind="ORGANIZATIONS"
        shipped={[
          { key: 'flagged', name: t('children.view.flagged'), state: 'marked=1&depth=all' },
          { key: 'terms', name: t('children.view.terms'), state: 'depth=all&order=TERM_ENDS' },
        ]}
      />
      <FilterRow
        ledger={ledger}
        label={t('children.filters')}
        search={<SearchFilter label={t('children.find')} {...ledger.bind('find')} />}
        order={(value) => t(`order.${value}`)}
        columns={columns}
        end={props.mayExport ? <ExportButton within={within} filter={filter} order={order} asOf={asOf} /> : null}
      >
        <Segmented
          aria-label={t('children.depth')}
          value={depth}
          onChange={ledger.bind('depth').onChange}
          options={[
            { value: 'direct' as const, label: t('children.direct') },
            { value: 'all' as const, label: t('children.all') },
          ]}
        />
        <ChoiceFilter
          label={t('children.types')}
          words={TYPES}
          word={(type) => t(`domain:type.${type}`)}
          {...ledger.bind('types')}
        />
        <ChoiceFilter
          label={t('relationLabel')}
          words={RELATIONS}
          word={(relation) => t(`domain:relation.${relation}`)}
          {...ledger.bind('relations')}
        />
        <FlagFilter label={t('tree.flaggedOnly')} {...ledger.bind('marked')} />
      </FilterRow>
      <LedgerTable
        ledger={ledger}
        columns={columns}
        found={found}
        loading={loading}
        error={error}
        retry={refetch}
        named={(row) => row.name}
        line={(row) => <ChildLine row={row} />}
        empty={t('children.none', { name: organization.name })}
        emptyFiltered={t(narrowed ? 'children.noneFound' : 'children.none', { name: organization.name })}
        batch={
          maintains || (props.mayExport && !asOf) ? (
            <ChildrenBatch
              selection={ledger.selection}
              filter={filter}
              order={order}
              within={within}
              maintains={maintains}
              exports={props.mayExport}
              done={() => {
                ledger.selection.clear();
                // the tree, the counts and the history may all have changed
                void client.refetchQueries({ include: 'active' });
              }}
            />
          ) : null
        }
      />
      {unseen > 0 ? <p className="quiet children-note">{t('children.unseen', { count: unseen })}</p> : null}
    </section>
  );
}
