import {
  among,
  asc,
  count,
  desc,
  equals,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
  type Sql,
} from '@dangwu/read-model';
import type { SupervisionItemEntity } from '@dangwu/activities';
import type { MatterAdviceEntity } from '../advice/advice.entity';
import { overdue } from '../execution/execution.read-model';
import type { MatterReportEntity } from '../execution/matter-report.entity';
import { Milestone } from '../execution/milestone.type';
import type { MatterRecordEntity } from '../record/matter-record.entity';
import type { MatterFilter, MatterOrder } from './matter.filters';
import { CouncilItem, MatterAbilities, MatterMaterial, MatterVersion } from './matter-parts.type';
import { CouncilItemEntity, MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter.entity';
import { Matter } from './matter.type';

const placed = { place: 'organizationId', read: 'matter.read', deleted: 'deletedAt' } as const;
const rows = {
  entity: MatterEntity,
  idPrefix: 'Matter',
  ...placed,
  // submitting a matter is what brings it before the association
  withheld: { when: 'neverSubmitted', unless: 'matter.propose' },
} as const;

/** An urgent one that no session has looked at yet. */
const awaitsReview = ({ state }: { readonly state: Sql }): Sql =>
  sql`${state} in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'SCHEDULED')`;

export const MatterModel = readModel<Matter, MatterEntity, MatterFilter, `${MatterOrder}`>({
  type: Matter,
  ...rows,
  fields: {
    organization: one('organizationId'),
    // as text: JavaScript's numbers end before amounts do
    amountFen: (matter) => sql`${matter.amountFen}::text`,
    rule: one('reviewRuleId'),
    materials: many<MatterMaterialEntity>('matterId', { order: 'KIND', boundedBy: 100 }),
    versions: many<MatterVersionEntity>('matterId', { order: 'NEWEST', boundedBy: 100 }),
    records: many<MatterRecordEntity>('matterId', { order: 'NEWEST', boundedBy: 1000 }),
    advice: many<MatterAdviceEntity>('matterId', { order: 'ASKED', boundedBy: 100 }),
    milestones: many<SupervisionItemEntity>('sourceId', { order: 'NUMBER', boundedBy: 100 }),
    overdueMilestones: count<SupervisionItemEntity>(() => Milestone, 'sourceId', overdue),
    reports: many<MatterReportEntity>('matterId', { order: 'NEWEST', boundedBy: 100 }),
    reviewDueOn: (matter) => sql`case when ${awaitsReview(matter)} then ${matter.reviewDueOn} end`,
    reviewLate: (matter, _, { day }) =>
      sql`${awaitsReview(matter)} and coalesce(${matter.reviewDueOn} < ${day}, false)`,
    councilItem: related<CouncilItemEntity, MatterEntity>((item, self) => sql`${item.matterId} = ${self.id}`, 'NEWEST'),
    session: (matter) => sql`dangwu_session_of_matter(${matter.id})`,
    viewerCan: sameRow(),
  },
  orders: {
    LATEST: [desc('createdAt')],
    SUBMITTED: [asc('submittedAt'), asc('createdAt')],
    AMOUNT: [desc('amountFen'), desc('createdAt')],
    TITLE: [asc('title')],
  },
  filters: {
    search: searches('searchText'),
    states: among('state'),
    categories: among('category'),
    outcomes: (matter, outcomes, rows) =>
      rows.exists<CouncilItemEntity>(
        () => CouncilItem,
        (item) => sql`${item.matterId} = ${matter.id} and ${item.outcome} = any(${outcomes})`,
      ),
    urgent: equals('urgent'),
    late: (matter, late, rows) => sql`${late} = (
      (${awaitsReview(matter)} and coalesce(${matter.reviewDueOn} < ${rows.day}, false))
      or ${rows.exists<SupervisionItemEntity>(
        () => Milestone,
        (item) => sql`${item.sourceId} = ${matter.id} and ${overdue(item, {}, rows)}`,
      )})`,
  },
});

export const MatterAbilitiesModel = readModel<MatterAbilities, MatterEntity>({
  type: MatterAbilities,
  ...rows,
  fields: {
    propose: masked<MatterEntity>(
      () => sql`true`,
      () => sql`false`,
      'matter.propose',
    ),
    conduct: masked<MatterEntity>(
      () => sql`true`,
      () => sql`false`,
      'matter.conduct',
    ),
  },
});

export const MatterMaterialModel = readModel<MatterMaterial, MatterMaterialEntity, Record<never, never>, 'KIND'>({
  type: MatterMaterial,
  entity: MatterMaterialEntity,
  ...placed,
  idPrefix: 'MatterMaterial',
  orders: { KIND: [asc('kind'), desc('no')] },
  fields: {
    submitted: (material, _, other) =>
      other.exists<MatterVersionEntity>(
        () => MatterVersion,
        (version) => sql`${version.matterId} = ${material.matterId} and ${version.content} -> 'materials' @>
          jsonb_build_array(jsonb_build_object('kind', ${material.kind}, 'no', ${material.no}))`,
      ),
    url: (row) => sql`'/files/matters/MatterMaterial_' || replace(${row.id}::text, '-', '')`,
  },
});

export const MatterVersionModel = readModel<MatterVersion, MatterVersionEntity, Record<never, never>, 'NEWEST'>({
  type: MatterVersion,
  entity: MatterVersionEntity,
  ...placed,
  idPrefix: 'MatterVersion',
  orders: { NEWEST: [desc('no')] },
  fields: { changes: (version) => sql`${version.changes}` },
});

export const CouncilItemModel = readModel<CouncilItem, CouncilItemEntity, Record<never, never>, 'NEWEST'>({
  type: CouncilItem,
  entity: CouncilItemEntity,
  ...placed,
  idPrefix: 'CouncilItem',
  orders: { NEWEST: [desc('placedAt')] },
});
