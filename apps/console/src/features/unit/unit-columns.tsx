import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import type { UnitRowFragment } from '../../generated/graphql';
import { UnitCoverage } from './unit-coverage';

/** The columns of the ledger of units, the name first. */
export function useUnitColumns(
  name: (unit: UnitRowFragment) => React.ReactNode,
): readonly LedgerColumn<UnitRowFragment>[] {
  const { t } = useTranslation(['unit', 'domain']);
  return [
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
    { key: 'coveredBy', title: t('column.coveredBy'), render: (_, unit) => unit.coveredBy?.name },
    { key: 'members', title: t('column.members'), align: 'right', render: (_, unit) => unit.partyMemberCount },
    { key: 'employees', title: t('column.employees'), align: 'right', render: (_, unit) => unit.employeeCount },
    { key: 'reported', title: t('column.reported'), className: 'nowrap', render: (_, unit) => unit.reportedOn },
    { key: 'joined', title: t('column.joined'), className: 'nowrap', render: (_, unit) => unit.joinedOn },
  ];
}
