import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { MemberRowFragment } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { MemberPosts } from './member-posts';

/** The columns of the ledger of members; numbers are masked by the API. */
export function useMemberColumns(name: (member: MemberRowFragment) => ReactNode): LedgerColumn<MemberRowFragment>[] {
  const { t } = useTranslation('member');
  const { asOf } = useAsOf();
  const plain = (key: keyof MemberRowFragment & string): LedgerColumn<MemberRowFragment> => ({
    key,
    title: t(`field.${key}`),
    className: 'nowrap',
    dataIndex: key,
  });
  return [
    { key: 'name', title: t('field.name'), rowScope: 'row', className: 'nowrap', render: (_, member) => name(member) },
    {
      key: 'status',
      title: t('field.status'),
      className: 'nowrap',
      render: (_, member) => t(member.leftOn ? 'left' : `status.${member.status}`),
    },
    {
      key: 'organization',
      title: t('field.organization'),
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    {
      key: 'post',
      title: t('field.post'),
      render: (_, member) => (
        <MemberPosts appointments={member.appointments} home={member.organization?.id} on={asOf} />
      ),
    },
    {
      key: 'affiliation',
      title: t('affiliation.label'),
      className: 'nowrap',
      render: (_, member) => t(`affiliation.${member.affiliationKind}`),
    },
    {
      key: 'gender',
      title: t('field.gender'),
      className: 'nowrap',
      render: (_, { gender }) => (gender ? t(`gender.${gender}`) : null),
    },
    plain('birthDate'),
    plain('education'),
    plain('jobTitle'),
    plain('joinedOn'),
    plain('fullOn'),
    plain('idNumber'),
    plain('phone'),
  ];
}
