import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { Post } from '../../generated/graphql';
import { TeamAlarm } from './team-alarm';
import type { LeadershipRow } from './use-leadership';
import { teamSign } from './words';

/** Names of those who hold a post, as far as one may read them. */
export const namesOf = ({ team }: LeadershipRow, post: Post): string[] =>
  (team?.appointments ?? []).flatMap((one) => (one.post === post && one.member ? [one.member.name] : []));

/** Where a term stands; that of an organization without a team is known by its alarm. */
export const termOf = ({ alarm, team }: LeadershipRow) => alarm ?? team;

/** The columns of the ledger of leadership teams. @param elect null: not to be recorded here */
export function useTeamColumns(elect: ((row: LeadershipRow) => void) | null): LedgerColumn<LeadershipRow>[] {
  const { t } = useTranslation(['team', 'member', 'console']);
  const holders = (post: Post, otherwise = ''): LedgerColumn<LeadershipRow> => ({
    key: post,
    title: t(`member:post.${post}`),
    render: (_, row) => (row.team ? namesOf(row, post).join(t('console:comma')) || otherwise : null),
  });
  return [
    {
      key: 'organization',
      title: t('organization'),
      rowScope: 'row',
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    {
      key: 'state',
      title: t('state'),
      className: 'nowrap',
      render: (_, row) => {
        const state = termOf(row)?.state;
        return state ? <StateWord state={teamSign[state]}>{t(`states.${state}`)}</StateWord> : null;
      },
    },
    { key: 'endsOn', title: t('endsOn'), className: 'nowrap', render: (_, row) => termOf(row)?.endsOn },
    { key: 'alarm', title: t('alarm'), className: 'nowrap', render: (_, row) => <TeamAlarm row={row} elect={elect} /> },
    {
      key: 'term',
      title: t('term'),
      className: 'nowrap',
      render: (_, { team }) =>
        team ? t('termNo', { no: team.termNo }) : <span className="quiet">{t('unregistered')}</span>,
    },
    { key: 'since', title: t('since'), className: 'nowrap', render: (_, { team }) => team?.since },
    // every team has a secretary, not every one a deputy
    holders('SECRETARY', t('none')),
    holders('DEPUTY_SECRETARY'),
    {
      key: 'others',
      title: t('others'),
      render: (_, { team }) =>
        (team?.appointments ?? [])
          .filter(({ post }) => post !== 'SECRETARY' && post !== 'DEPUTY_SECRETARY')
          .flatMap(({ member }) => (member ? [member.name] : []))
          .join(t('console:comma')),
    },
    { key: 'seats', title: t('seats'), align: 'right', className: 'nowrap', render: (_, { team }) => team?.seats },
    {
      key: 'vacancies',
      title: t('vacancies'),
      align: 'right',
      className: 'nowrap',
      render: (_, { team }) => team?.vacancies,
    },
  ];
}
