import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { StaffRowFragment } from '../../generated/graphql';
import { StaffState } from './staff-state';

/** The columns of the ledger of party-affairs staff; phones are masked by the API. */
export function useStaffColumns(name: (staff: StaffRowFragment) => ReactNode): LedgerColumn<StaffRowFragment>[] {
  const { t } = useTranslation('staff');
  const plain = (key: keyof StaffRowFragment & string, className = 'nowrap'): LedgerColumn<StaffRowFragment> => ({
    key,
    title: t(`field.${key}`),
    className,
    dataIndex: key,
  });
  return [
    { key: 'name', title: t('field.name'), rowScope: 'row', className: 'nowrap', render: (_, staff) => name(staff) },
    {
      key: 'organization',
      title: t('field.organization'),
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    plain('position', ''),
    { key: 'time', title: t('field.time'), className: 'nowrap', render: (_, { time }) => t(`time.${time}`) },
    {
      key: 'state',
      title: t('field.state'),
      className: 'nowrap',
      render: (_, staff) => <StaffState staff={staff} />,
    },
    plain('since'),
    plain('until'),
    plain('phone'),
    {
      key: 'member',
      title: t('field.member'),
      className: 'nowrap',
      render: (_, { member }) =>
        member ? <ScopedLink to={`/members?member=${member.id}`}>{member.name}</ScopedLink> : null,
    },
    plain('basis', ''),
  ];
}
