import type { OrganizationFlagEntity } from '@dangwu/organization';
import { asc, holding, one, readModel, related, sql, type Row, type Rows, type Sql } from '@dangwu/read-model';
import { AppointmentEntity } from '../appointment.entity';
import { Appointment } from '../member.type';
import { isAlarm } from './election-alarm.read-model';
import { LeadershipTeamEntity } from './leadership-team.entity';
import type { LeadershipTeamFilter } from './leadership-team.filters';
import { LeadershipTeam } from './leadership-team.type';

type Team = Row<LeadershipTeamEntity>;

/** Another team has taken over by the day. */
const former = (team: Team, { day }: Rows): Sql => sql`(${team.until} is not null and ${team.until} <= ${day})`;

const stateOf = (team: Team, rows: Rows): Sql =>
  sql`case when ${former(team, rows)} then 'FORMER' when ${team.endsOn} <= ${rows.day} then 'OVERDUE'
    when ${team.remindOn} <= ${rows.day} then 'ENDING' else 'CURRENT' end`;

/** The post is held on the day, in a former team on its last day. Leaders of party groups sit in no team. */
const serves = (post: Row<AppointmentEntity>, team: Team, { day }: Rows): Sql => {
  const on = sql`least(${day}, ${team.until} - 1)`;
  return sql`${post.organizationId} = ${team.organizationId} and ${post.post} <> 'GROUP_LEADER'
    and ${post.since} <= ${on} and (${post.until} is null or ${post.until} > ${on})`;
};

/** Somebody with two posts fills one seat. */
const vacanciesOf = (team: Team, rows: Rows): Sql =>
  sql`case when ${former(team, rows)} then 0 else greatest(0, ${team.seats} - ${rows.value<AppointmentEntity>(
    () => Appointment,
    (post) => sql`count(distinct ${post.memberId})`,
    (post) => serves(post, team, rows),
  )}) end`;

export const LeadershipTeamModel = readModel<LeadershipTeam, LeadershipTeamEntity, LeadershipTeamFilter, 'ENDS'>({
  type: LeadershipTeam,
  entity: LeadershipTeamEntity,
  place: 'organizationId',
  read: 'member.read',
  deleted: 'deletedAt',
  // dated itself: as of a day only those in office on it
  history: { entity: LeadershipTeamEntity, from: 'since', to: 'until' },
  fields: {
    organization: one('organizationId'),
    appointments: related<AppointmentEntity, LeadershipTeamEntity>(serves, { order: 'POST', boundedBy: 99 }),
    vacancies: (team, _, rows) => vacanciesOf(team, rows),
    state: (team, _, rows) => stateOf(team, rows),
    alarm: related<OrganizationFlagEntity, LeadershipTeamEntity>(
      (flag, team, rows) =>
        sql`${flag.organizationId} = ${team.organizationId} and ${isAlarm(flag)} and ${holding(flag, rows)}
          and not ${former(team, rows)}`,
    ),
  },
  orders: { ENDS: [asc('endsOn')] },
  filters: {
    states: (team, states, rows) => sql`${stateOf(team, rows)} = any(${states}::text[])`,
    organizationId: (team, value) =>
      sql`${team.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    vacantOnly: (team, value, rows) => sql`(not ${value}::boolean or ${vacanciesOf(team, rows)} > 0)`,
  },
});
