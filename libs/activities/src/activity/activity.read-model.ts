import {
  among,
  asc,
  atLeast,
  before,
  column,
  desc,
  extendModel,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
} from '@dangwu/read-model';
import { PartyOrganizationModel, type PartyOrganizationEntity } from '@dangwu/organization';
import { Rule, type RuleEntity } from '@dangwu/rules';
import type { ActivityTypeEntity, CatalogueTermEntity } from '../catalogue/catalogue.entities';
import { ActivityType, CatalogueTerm } from '../catalogue/catalogue.type';
import { ActivityEntity } from './activity.entity';
import type { ActivityFilter, ActivityOrder } from './activity.filters';
import { ActivityStepEntity } from './activity-step.entity';
import { Activity, ActivityAbilities, ActivityQuorum, ActivityStep } from './activity.type';

const rows = {
  entity: ActivityEntity,
  place: 'organizationId',
  idPrefix: 'Activity',
  read: 'activity.read',
  deleted: 'deletedAt',
} as const;

export const ActivityModel = readModel<Activity, ActivityEntity, ActivityFilter, `${ActivityOrder}`>({
  type: Activity,
  ...rows,
  fields: {
    organization: one('organizationId'),
    type: one('activityTypeId'),
    kind: (activity, _, other) =>
      other.value<ActivityTypeEntity>(
        () => ActivityType,
        (type) => sql`${type.kind}`,
        (type) => sql`${type.id} = ${activity.activityTypeId}`,
      ),
    venue: one('venueId'),
    line: one('lineId'),
    form: one('formId'),
    topics: related<CatalogueTermEntity, ActivityEntity>((term, self) => sql`${term.id} = any(${self.topicIds})`, {
      order: 'SORT',
      boundedBy: 10,
    }),
    agenda: (activity) => sql`${activity.agenda}`,
    makeUpOf: one('makeUpOfId'),
    series: one('seriesId'),
    makeUp: related<ActivityEntity, ActivityEntity>(
      (other, self) => sql`${other.makeUpOfId} = ${self.id} and ${other.state} <> 'CANCELLED'`,
      { order: 'SOONEST' },
    ),
    quorum: sameRow(),
    steps: many<ActivityStepEntity>('activityId', { order: 'NEWEST', boundedBy: 500 }),
    viewerCan: sameRow(),
  },
  orders: {
    SOONEST: [asc('heldOn'), asc('startsAt')],
    LATEST: [desc('heldOn'), desc('startsAt')],
    TITLE: [asc('title')],
  },
  filters: {
    search: searches('searchText'),
    states: among('state'),
    kinds: (activity, kinds, other) =>
      other.exists<ActivityTypeEntity>(
        () => ActivityType,
        (type) => sql`${type.id} = ${activity.activityTypeId} and ${type.kind} = any(${kinds}::text[])`,
      ),
    types: (activity, keys, other) =>
      other.exists<ActivityTypeEntity>(
        () => ActivityType,
        (type) => sql`${type.id} = ${activity.activityTypeId} and ${type.key} = any(${keys}::text[])`,
      ),
    lines: (activity, keys, other) =>
      other.exists<CatalogueTermEntity>(
        () => CatalogueTerm,
        (line) => sql`${line.id} = ${activity.lineId} and ${line.key} = any(${keys}::text[])`,
      ),
    from: atLeast('heldOn'),
    to: before('heldOn'),
    organizationId: (activity, value) =>
      sql`${activity.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    seriesId: (activity, value) => sql`${activity.seriesId} = replace(${value}::text, 'ActivitySeries_', '')::uuid`,
    ids: (activity, value) => sql`${activity.id} = any(replace(${value}::text[]::text, 'Activity_', '')::uuid[])`,
  },
});

export const ActivityAbilitiesModel = readModel<ActivityAbilities, ActivityEntity>({
  type: ActivityAbilities,
  ...rows,
  fields: {
    maintain: masked<ActivityEntity>(
      () => sql`true`,
      () => sql`false`,
      'activity.maintain',
    ),
  },
});

export const ActivityQuorumModel = readModel<ActivityQuorum, ActivityEntity>({
  type: ActivityQuorum,
  ...rows,
  fields: {
    met: column('quorumMet'),
    present: column('presentCount'),
    base: column('entitledCount'),
    rule: one('quorumRuleId'),
    warning: (activity, _, other) =>
      sql`case when not ${activity.quorumMet} then ${other.value<RuleEntity>(
        () => Rule,
        (rule) => sql`json_build_object(
          'zh', format('应到 %s 人，实到 %s 人，没有达到“%s”（%s，%s）。所作的决定可能无效，请按规定处理。',
            ${activity.entitledCount}, ${activity.presentCount}, ${rule.nameZh}, ${rule.value}, ${rule.basisZh}),
          'en', format('%s of %s entitled were present, which does not meet "%s" (%s, %s). What was decided may be void.',
            ${activity.presentCount}, ${activity.entitledCount}, ${rule.nameEn}, ${rule.value}, ${rule.basisEn}))`,
        (rule) => sql`${rule.id} = ${activity.quorumRuleId}`,
      )} end`,
  },
});

export const ActivityStepModel = readModel<ActivityStep, ActivityStepEntity, Record<never, never>, 'NEWEST'>({
  type: ActivityStep,
  entity: ActivityStepEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  // of two in the same moment the one that was written later
  orders: { NEWEST: [desc('at'), desc('createdAt')] },
});

/** What activities add to organizations. */
export const organizationActivities = extendModel<PartyOrganizationEntity>(PartyOrganizationModel, {
  activities: many<ActivityEntity>('organizationId', 'LATEST'),
});
