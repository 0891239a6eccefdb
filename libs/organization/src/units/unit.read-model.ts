import { after, among, asc, desc, many, masked, one, readModel, sameRow, searches, sql } from '@dangwu/read-model';
import type { UnitOperationEntity as Operation } from './unit-operation.entity';
import { UnitOperationEntity } from './unit-operation.entity';
import { unitSummaryOf, type Told } from './unit-operation.summary';
import { UnitOperation } from './unit-operation.type';
import { UnitEntity, UnitVersionEntity } from './unit.entity';
import type { UnitFilter, UnitOrder } from './unit.filters';
import { Unit, UnitAbilities } from './unit.type';

const rows = {
  entity: UnitEntity,
  place: 'organizationId',
  deleted: 'deletedAt',
  read: 'unit.read',
  history: { entity: UnitVersionEntity, from: 'validFrom', to: 'validTo' },
} as const;

export const UnitModel = readModel<Unit, UnitEntity, UnitFilter, `${UnitOrder}`>({
  type: Unit,
  ...rows,
  fields: {
    organization: one('organizationId'),
    coveredBy: one('coveredById'),
    qualifyingRule: one('qualifyingRuleId'),
    operations: many<Operation>('unitId', 'NEWEST'),
    viewerCan: sameRow(),
  },
  orders: {
    NAME: [asc('pinyin'), asc('name')],
    CODE: [asc('code'), asc('pinyin')],
    MEMBERS: [desc('partyMemberCount'), asc('pinyin')],
  },
  filters: {
    // a part of name, code, social credit code or pinyin
    search: searches('searchText'),
    tiers: among('tier'),
    kinds: among('kind'),
    coverages: among('coverage'),
    organizationId: (u, value) =>
      sql`replace(${value}::text, 'PartyOrganization_', '')::uuid in (${u.organizationId}, ${u.coveredById})`,
    qualifiesOnly: (u, value) => sql`(not ${value}::boolean or ${u.qualifiesWithoutOrganization})`,
    ids: (u, value) => sql`${u.id} = any(replace(${value}::text[]::text, 'Unit_', '')::uuid[])`,
    includeClosed: (u, value) => sql`(${value}::boolean or ${u.closedOn} is null)`,
  },
});

export const UnitAbilitiesModel = readModel<UnitAbilities, UnitEntity>({
  type: UnitAbilities,
  ...rows,
  // as with all masks, the present place decides: rights are today's on any day
  fields: {
    maintain: masked<UnitEntity>(
      () => sql`true`,
      () => sql`false`,
      'unit.maintain',
    ),
  },
});

export const UnitOperationModel = readModel<UnitOperation, UnitOperationEntity, Record<never, never>, 'NEWEST'>({
  type: UnitOperation,
  entity: UnitOperationEntity,
  place: 'organizationId',
  deleted: 'deletedAt',
  read: 'unit.read',
  fields: { summary: after(['kind', 'before', 'after'], (row) => unitSummaryOf(row as unknown as Told)) },
  orders: { NEWEST: [desc('effectiveOn'), desc('recordedAt')] },
});
