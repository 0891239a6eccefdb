import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { ScopedLink } from '../../../components/scoped-link';
import { FlagWords } from '../flags';
import type { Child } from './children-table';

/** Columns that can be chosen; the name always stands first. */
export const COLUMNS = [
  'code',
  'type',
  'tier',
  'relation',
  'status',
  'founded',
  'term',
  'members',
  'below',
  'flags',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The chosen columns, in their fixed order. */
export function useTableColumns(chosen: readonly Column[]): TableColumnsType<Child> {
  const { t } = useTranslation(['organization', 'domain']);
  const cells: Record<Column, NonNullable<TableColumnsType<Child>[number]>> = {
    code: { dataIndex: 'code' },
    type: { render: (_, row) => t(`domain:type.${row.type}`) },
    tier: { render: (_, row) => (row.tier ? t(`domain:tier.${row.tier}`) : '') },
    relation: { render: (_, row) => (row.relation ? <EdgeGlyph relation={row.relation} named /> : null) },
    status: { render: (_, row) => t(`domain:status.${row.status}`) },
    founded: { dataIndex: 'foundedOn', className: 'nowrap' },
    term: { dataIndex: 'termEndsOn', className: 'nowrap' },
    members: { dataIndex: 'reportedMemberCount', align: 'right' },
    below: { dataIndex: 'childCount', align: 'right' },
    flags: { render: (_, row) => <FlagWords flags={row.flags} /> },
  };
  return [
    {
      key: 'name',
      title: t('column.name'),
      render: (_, row) => <ScopedLink to={`/organizations/${row.id}`}>{row.name}</ScopedLink>,
    },
    ...chosen.map((column) => ({ key: column, title: t(`column.${column}`), ...cells[column] })),
  ];
}
