import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import type { LedgerColumn } from '../../../components/ledger/ledger-table';
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
type Column = (typeof COLUMNS)[number];

/** All columns, the name first. */
export function useTableColumns(): readonly LedgerColumn<Child>[] {
  const { t } = useTranslation(['organization', 'domain']);
  const cells: Record<Column, Omit<LedgerColumn<Child>, 'key' | 'title'>> = {
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
      rowScope: 'row',
      render: (_, row) => <ScopedLink to={`/organizations/${row.id}`}>{row.name}</ScopedLink>,
    },
    ...COLUMNS.map((column) => ({ ...cells[column], key: column, title: t(`column.${column}`) })),
  ];
}
