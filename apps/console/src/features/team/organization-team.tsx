import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { LeadershipTeamsDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useMay } from '../../lib/session';
import { TeamTerm } from './team-term';
import { TEAM_STATES } from './words';
import './team.css';

/** The leadership of one organization: its term, who serves, which seats are free; nothing before a first election. */
export function OrganizationTeam({ id }: { id: string }) {
  // a panel among others: waiting for its texts must not hide the page, and with it what is being typed there
  const { t, ready } = useTranslation(['team', 'member'], { useSuspense: false });
  const reads = useMay('member.read');
  const { asOf } = useAsOf();
  const { data } = useQuery(LeadershipTeamsDocument, {
    variables: { first: 1, filter: { organizationId: id }, asOf },
    skip: !reads,
  });
  const team = data?.leadershipTeams.nodes[0];
  if (!ready || !team) return null;
  return (
    <Panel
      title={t('title')}
      note={t('panel', { no: team.termNo, seats: team.seats })}
      extra={<ScopedLink to={`/teams?organization=${id}&states=${TEAM_STATES.join('.')}`}>{t('terms')}</ScopedLink>}
    >
      <p>
        <TeamTerm term={team} /> {t('ends', { date: team.endsOn })}
      </p>
      <ul className="team-seats">
        {team.appointments.map(({ id: key, post, member, since }) => (
          <li key={key}>
            <span>{t(`member:post.${post}`)}</span>
            {member ? <ScopedLink to={`/members?member=${member.id}`}>{member.name}</ScopedLink> : t('unseen')}
            <span className="quiet nowrap">{t('member:sinceDay', { since })}</span>
          </li>
        ))}
        {team.vacancies > 0 ? (
          <li className="team-vacant">
            <span>{t('none')}</span>
            {t('vacant', { count: team.vacancies })}
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}
