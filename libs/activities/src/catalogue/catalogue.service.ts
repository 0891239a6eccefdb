import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { localId, newId } from '@dangwu/platform/ids';
import { RuleEntity } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { ActivityTypeEntity, CatalogueTermEntity } from './catalogue.entities';
import { catalogueErrors } from './catalogue.errors';
import type {
  AddActivityTypeInput,
  AddCatalogueTermInput,
  ChangeActivityTypeInput,
  ChangeCatalogueTermInput,
  RetireActivityTypeInput,
  RetireCatalogueTermInput,
} from './catalogue.inputs';
import { ChangeCatalogue, changesOf } from './change-catalogue';

type Named = ActivityTypeEntity | CatalogueTermEntity;

/** Types, topics, lines and forms of an association. Each answers the UUID. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly changes: ChangeCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws CATALOGUE_KEY_TAKEN, CATALOGUE_RULE_UNKNOWN */
  addType(viewer: Viewer, input: AddActivityTypeInput): Promise<string> {
    const associationId = viewer.association.id;
    return this.changes.write(viewer, 'catalogue.maintain', async (tx) => {
      const { key, sort, quorumRuleKey = null, majorityRuleKey = null, ...rest } = input;
      const taken = await tx.findOneBy(ActivityTypeEntity, { associationId, key });
      if (taken) throw catalogueErrors.CATALOGUE_KEY_TAKEN({ key, name: taken.nameZh });
      await checkRules(tx, associationId, [quorumRuleKey, majorityRuleKey]);
      const facts = { ...rest, ...trimmed(input), key, quorumRuleKey, majorityRuleKey };
      const id = newId();
      const place = { sort: sort ?? (await lastOf(tx, ActivityTypeEntity, associationId)) };
      await tx.insert(ActivityTypeEntity, { id, associationId, ...facts, ...place });
      return { action: 'activityType.add', type: 'ActivityType', id, name: facts.nameZh, after: facts };
    });
  }

  /** @throws CATALOGUE_SHIPPED, CATALOGUE_RETIRED, STALE_VERSION */
  changeType(viewer: Viewer, { id: global, version, ...input }: ChangeActivityTypeInput): Promise<string> {
    const id = localId('ActivityType', global);
    return this.changes.write(viewer, 'catalogue.maintain', async (tx) => {
      const type = await this.changes.current(tx, ActivityTypeEntity, { id, version });
      refuseRetired(type);
      const change = changesOf(type, { ...given(input), ...trimmed(input) });
      if (!change) return id;
      const meaning = Object.keys(change.after).filter((field) => field === 'kind' || field === 'entitled');
      if (type.shipped && meaning.length)
        throw catalogueErrors.CATALOGUE_SHIPPED({ name: type.nameZh, fields: meaning });
      await tx.update(ActivityTypeEntity, { id }, change.after);
      return { action: 'activityType.change', type: 'ActivityType', id, name: type.nameZh, ...change };
    });
  }

  /** @throws CATALOGUE_RETIRED, STALE_VERSION */
  retireType(viewer: Viewer, { id: global, version, on }: RetireActivityTypeInput): Promise<string> {
    return this.retire(viewer, ActivityTypeEntity, 'ActivityType', {
      id: localId('ActivityType', global),
      version,
      on,
    });
  }

  /** @throws CATALOGUE_KEY_TAKEN */
  addTerm(viewer: Viewer, input: AddCatalogueTermInput): Promise<string> {
    const associationId = viewer.association.id;
    return this.changes.write(viewer, 'catalogue.maintain', async (tx) => {
      const { key, kind, sort } = input;
      const taken = await tx.findOneBy(CatalogueTermEntity, { associationId, kind, key });
      if (taken) throw catalogueErrors.CATALOGUE_KEY_TAKEN({ key, name: taken.nameZh });
      const facts = { kind, key, nameZh: input.nameZh.trim(), nameEn: input.nameEn.trim() };
      const id = newId();
      const place = { sort: sort ?? (await lastOf(tx, CatalogueTermEntity, associationId)) };
      await tx.insert(CatalogueTermEntity, { id, associationId, ...facts, ...place });
      return { action: 'catalogueTerm.add', type: 'CatalogueTerm', id, name: facts.nameZh, after: facts };
    });
  }

  /** @throws CATALOGUE_RETIRED, STALE_VERSION */
  changeTerm(viewer: Viewer, { id: global, version, ...input }: ChangeCatalogueTermInput): Promise<string> {
    const id = localId('CatalogueTerm', global);
    return this.changes.write(viewer, 'catalogue.maintain', async (tx) => {
      const term = await this.changes.current(tx, CatalogueTermEntity, { id, version });
      refuseRetired(term);
      const change = changesOf(term, { ...given(input), ...trimmed(input) });
      if (!change) return id;
      await tx.update(CatalogueTermEntity, { id }, change.after);
      return { action: 'catalogueTerm.change', type: 'CatalogueTerm', id, name: term.nameZh, ...change };
    });
  }

  /** @throws CATALOGUE_RETIRED, STALE_VERSION */
  retireTerm(viewer: Viewer, { id: global, version, on }: RetireCatalogueTermInput): Promise<string> {
    const step = { id: localId('CatalogueTerm', global), version, on };
    return this.retire(viewer, CatalogueTermEntity, 'CatalogueTerm', step);
  }

  private retire<Row extends Named>(
    viewer: Viewer,
    entity: EntityTarget<Row>,
    type: 'ActivityType' | 'CatalogueTerm',
    { id, version, on }: { readonly id: string; readonly version: number; readonly on?: string | null },
  ): Promise<string> {
    return this.changes.write(viewer, 'catalogue.maintain', async (tx) => {
      const row = await this.changes.current(tx, entity, { id, version });
      refuseRetired(row);
      const retiredOn = on ?? this.clock.today();
      // both tables have the column; TypeORM cannot know that of a type parameter
      await tx.update(entity, { id } as object, { retiredOn } as object);
      const action = type === 'ActivityType' ? 'activityType.retire' : 'catalogueTerm.retire';
      return { action, type, id, name: row.nameZh, after: { retiredOn } };
    });
  }
}

/** What was said: null stands for nothing here, as no field may be empty. */
const given = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));

const trimmed = ({ nameZh, nameEn }: { nameZh?: string | null; nameEn?: string | null }) =>
  ({
    ...(nameZh && { nameZh: nameZh.trim() }),
    ...(nameEn && { nameEn: nameEn.trim() }),
  }) as { nameZh: string; nameEn: string };

function refuseRetired({ nameZh, retiredOn }: Named): void {
  if (retiredOn) throw catalogueErrors.CATALOGUE_RETIRED({ name: nameZh, on: retiredOn });
}

async function lastOf(tx: EntityManager, entity: EntityTarget<Named>, associationId: string): Promise<number> {
  const last = await tx
    .createQueryBuilder(entity, 'row')
    .select('max(row.sort)', 'sort')
    .where('row.associationId = :associationId', { associationId })
    .getRawOne<{ sort: number | null }>();
  return (last?.sort ?? 0) + 10;
}

async function checkRules(tx: EntityManager, associationId: string, keys: readonly (string | null)[]): Promise<void> {
  for (const key of keys)
    if (key && !(await tx.existsBy(RuleEntity, { associationId, key })))
      throw catalogueErrors.CATALOGUE_RULE_UNKNOWN({ key });
}
