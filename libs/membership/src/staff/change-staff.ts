import { Access, type Permission, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { lockOrganizations } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { HandoverEntity } from './handover.entity';
import { StaffAssignmentEntity } from './staff-assignment.entity';

/** What a change is about, and what the audit log keeps of it. */
export interface StaffChange {
  readonly action: string;
  readonly type: 'StaffAssignment' | 'Handover';
  readonly id: string;
  readonly organizationId: string;
  readonly before?: object;
  readonly after: object;
  /** the document it rests on */
  readonly reason?: string;
}

type Changeable = StaffAssignmentEntity | HandoverEntity;

/** The frame of all changes of staff and handovers: rights, lock, version, audit, live event, in one transaction. */
@Injectable()
export class ChangeStaff {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** What is new. @throws PERMISSION_MISSING */
  async add(
    viewer: Viewer,
    organizationId: string,
    work: (tx: EntityManager) => Promise<StaffChange>,
  ): Promise<string> {
    this.access.require(viewer, 'staff.maintain', await this.access.place(null, viewer, organizationId));
    return this.write(viewer, work);
  }

  /** What is there. @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION */
  async change<Row extends Changeable>(
    viewer: Viewer,
    entity: EntityTarget<Row>,
    { id, version }: { readonly id: string; readonly version: number },
    work: (tx: EntityManager, row: Row) => Promise<StaffChange>,
  ): Promise<string> {
    await this.refuse(viewer, entity, id, 'staff.maintain');
    return this.write(viewer, async (tx) => {
      const row = await find(tx, entity, id);
      if (!row) throw platformErrors.UNKNOWN_ID();
      if (row.version !== version) throw platformErrors.STALE_VERSION({ current: row.version });
      return work(tx, row);
    });
  }

  /** Who may see the row but not do this is told so; to others it does not exist. */
  async refuse<Row extends Changeable>(
    viewer: Viewer,
    entity: EntityTarget<Row>,
    id: string,
    permission: Permission,
  ): Promise<Row> {
    const row = await this.database.transaction(viewer.scope('staff.read'), (tx) => find(tx, entity, id));
    if (!row) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, row.organizationId);
    this.access.require(viewer, permission, place, 'staff.read');
    return row;
  }

  /** One change of an association at a time, as with organizations. */
  private write(viewer: Viewer, work: (tx: EntityManager) => Promise<StaffChange>): Promise<string> {
    const associationId = viewer.association.id;
    return this.database.transaction(viewer.scope('staff.maintain'), async (tx) => {
      await lockOrganizations(tx, associationId);
      const { action, type, id, organizationId, before, after, reason } = await work(tx);
      await this.audit.record(tx, {
        action,
        subjectType: type,
        subjectId: id,
        organizationId,
        before: before ? { ...before } : null,
        after: { ...after },
        reason,
      });
      await this.live.publish(tx, { to: 'association', kind: 'staff', id: globalId(type, id), associationId });
      return id;
    });
  }
}

const find = <Row extends Changeable>(tx: EntityManager, entity: EntityTarget<Row>, id: string): Promise<Row | null> =>
  tx.createQueryBuilder(entity, 'row').where('row.id = :id', { id }).getOne();
