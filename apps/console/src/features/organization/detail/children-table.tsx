import { useQuery } from '@apollo/client/react';
import { Checkbox, Input, Segmented, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/disclosure';
import { Empty } from '../../../components/empty';
import { ErrorView } from '../../../components/error-view';
import { Pager } from '../../../components/pager';
import {
  OrganizationTableDocument,
  type OrganizationTableQuery,
  type PartyOrganizationOrder,
} from '../../../generated/graphql';
import { useAsOf } from '../../../lib/as-of';
import { useNarrow } from '../../../lib/narrow';
import { flag, oneOf, someOf, text, usePage, useUrlState } from '../../../lib/url-state';
import { ExportButton } from '../export-button';
import type { Organization } from '../operations/operation-drawer';
import { RELATIONS, TYPES } from '../words';
import { COLUMNS, useTableColumns } from './children-columns';
import { ChildLines } from './child-lines';

/** A row of the table. */
export type Child = OrganizationTableQuery['partyOrganizations']['nodes'][number];

const ORDERS: readonly PartyOrganizationOrder[] = ['TREE', 'NAME', 'CODE', 'NEWEST'];
const fields = {
  find: text(),
  types: someOf(TYPES),
  relations: someOf(RELATIONS),
  marked: flag(),
  depth: oneOf(['direct', 'all'] as const, 'direct'),
  order: oneOf(ORDERS, 'TREE'),
  columns: someOf(COLUMNS, ['type', 'relation', 'members', 'term', 'flags']),
};
const PAGE = 50;

/** 下级组织: filters, order, columns and page stand in the address; the export is exactly what is shown. */
export function ChildrenTable({ organization, mayExport }: { organization: Organization; mayExport: boolean }) {
  const { t } = useTranslation(['organization', 'domain']);
  const narrow = useNarrow();
  const { asOf } = useAsOf();
  const [address, set] = useUrlState(fields);
  const { page } = usePage(PAGE);
  const direct = address.depth === 'direct';
  const filter = {
    search: address.find || null,
    types: address.types.length > 0 ? address.types : null,
    relations: address.relations.length > 0 ? address.relations : null,
    flagged: address.marked || null,
    parentId: direct ? organization.id : null,
  };
  const within = direct ? null : organization.id;
  const { data, previousData, error, loading, refetch } = useQuery(OrganizationTableDocument, {
    variables: { filter, order: address.order, within, asOf, ...page },
  });
  const found = (data ?? previousData)?.partyOrganizations;
  const columns = useTableColumns(address.columns);
  const narrowed = Boolean(address.find || address.types.length || address.relations.length || address.marked);
  const unseen = direct && !narrowed && found ? organization.childCount - found.totalCount : 0;

  return (
    <section className="children" aria-label={t('tab.children')}>
      <div className="children-filters">
        <Segmented
          aria-label={t('children.depth')}
          value={address.depth}
          onChange={(depth) => set({ depth })}
          options={[
            { value: 'direct' as const, label: t('children.direct') },
            { value: 'all' as const, label: t('children.all') },
          ]}
        />
        <Input.Search
          className="children-find"
          key={address.find}
          defaultValue={address.find}
          placeholder={t('children.find')}
          aria-label={t('children.find')}
          allowClear
          onSearch={(find) => set({ find: find.trim() })}
        />
        <Select
          mode="multiple"
          aria-label={t('children.types')}
          placeholder={t('children.types')}
          value={address.types}
          onChange={(types) => set({ types })}
          maxTagCount="responsive"
          options={TYPES.map((type) => ({ value: type, label: t(`domain:type.${type}`) }))}
        />
        <Select
          mode="multiple"
          aria-label={t('relationLabel')}
          placeholder={t('relationLabel')}
          value={address.relations}
          onChange={(relations) => set({ relations })}
          options={RELATIONS.map((relation) => ({ value: relation, label: t(`domain:relation.${relation}`) }))}
        />
        <Checkbox checked={address.marked} onChange={(event) => set({ marked: event.target.checked })}>
          {t('tree.flaggedOnly')}
        </Checkbox>
        <Select
          aria-label={t('children.order')}
          value={address.order}
          onChange={(order) => set({ order })}
          options={ORDERS.map((order) => ({ value: order, label: t(`order.${order}`) }))}
        />
        {narrow ? null : (
          <Disclosure button={t('children.columns')} align="right">
            {() => (
              <Checkbox.Group
                className="children-columns"
                aria-label={t('children.columns')}
                value={address.columns}
                onChange={(columns) => set({ columns })}
                options={COLUMNS.map((column) => ({ value: column, label: t(`column.${column}`) }))}
              />
            )}
          </Disclosure>
        )}
        {mayExport ? <ExportButton within={within} filter={filter} order={address.order} asOf={asOf} /> : null}
      </div>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found && found.totalCount === 0 ? (
        <Empty>{t(narrowed ? 'children.noneFound' : 'children.none', { name: organization.name })}</Empty>
      ) : found ? (
        <>
          {narrow ? (
            <ChildLines rows={found.nodes} />
          ) : (
            <Table
              rowKey="id"
              size="small"
              loading={loading}
              columns={columns}
              dataSource={found.nodes}
              pagination={false}
              scroll={{ x: 'max-content' }}
            />
          )}
          <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
        </>
      ) : null}
      {unseen > 0 ? <p className="quiet children-note">{t('children.unseen', { count: unseen })}</p> : null}
    </section>
  );
}
