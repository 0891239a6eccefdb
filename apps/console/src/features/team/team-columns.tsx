import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { Post, TeamRowFragment } from '../../generated/graphql';
import { TeamTerm } from './team-term';

/** Names of those who hold a post, as far as one may read them. */
export const namesOf = ({ appointments }: TeamRowFragment, post: Post): string[] =>
  appointments.flatMap((one) => (one.post === post && one.member ? [one.member.name] : []));

/** The columns of the ledger of leadership teams. */
export function useTeamColumns(): LedgerColumn<TeamRowFragment>[] {
  const { t } = useTranslation(['team', 'member', 'console']);
  const holders = (post: Post, otherwise = ''): LedgerColumn<TeamRowFragment> => ({
    key: post,
    title: t(`member:post.${post}`),
    render: (_, team) => namesOf(team, post).join(t('console:comma')) || otherwise,
  });
  return [
    {
      key: 'organization',
      title: t('organization'),
      rowScope: 'row',
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    { key: 'state', title: t('state'), className: 'nowrap', render: (_, team) => <TeamTerm team={team} /> },
    { key: 'endsOn', title: t('endsOn'), className: 'nowrap', dataIndex: 'endsOn' },
    { key: 'term', title: t('term'), className: 'nowrap', render: (_, team) => t('termNo', { no: team.termNo }) },
    { key: 'since', title: t('since'), className: 'nowrap', dataIndex: 'since' },
    // every team has a secretary, not every one a deputy
    holders('SECRETARY', t('none')),
    holders('DEPUTY_SECRETARY'),
    {
      key: 'others',
      title: t('others'),
      render: (_, { appointments }) =>
        appointments
          .filter(({ post }) => post !== 'SECRETARY' && post !== 'DEPUTY_SECRETARY')
          .flatMap(({ member }) => (member ? [member.name] : []))
          .join(t('console:comma')),
    },
    { key: 'seats', title: t('seats'), align: 'right', className: 'nowrap', dataIndex: 'seats' },
    { key: 'vacancies', title: t('vacancies'), align: 'right', className: 'nowrap', dataIndex: 'vacancies' },
  ];
}
