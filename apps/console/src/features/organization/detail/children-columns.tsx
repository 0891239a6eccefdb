import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { ScopedLink } from '../../../components/scoped-link';
import { StateWord } from '../../../components/state-glyph';
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

/** How many flags, at the gravest one's sign. */
export function FlagWords({ flags }: { flags: Child['flags'] }) {
  const { t } = useTranslation('organization');
  const refusals = flags.filter((one) => one.severity === 'REFUSAL').length;
  const alerts = flags.length - refusals;
  return (
    <>
      {refusals > 0 ? <StateWord state="late">{t('flag.refusals', { count: refusals })}</StateWord> : null}{' '}
      {alerts > 0 ? <StateWord state="risk">{t('flag.alerts', { count: alerts })}</StateWord> : null}
    </>
  );
}

/** The chosen columns, in their fixed order. */
export function tableColumns(
  chosen: readonly Column[],
  t: TFunction<readonly ['organization', 'domain']>,
): TableColumnsType<Child> {
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
