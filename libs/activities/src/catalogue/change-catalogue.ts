import { Access, type Permission, type Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { lockOrganizations } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from './catalogue.entities';

/** What a change is about, and what the audit log keeps of it. */
export interface CatalogueChange {
  readonly action: string;
  readonly type: 'ActivityType' | 'CatalogueTerm' | 'Venue';
  readonly id: string;
  readonly name: string;
  readonly organizationId?: string;
  readonly before?: object;
  readonly after: object;
}

type Entry = ActivityTypeEntity | CatalogueTermEntity | VenueEntity;

/** The frame of all changes of the catalogue: rights, lock, version, audit, in one transaction. */
@Injectable()
export class ChangeCatalogue {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** At an organization. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async require(viewer: Viewer, permission: Permission, organizationId: string): Promise<void> {
    this.access.require(viewer, permission, await this.access.place(null, viewer, organizationId));
  }

  /** An entry of the viewer's association. @throws UNKNOWN_ID */
  async find<Row extends Entry>(viewer: Viewer, entity: EntityTarget<Row>, id: string): Promise<Row> {
    const row = await this.database.transaction(viewer.scope('catalogue.read'), (tx) => one(tx, entity, id));
    if (!row) throw platformErrors.UNKNOWN_ID();
    return row;
  }

  /**
   * One change of an association's catalogue at a time: keys and names stay unique, and what is booked is known.
   * @param work answers what was changed; null when it is so already
   */
  write(
    viewer: Viewer,
    permission: Permission,
    work: (tx: EntityManager) => Promise<CatalogueChange | string>,
  ): Promise<string> {
    return this.database.transaction(viewer.scope(permission), async (tx) => {
      await lockOrganizations(tx, viewer.association.id);
      const change = await work(tx);
      if (typeof change === 'string') {
        leavesNothing('it is so already');
        return change;
      }
      const { action, type, id, name, organizationId, before, after } = change;
      await this.audit.record(tx, {
        action,
        subjectType: type,
        subjectId: id,
        subjectName: name,
        organizationId,
        before: before ? { ...before } : null,
        after: { ...after },
      });
      return id;
    });
  }

  /** The entry as it was read last. @throws UNKNOWN_ID, STALE_VERSION */
  async current<Row extends Entry>(
    tx: EntityManager,
    entity: EntityTarget<Row>,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<Row> {
    const row = await one(tx, entity, id);
    if (!row) throw platformErrors.UNKNOWN_ID();
    if (row.version !== version) throw platformErrors.STALE_VERSION({ current: row.version });
    return row;
  }
}

/** The values that differ, as they were and as they are to be; undefined is left as it is. */
export function changesOf(row: object, wanted: object): { before: object; after: object } | null {
  const now = row as Record<string, unknown>;
  const fields = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(now[field]),
  );
  if (fields.length === 0) return null;
  return {
    before: Object.fromEntries(fields.map(([field]) => [field, now[field]])),
    after: Object.fromEntries(fields),
  };
}

const one = <Row extends Entry>(tx: EntityManager, entity: EntityTarget<Row>, id: string): Promise<Row | null> =>
  tx.createQueryBuilder(entity, 'row').where('row.id = :id', { id }).getOne();
