import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stateWords } from '../activity/activity-words';
import { ActivityEntity } from '../activity/activity.entity';
import { clockText, faultOfRecording, opensAt } from './activity-times';
import { AttendanceRules } from './attendance-rules';
import { attendanceErrors } from './attendance.errors';

/** Which member an account is. */
export interface Me {
  readonly id: string;
}

/**
 * The frame of what is done to attendance: rights, and one transaction with a lock on the activity. People of a roster may
 * belong anywhere in the association, so the transaction reaches all of it; the place of the activity decides who may.
 */
@Injectable()
export class AttendanceFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly rules: AttendanceRules,
  ) {}

  /**
   * For whoever keeps the attendance of an activity.
   * @throws UNKNOWN_ID, PERMISSION_MISSING
   */
  async keep<T>(
    viewer: Viewer,
    activityId: string,
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<T>,
  ): Promise<T> {
    const id = localId('Activity', activityId);
    await this.require(viewer, id, 'attendance.record');
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const activity = await tx.findOne(ActivityEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!activity) throw platformErrors.UNKNOWN_ID();
      return work(tx, activity);
    });
  }

  /** For whoever may see who attends. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async look<T>(
    viewer: Viewer,
    activityId: string,
    permission: 'attendance.read' | 'attendance.record',
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<T>,
  ): Promise<T> {
    const id = localId('Activity', activityId);
    await this.require(viewer, id, permission);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const activity = await tx.findOneBy(ActivityEntity, { id });
      if (!activity) throw platformErrors.UNKNOWN_ID();
      return work(tx, activity);
    });
  }

  /**
   * For a member, of an activity that need not be seen otherwise: many at once do not wait for each other.
   * @throws NO_MEMBER_RECORD, UNKNOWN_ID
   */
  async attend<T>(
    viewer: Viewer,
    activityId: string,
    work: (tx: EntityManager, activity: ActivityEntity, me: Me) => Promise<T>,
  ): Promise<T> {
    const id = localId('Activity', activityId);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const me = await memberOf(tx, viewer);
      if (!me) throw attendanceErrors.NO_MEMBER_RECORD();
      const activity = await tx.findOne(ActivityEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
      if (!activity) throw platformErrors.UNKNOWN_ID();
      return work(tx, activity, me);
    });
  }

  /** What is read for a member; null: the account is not bound to one. */
  async own<T>(viewer: Viewer, work: (tx: EntityManager, me: Me) => Promise<T>): Promise<T | null> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const me = await memberOf(tx, viewer);
      return me && work(tx, me);
    });
  }

  /** @throws ATTENDANCE_STATE, ATTENDANCE_NOT_BEGUN */
  async checkRecordable(tx: EntityManager, activity: ActivityEntity): Promise<void> {
    const times = await this.rules.times(tx, activity);
    const fault = faultOfRecording(activity, times, this.clock.now());
    const { title, state } = activity;
    if (fault === 'STATE')
      throw attendanceErrors.ATTENDANCE_STATE({
        title,
        stateZh: stateWords[state].zh,
        stateEn: stateWords[state].en,
      });
    if (fault === 'EARLY')
      throw attendanceErrors.ATTENDANCE_NOT_BEGUN({ title, from: clockText(opensAt(activity, times)) });
  }

  /** @param id a UUID @throws UNKNOWN_ID, PERMISSION_MISSING */
  async require(viewer: Viewer, id: string, permission: 'attendance.read' | 'attendance.record'): Promise<void> {
    const activity = await this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.findOneBy(ActivityEntity, { id }),
    );
    if (!activity) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, activity.organizationId);
    this.access.require(viewer, permission, place, 'activity.read');
  }
}

const scopeOf = ({ association, account }: Viewer): Scope => ({ ...systemScope(association.id), account: account.id });

async function memberOf(tx: EntityManager, { account }: Viewer): Promise<Me | null> {
  const [row] = await tx.query<Me[]>(
    `select m.id from account a join member m on m.id = a.member_id and m.deleted_at is null where a.id = $1`,
    [account.id],
  );
  return row ?? null;
}
