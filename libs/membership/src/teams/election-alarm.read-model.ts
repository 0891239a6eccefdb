import { OrganizationFlagEntity } from '@dangwu/organization';
import { asc, desc, holding, one, readModel, related, sql, type Row, type Sql } from '@dangwu/read-model';
import type { ElectionAlarmCondition } from './election-alarm.filters';
import { ElectionAlarm } from './leadership-team.type';
import type { LeadershipTeamEntity } from './leadership-team.entity';

/** Flags of terms by the states of teams; null for the other flags, which are no alarms. */
const stateOf = (flag: Row<OrganizationFlagEntity>): Sql =>
  sql`case ${flag.code} when 'TERM_OVERDUE' then 'OVERDUE' when 'TERM_ENDS_SOON' then 'ENDING' end`;

/** A flag that a term raised. */
export const isAlarm = (flag: Row<OrganizationFlagEntity>): Sql => sql`${stateOf(flag)} is not null`;

/** Read from the flags of organizations: what raises and ends them is the term, by the rules, from day to day. */
export const ElectionAlarmModel = readModel<ElectionAlarm, OrganizationFlagEntity, ElectionAlarmCondition, 'PRESSING'>({
  type: ElectionAlarm,
  entity: OrganizationFlagEntity,
  place: 'organizationId',
  read: 'member.read',
  deleted: 'deletedAt',
  history: { entity: OrganizationFlagEntity, from: 'since', to: 'until' },
  fields: {
    organization: one('organizationId'),
    state: (flag) => stateOf(flag),
    endsOn: (flag) => sql`(${flag.params} ->> 'termEndsOn')::date`,
    // as of a day, what had been told by then
    toldOn: (flag, _, rows) => sql`case when ${flag.toldOn} <= ${rows.day} then ${flag.toldOn} end`,
    team: related<LeadershipTeamEntity, OrganizationFlagEntity>(
      (team, flag, rows) => sql`${team.organizationId} = ${flag.organizationId} and ${holding(team, rows)}`,
    ),
  },
  // OVERDUE before ENDING, in each the term that ends first
  orders: { PRESSING: [desc('code'), asc('since')] },
  filters: {
    states: (flag, states, rows) => sql`(${stateOf(flag)} = any(${states}::text[]) and ${holding(flag, rows)})`,
    organizationId: (flag, value) =>
      sql`${flag.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
  },
});
