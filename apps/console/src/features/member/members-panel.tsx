import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { LeadershipTeamsDocument, MembersDocument } from '../../generated/graphql';
import { useMay } from '../../lib/session';
import './members.css';

const SHOWN = 8;
const tint = { OVERDUE: 'late', ENDING: 'risk', CURRENT: 'done', FORMER: 'waived' } as const;

/** Members and leadership of one organization, for whoever may read them. */
export function MembersPanel({ organizationId }: { organizationId: string }) {
  const mayRead = useMay('member.read');
  return mayRead ? <Shown organizationId={organizationId} /> : null;
}

function Shown({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation(['member', 'team']);
  const { data } = useQuery(MembersDocument, { variables: { first: SHOWN, filter: { organizationId } } });
  const teams = useQuery(LeadershipTeamsDocument, { variables: { first: 1, filter: { organizationId } } });
  const members = data?.members;
  const team = teams.data?.leadershipTeams.nodes.find(({ until }) => !until);
  if (!members || (members.totalCount === 0 && !team)) return null;
  return (
    <>
      <Panel
        title={t('title')}
        note={String(members.totalCount)}
        extra={<ScopedLink to={`/members?organization=${organizationId}`}>{t('panel.all')}</ScopedLink>}
        flush
      >
        <ul className="member-lines">
          {members.nodes.map((member) => (
            <li key={member.id}>
              <ScopedLink to={`/members?organization=${organizationId}&member=${member.id}`}>{member.name}</ScopedLink>
              <span className="quiet">
                {member.appointments
                  .filter(({ until, organization }) => !until && organization?.id === organizationId)
                  .map(({ post }) => t(`post.${post}`))
                  .join(' · ') || t(`status.${member.status}`)}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {team ? (
        <Panel title={t('team:title')} note={t('team:termNo', { no: team.termNo })}>
          <p>
            <StateWord state={tint[team.state]}>{t(`team:states.${team.state}`)}</StateWord>{' '}
            {t('team:ends', { date: team.endsOn })}
          </p>
          <p className="quiet">{t('team:filled', { seats: team.seats, vacancies: team.vacancies })}</p>
        </Panel>
      ) : null}
    </>
  );
}
