import { after, asc, desc, one, readModel, related, sql } from '@dangwu/read-model';
import { DutyProfileEntity } from './duties/duty-profile.entity';
import { DutyProfile } from './duties/duty-profile.type';
import { OrganizationFlagEntity } from './flags/organization-flag.entity';
import { OrganizationFlag } from './flags/organization-flag.type';
import { flagMessage, type FlagCode, type FlagParams } from './flags/organization-flags';
import { OrganizationOperationEntity } from './history/organization-operation.entity';
import { summaryOf, type Told } from './history/organization-operation.summary';
import { OrganizationOperation } from './history/organization-operation.type';
import type { PartyOrganizationEntity } from './organization.entity';
import { SeatEntity } from './seats/seat.entity';
import { Seat } from './seats/seat.type';
import { SuperiorEntity } from './superiors/superior.entity';
import { Superior } from './superiors/superior.type';

/** What hangs on an organization is read with its permission, at its place. */
const ofOrganization = { place: 'organizationId', deleted: 'deletedAt' } as const;

/** Who a superior is, everyone may know, as with the organizations of the tree. */
export const SuperiorModel = readModel<Superior, SuperiorEntity, Record<never, never>, 'MAIN'>({
  type: Superior,
  entity: SuperiorEntity,
  ...ofOrganization,
  // dated itself: as of a day only who led or guided on it
  history: { entity: SuperiorEntity, from: 'validFrom', to: 'validTo' },
  read: 'organization.identify',
  orders: { MAIN: [desc('main'), asc('validFrom')] },
});

/** Who sits in a body is read with the body; as of a day, who sat there. */
export const SeatModel = readModel<Seat, SeatEntity, Record<never, never>, 'POST'>({
  type: Seat,
  entity: SeatEntity,
  ...ofOrganization,
  history: { entity: SeatEntity, from: 'since', to: 'until' },
  read: 'organization.read',
  orders: { POST: [asc('rank'), asc('since')] },
});

export const OrganizationFlagModel = readModel<OrganizationFlag, OrganizationFlagEntity, Record<never, never>, 'SINCE'>(
  {
    type: OrganizationFlag,
    entity: OrganizationFlagEntity,
    ...ofOrganization,
    history: { entity: OrganizationFlagEntity, from: 'since', to: 'until' },
    read: 'organization.read',
    fields: {
      message: after(['code', 'params'], (row) => flagMessage(row['code'] as FlagCode, row['params'] as FlagParams)),
      rule: one('ruleId'),
    },
    orders: { SINCE: [asc('since'), asc('code')] },
  },
);

export const OrganizationOperationModel = readModel<
  OrganizationOperation,
  OrganizationOperationEntity,
  Record<never, never>,
  'NEWEST'
>({
  type: OrganizationOperation,
  entity: OrganizationOperationEntity,
  ...ofOrganization,
  read: 'organization.read',
  fields: {
    summary: after(['kind', 'before', 'after'], (row) => summaryOf(row as unknown as Told)),
    pending: (operation) => sql`${operation.state} = 'PENDING'`,
    undoable: (operation) => sql`${operation.state} = 'APPLIED' and ${operation.kind} not in ('IMPORTED', 'UNDONE')`,
    refersTo: related<PartyOrganizationEntity, OrganizationOperationEntity>(
      (other, operation) => sql`${other.id} = any(${operation.refersTo})`,
      { order: 'TREE', boundedBy: 100 },
    ),
  },
  orders: { NEWEST: [desc('effectiveOn'), desc('recordedAt'), desc('createdAt')] },
});

export const DutyProfileModel = readModel<DutyProfile, DutyProfileEntity, Record<never, never>, 'TYPE'>({
  type: DutyProfile,
  entity: DutyProfileEntity,
  place: 'association',
  associationColumn: 'associationId',
  deleted: 'deletedAt',
  read: 'organization.identify',
  boundedBy: 30,
  orders: { TYPE: [asc('type')] },
});
