import type { Permission } from '@dangwu/access';
import {
  among,
  asc,
  atLeast,
  before,
  count,
  desc,
  holding,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
  type Filter,
} from '@dangwu/read-model';
import type { DutyProfileEntity } from './duties/duty-profile.entity';
import type { OrganizationFlagEntity } from './flags/organization-flag.entity';
import { OrganizationFlag } from './flags/organization-flag.type';
import type { OrganizationOperationEntity } from './history/organization-operation.entity';
import { OrganizationVersionEntity } from './history/organization-version.entity';
import { PartyOrganizationEntity } from './organization.entity';
import type {
  OrganizationIdentityFilter,
  OrganizationIdentityOrder,
  PartyOrganizationFilter,
  PartyOrganizationOrder,
} from './organization.filters';
import { OrganizationAbilities, OrganizationIdentity, PartyOrganization } from './organization.type';
import type { SeatEntity } from './seats/seat.entity';
import type { SuperiorEntity } from './superiors/superior.entity';

type Organization = PartyOrganizationEntity;

/** Both types are read from the same rows, of today or of a day. */
const rows = {
  entity: PartyOrganizationEntity,
  place: 'itself',
  idPrefix: 'PartyOrganization',
  deleted: 'deletedAt',
  history: { entity: OrganizationVersionEntity, from: 'validFrom', to: 'validTo' },
} as const;

const orders = {
  TREE: [asc<Organization>('path')],
  NAME: [asc<Organization>('pinyin'), asc<Organization>('name')],
  CODE: [asc<Organization>('code')],
};

const identityFilters: { readonly [K in keyof OrganizationIdentityFilter]-?: Filter<Organization> } = {
  // a part of code, name or pinyin
  search: searches('searchText'),
  types: among('type'),
  tiers: among('tier'),
  relations: among('relation'),
  statuses: among('status'),
  parentId: (o, value) => sql`${o.parentId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
  rootsOnly: (o, value) => sql`(not ${value}::boolean or ${o.parentId} is null)`,
  flagged: (o, value, other) =>
    sql`${other.exists<OrganizationFlagEntity>(
      () => OrganizationFlag,
      (flag) => sql`${flag.organizationId} = ${o.id} and ${holding(flag, other)}`,
    )} = ${value}::boolean`,
};

/** The root first. The first step of a path is the association's. */
const ancestors = related<Organization, Organization>(
  (above, self) =>
    sql`${above.no} = any((string_to_array(btrim(${self.path}, '/'), '/'))[2:]::int[]) and ${above.id} <> ${self.id}`,
  { order: 'TREE', boundedBy: 20 },
);
const childCount = count<Organization>(
  () => OrganizationIdentity,
  'parentId',
  (child) => sql`${child.status} <> 'DISSOLVED'`,
);
const children = many<Organization>('parentId', 'TREE');

export const OrganizationIdentityModel = readModel<
  OrganizationIdentity,
  Organization,
  OrganizationIdentityFilter,
  `${OrganizationIdentityOrder}`
>({
  type: OrganizationIdentity,
  ...rows,
  read: 'organization.identify',
  fields: {
    parent: one('parentId'),
    ancestors,
    children,
    childCount,
    descendantCount: (self, _, other) =>
      other.count<Organization>(
        () => OrganizationIdentity,
        (o) =>
          sql`${o.path} > ${self.path} and ${o.path} < rtrim(${self.path}, '/') || '0' and ${o.status} <> 'DISSOLVED'`,
      ),
    details: sameRow(),
  },
  orders,
  filters: identityFilters,
});

/** True where the viewer holds it. As with all masks, the present place decides: rights are today's on any day. */
const held = (permission: Permission) =>
  masked<Organization>(
    () => sql`true`,
    () => sql`false`,
    permission,
  );

export const OrganizationAbilitiesModel = readModel<OrganizationAbilities, Organization>({
  type: OrganizationAbilities,
  ...rows,
  read: 'organization.read',
  fields: { maintain: held('organization.maintain'), export: held('organization.export') },
});

export const PartyOrganizationModel = readModel<
  PartyOrganization,
  Organization,
  PartyOrganizationFilter,
  `${PartyOrganizationOrder}`
>({
  type: PartyOrganization,
  ...rows,
  read: 'organization.read',
  fields: {
    parent: one('parentId'),
    ancestors,
    children,
    childCount,
    superiors: many<SuperiorEntity>('organizationId', { order: 'MAIN', boundedBy: 50 }),
    dutyProfile: related<DutyProfileEntity, Organization>((profile, self) => sql`${profile.type} = ${self.type}`),
    seats: related<SeatEntity, Organization>(
      (seat, self, other) => sql`${seat.organizationId} = ${self.id} and ${holding(seat, other)}`,
      { order: 'POST', boundedBy: 200 },
    ),
    flags: related<OrganizationFlagEntity, Organization>(
      (flag, self, other) => sql`${flag.organizationId} = ${self.id} and ${holding(flag, other)}`,
      { order: 'SINCE', boundedBy: 20 },
    ),
    operations: many<OrganizationOperationEntity>('organizationId', 'NEWEST'),
    viewerCan: sameRow(),
  },
  orders: { ...orders, NEWEST: [desc('foundedOn'), asc('code')], TERM_ENDS: [asc('termEndsOn'), asc('code')] },
  filters: {
    ...identityFilters,
    flagCodes: (_, codes, other) =>
      other.exists<OrganizationFlagEntity>(
        () => OrganizationFlag,
        (flag) => sql`${flag.code} = any(${codes}::text[]) and ${holding(flag, other)}`,
        'organizationId',
      ),
    ids: (o, value) => sql`${o.id} = any(replace(${value}::text[]::text, 'PartyOrganization_', '')::uuid[])`,
    foundedFrom: atLeast('foundedOn'),
    foundedTo: before('foundedOn'),
  },
});
