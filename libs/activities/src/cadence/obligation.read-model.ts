import {
  among,
  asc,
  desc,
  masked,
  one,
  readModel,
  related,
  sameRow,
  sql,
  type Row,
  type Rows,
  type Sql,
} from '@dangwu/read-model';
import type { RuleEntity } from '@dangwu/rules';
import { CadenceEntity } from './cadence.entity';
import { ObligationEntity } from './obligation.entity';
import type { ObligationFilter, ObligationOrder } from './obligation.filters';
import { Cadence, Obligation, ObligationAbilities, ObligationActors } from './obligation.type';

/** The same as `obligationState` in compliance-board.ts; a spec compares them. */
const stateOf = (o: Row<ObligationEntity>, { day }: Rows): Sql => sql`case
  when ${o.waivedAt} is not null then 'WAIVED'
  when ${o.recorded} >= ${o.required} then 'DONE'
  when ${o.recorded} + ${o.held} >= ${o.required} then 'AWAITING_RECORD'
  when ${o.endsOn} < ${day} then 'LATE'
  when ${o.recorded} + ${o.held} + ${o.planned} >= ${o.required} then 'PLANNED'
  when ${o.riskFrom} <= ${day} then 'AT_RISK'
  else 'UNPLANNED' end`;

const rows = {
  entity: ObligationEntity,
  place: 'organizationId',
  deleted: 'deletedAt',
  read: 'activity.read',
} as const;

/** True where the viewer holds it. */
const held = (permission: 'obligation.waive' | 'activity.maintain') =>
  masked<ObligationEntity>(
    () => sql`true`,
    () => sql`false`,
    permission,
  );

export const ObligationModel = readModel<Obligation, ObligationEntity, ObligationFilter, `${ObligationOrder}`>({
  type: Obligation,
  ...rows,
  fields: {
    organization: one('organizationId'),
    activityType: one('activityTypeId'),
    rule: one('ruleId'),
    state: (o, _, all) => stateOf(o, all),
    actors: sameRow(),
    viewerCan: sameRow(),
  },
  orders: {
    DUE: [asc('endsOn'), asc('startsOn')],
    LATEST: [desc('endsOn'), desc('startsOn')],
  },
  filters: {
    states: (o, value, all) => sql`${stateOf(o, all)} = any(${value}::text[])`,
    activityTypeIds: (o, value) =>
      sql`${o.activityTypeId} = any(replace(${value}::text[]::text, 'ActivityType_', '')::uuid[])`,
    periods: among('period'),
    organizationId: (o, value) => sql`${o.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    endsFrom: (o, value) => sql`${o.endsOn} >= ${value}::date`,
    endsTo: (o, value) => sql`${o.endsOn} <= ${value}::date`,
    startedBy: (o, value) => sql`${o.startsOn} <= ${value}::date`,
  },
});

/** Not read where one may not see who does party-affairs work. */
export const ObligationActorsModel = readModel<ObligationActors, ObligationEntity>({
  type: ObligationActors,
  ...rows,
  read: 'staff.read',
  fields: { people: (o, _, { day }) => sql`dangwu_actors(${o.organizationId}, ${day})` },
});

export const ObligationAbilitiesModel = readModel<ObligationAbilities, ObligationEntity>({
  type: ObligationAbilities,
  ...rows,
  fields: { waive: held('obligation.waive'), maintain: held('activity.maintain') },
});

export const CadenceModel = readModel<Cadence, CadenceEntity, Record<never, never>, 'RULE'>({
  type: Cadence,
  entity: CadenceEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'catalogue.read',
  deleted: 'deletedAt',
  fields: {
    activityType: one('activityTypeId'),
    organization: one('organizationId'),
    history: related<RuleEntity, CadenceEntity>(
      (rule, cadence) => sql`${rule.key} = ${cadence.ruleKey} and ${rule.associationId} = ${cadence.associationId}`,
      { order: 'NEWEST', boundedBy: 500 },
    ),
    rules: related<RuleEntity, CadenceEntity>(
      (rule, cadence, { day }) =>
        sql`${rule.key} = ${cadence.ruleKey} and ${rule.associationId} = ${cadence.associationId}
          and ${rule.effectiveFrom} <= ${day} and (${rule.effectiveTo} is null or ${day} < ${rule.effectiveTo})`,
      { order: 'KEY', boundedBy: 200 },
    ),
  },
  orders: { RULE: [asc('ruleKey')] },
});
