import { asc, atLeast, before, desc, equals, one, readModel, sql, type Row, type Sql } from '@dangwu/read-model';
import type { PlanItemOrder } from './plan.enums';
import type { PlanItemFilter, YearPlanFilter } from './plan.filters';
import { PlanItem, YearPlan } from './plan.type';
import { PlanItemEntity, YearPlanEntity } from './year-plan.entity';

/** A plan is the business of whoever keeps the activities: nobody was told of it yet. */
export const YearPlanModel = readModel<YearPlan, YearPlanEntity, YearPlanFilter, 'LATEST'>({
  type: YearPlan,
  entity: YearPlanEntity,
  place: 'organizationId',
  read: 'activity.maintain',
  deleted: 'deletedAt',
  fields: {
    organization: one('organizationId'),
    settings: (plan) => sql`${plan.settings}`,
    job: one('jobId'),
  },
  orders: { LATEST: [desc('year'), desc('createdAt')] },
  filters: {
    year: equals('year'),
    organizationId: (plan, value) =>
      sql`${plan.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
  },
});

const stateOf = (item: Row<PlanItemEntity>): Sql => sql`case
  when ${item.activityId} is not null then 'PUBLISHED'
  when ${item.leftOutReason} is not null then 'LEFT_OUT'
  when ${item.heldOn} is null then 'UNPLACED'
  else 'PLACED' end`;

export const PlanItemModel = readModel<PlanItem, PlanItemEntity, PlanItemFilter, `${PlanItemOrder}`>({
  type: PlanItem,
  entity: PlanItemEntity,
  place: 'organizationId',
  read: 'activity.maintain',
  deleted: 'deletedAt',
  fields: {
    organization: one('organizationId'),
    activityType: one('activityTypeId'),
    state: stateOf,
    venue: one('venueId'),
    fault: (item) => sql`${item.fault}`,
    activity: one('activityId'),
  },
  orders: {
    SOONEST: [asc('heldOn'), asc('startsAt')],
    DUE: [asc('periodTo'), asc('periodFrom')],
  },
  filters: {
    planId: (item, value) => sql`${item.planId} = replace(${value}::text, 'YearPlan_', '')::uuid`,
    organizationId: (item, value) =>
      sql`${item.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    states: (item, value) => sql`${stateOf(item)} = any(${value}::text[])`,
    from: atLeast('heldOn'),
    to: before('heldOn'),
    faulty: (item, value) => sql`(${item.fault} is not null) = ${value}::boolean`,
  },
});
