import {
  among,
  asc,
  desc,
  extendModel,
  holding,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
  type Param,
  type Row,
  type Rows,
  type Sql,
} from '@dangwu/read-model';
import { PartyOrganizationModel, type PartyOrganizationEntity } from '@dangwu/organization';
import { HandoverEntity, HandoverItemEntity } from './handover.entity';
import { StaffAssignmentEntity } from './staff-assignment.entity';
import type { HandoverFilter, StaffFilter, StaffOrder } from './staff.filters';
import { Handover, HandoverItem, StaffAbilities, StaffAssignment } from './staff.type';

type Assignment = Row<StaffAssignmentEntity>;

const rows = {
  entity: StaffAssignmentEntity,
  place: 'organizationId',
  idPrefix: 'StaffAssignment',
  read: 'staff.read',
  deleted: 'deletedAt',
  // dated itself: as of a day only those that held on it
  history: { entity: StaffAssignmentEntity, from: 'since', to: 'until' },
} as const;

/** True where the viewer holds it; rights are today's on any day. */
const held = (permission: 'staff.maintain' | 'member.unmask') =>
  masked<StaffAssignmentEntity>(
    () => sql`true`,
    () => sql`false`,
    permission,
  );

const ended = (staff: Assignment, { day }: Rows): Sql => sql`(${staff.until} is not null and ${staff.until} <= ${day})`;
const missing = (staff: Assignment, other: Rows): Sql =>
  sql`(${ended(staff, other)} and not ${other.exists<HandoverEntity>(
    () => Handover,
    (handover) =>
      sql`${handover.fromId} = ${staff.id} and ${handover.fromConfirmedAt} is not null and ${handover.toConfirmedAt} is not null`,
  )})`;
const at = (row: { readonly organizationId: Sql }, value: Param): Sql =>
  sql`${row.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`;

export const StaffAbilitiesModel = readModel<StaffAbilities, StaffAssignmentEntity>({
  type: StaffAbilities,
  ...rows,
  fields: { maintain: held('staff.maintain'), unmask: held('member.unmask') },
});

/** The sealed phone is in no read model at all, as with members. */
export const StaffAssignmentModel = readModel<StaffAssignment, StaffAssignmentEntity, StaffFilter, `${StaffOrder}`>({
  type: StaffAssignment,
  ...rows,
  fields: {
    member: one('memberId'),
    organization: one('organizationId'),
    phone: (staff) => sql`${staff.phoneMasked}`,
    handoverMissing: (staff, _, other) => missing(staff, other),
    handovers: many<HandoverEntity>('fromId', { order: 'DUE', boundedBy: 20 }),
    viewerCan: sameRow(),
  },
  orders: { NAME: [asc('pinyin'), asc('name')], NEWEST: [desc('since'), asc('pinyin')] },
  filters: {
    search: searches('searchText'),
    times: among('time'),
    organizationId: (staff, value) => at(staff, value),
    handoverMissing: (staff, value, other) => sql`(not ${value}::boolean or ${missing(staff, other)})`,
    includeEnded: (staff, value, other) => sql`(${value}::boolean or not ${ended(staff, other)})`,
  },
});

const stateOf = (handover: Row<HandoverEntity>, { day }: Rows): Sql =>
  sql`case when ${handover.fromConfirmedAt} is not null and ${handover.toConfirmedAt} is not null then 'DONE'
    when ${handover.dueOn} < ${day} then 'OVERDUE' else 'OPEN' end`;

export const HandoverModel = readModel<Handover, HandoverEntity, HandoverFilter, 'DUE'>({
  type: Handover,
  entity: HandoverEntity,
  place: 'organizationId',
  read: 'staff.read',
  deleted: 'deletedAt',
  fields: {
    organization: one('organizationId'),
    from: one('fromId'),
    to: one('toId'),
    state: (handover, _, other) => stateOf(handover, other),
    items: many<HandoverItemEntity>('handoverId', { order: 'POSITION', boundedBy: 100 }),
  },
  orders: { DUE: [desc('dueOn')] },
  filters: {
    states: (handover, states, other) => sql`${stateOf(handover, other)} = any(${states}::text[])`,
    organizationId: (handover, value) => at(handover, value),
  },
});

export const HandoverItemModel = readModel<HandoverItem, HandoverItemEntity, Record<never, never>, 'POSITION'>({
  type: HandoverItem,
  entity: HandoverItemEntity,
  place: 'parent',
  read: 'staff.read',
  deleted: 'deletedAt',
  orders: { POSITION: [asc('position')] },
});

/** What the roster of staff adds to organizations. */
export const organizationStaff = extendModel<PartyOrganizationEntity>(PartyOrganizationModel, {
  staff: related<StaffAssignmentEntity, PartyOrganizationEntity>(
    (staff, self, other) => sql`${staff.organizationId} = ${self.id} and ${holding(staff, other)}`,
    { order: 'NAME', boundedBy: 100 },
  ),
});
