import { BadRequestException, ForbiddenException, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, MoreThanOrEqual, Between } from 'typeorm';
import type { Viewer } from './access.js';
import {
  ActivityEntity,
  ActivityStepEntity,
  AuditEventEntity,
  ObligationEntity,
  OrganizationEntity,
} from './entities.js';
import type { RecordActivityInput } from './types.js';

/** A service with a transaction: find, check, save, and what follows, each by its repository. */
@Injectable()
export class Recording {
  constructor(private readonly source: DataSource) {}

  record(viewer: Viewer, { id, version, ...recorded }: RecordActivityInput): Promise<ActivityEntity> {
    return this.source.transaction(async (tx) => {
      const activity = await tx.findOneOrFail(ActivityEntity, {
        where: { id, associationId: viewer.associationId, deletedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      const organization = await tx.findOneByOrFail(OrganizationEntity, { id: activity.organizationId });
      if (!viewer.everywhere && !viewer.memberPaths.some((path) => organization.leadsPath.startsWith(path)))
        throw new ForbiddenException();
      if (
        activity.version !== version ||
        !['SCHEDULED', 'HELD'].includes(activity.state) ||
        recorded.endsAt > new Date()
      )
        throw new BadRequestException();
      const { summary, entitledCount, presentCount, remoteCount, leaveCount } = recorded;
      const after = {
        summary,
        entitledCount,
        presentCount,
        remoteCount,
        leaveCount,
        state: 'RECORDED',
        recordedBy: viewer.name,
      };
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, activity[key as keyof typeof after]]));
      const saved = await tx.save(Object.assign(activity, recorded, after, { recordedAt: new Date() }));
      // what is personal stands in the log by its shape alone
      await this.follow(tx, viewer, saved, before, { ...after, recordedBy: `${viewer.name[0]}**` });
      return saved;
    });
  }

  private async follow(
    tx: EntityManager,
    viewer: Viewer,
    activity: ActivityEntity,
    before: object,
    after: object,
  ): Promise<void> {
    const { associationId, organizationId } = activity;
    await tx.save(
      tx.create(ActivityStepEntity, {
        id: randomUUID(),
        associationId,
        activityId: activity.id,
        organizationId,
        kind: 'RECORDED',
        actorName: viewer.name,
        at: new Date(),
      }),
    );
    await this.count(tx, activity);
    await tx.save(
      tx.create(AuditEventEntity, {
        associationId,
        accountId: viewer.accountId,
        sessionId: viewer.sessionId,
        kind: 'WRITE',
        action: 'activity.record',
        subjectType: 'Activity',
        subjectId: activity.id,
        subjectName: activity.title,
        organizationId,
        before,
        after,
        operation: 'recordActivity',
        client: 'SESSION',
      }),
    );
    const told = {
      a: associationId,
      t: 'association',
      k: 'activity',
      i: `Activity_${activity.id.replaceAll('-', '')}`,
    };
    await tx.query(`select pg_notify('dangwu_live', $1)`, [JSON.stringify(told)]);
  }

  /** What obligations say of the organization's activities of the type. */
  private async count(tx: EntityManager, { organizationId, activityTypeId, countsOn }: ActivityEntity): Promise<void> {
    const obligations = await tx.findBy(ObligationEntity, {
      organizationId,
      activityTypeId,
      dueFrom: LessThanOrEqual(countsOn),
      endsOn: MoreThanOrEqual(countsOn),
      deletedAt: IsNull(),
    });
    for (const obligation of obligations) {
      const { dueFrom, endsOn } = obligation;
      const here = await tx.findBy(ActivityEntity, {
        organizationId,
        activityTypeId,
        countsOn: Between(dueFrom, endsOn),
        deletedAt: IsNull(),
      });
      obligation.planned = here.filter(({ state }) => state === 'SCHEDULED').length;
      obligation.held = here.filter(({ state }) => state === 'HELD').length;
      obligation.recorded = here.filter(({ state }) => state === 'RECORDED').length;
      await tx.save(obligation);
    }
  }
}
