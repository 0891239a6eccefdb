import { among, asc, containsText, masked, one, readModel, sameRow, sql, type Sql } from '@dangwu/read-model';
import { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from './catalogue.entities';
import type { CatalogueFilter, VenueFilter, VenueOrder } from './catalogue.filters';
import { ActivityType, CatalogueTerm, Venue, VenueAbilities } from './catalogue.type';

const name = (row: { readonly nameZh: Sql; readonly nameEn: Sql }): Sql =>
  sql`json_build_object('zh', ${row.nameZh}, 'en', ${row.nameEn})`;
const ofAssociation = {
  place: 'association',
  associationColumn: 'associationId',
  read: 'catalogue.read',
  deleted: 'deletedAt',
} as const;

export const ActivityTypeModel = readModel<ActivityType, ActivityTypeEntity, CatalogueFilter, 'SORT'>({
  type: ActivityType,
  entity: ActivityTypeEntity,
  ...ofAssociation,
  boundedBy: 500,
  fields: { name },
  orders: { SORT: [asc('sort'), asc('key')] },
  filters: {
    includeRetired: (type, value, { day }) =>
      sql`(${value}::boolean or ${type.retiredOn} is null or ${type.retiredOn} > ${day})`,
  },
});

export const CatalogueTermModel = readModel<
  CatalogueTerm,
  CatalogueTermEntity,
  CatalogueFilter & { kind?: string },
  'SORT'
>({
  type: CatalogueTerm,
  entity: CatalogueTermEntity,
  ...ofAssociation,
  boundedBy: 1000,
  fields: { name },
  orders: { SORT: [asc('kind'), asc('sort'), asc('key')] },
  filters: {
    kind: (term, value) => sql`${term.kind} = ${value}::text`,
    includeRetired: (term, value, { day }) =>
      sql`(${value}::boolean or ${term.retiredOn} is null or ${term.retiredOn} > ${day})`,
  },
});

const venues = {
  entity: VenueEntity,
  place: 'organizationId',
  idPrefix: 'Venue',
  read: 'catalogue.read',
  deleted: 'deletedAt',
} as const;

export const VenueAbilitiesModel = readModel<VenueAbilities, VenueEntity>({
  type: VenueAbilities,
  ...venues,
  fields: {
    maintain: masked<VenueEntity>(
      () => sql`true`,
      () => sql`false`,
      'venue.maintain',
    ),
  },
});

export const VenueModel = readModel<Venue, VenueEntity, VenueFilter, `${VenueOrder}`>({
  type: Venue,
  ...venues,
  fields: { organization: one('organizationId'), viewerCan: sameRow() },
  orders: { NAME: [asc('name')], KIND: [asc('kind'), asc('name')] },
  filters: {
    search: containsText('name'),
    kinds: among('kind'),
    organizationId: (venue, value) =>
      sql`${venue.organizationId} = replace(${value}::text, 'PartyOrganization_', '')::uuid`,
    includeClosed: (venue, value, { day }) =>
      sql`(${value}::boolean or ${venue.closedOn} is null or ${venue.closedOn} > ${day})`,
  },
});
