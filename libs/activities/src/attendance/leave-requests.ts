import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { isAhead, isWithdrawable } from './activity-times';
import { AttendanceFrame } from './attendance-frame';
import { AttendanceRows } from './attendance-rows';
import { AttendanceMethod, AttendanceState, LeaveState } from './attendance.enums';
import { leaveWords } from './attendance-words';
import { attendanceErrors } from './attendance.errors';
import type { ApproveLeaveInput, DeclineLeaveInput, RequestLeaveInput } from './attendance.inputs';
import { LeaveRequestEntity } from './leave-request.entity';
import { Rosters } from './rosters';

const { ASKED, APPROVED, DECLINED, WITHDRAWN } = LeaveState;

/** A member asks to be excused before an activity begins; whoever keeps its attendance decides. */
@Injectable()
export class LeaveRequests {
  constructor(
    private readonly database: Database,
    private readonly frame: AttendanceFrame,
    private readonly rosters: Rosters,
    private readonly rows: AttendanceRows,
    private readonly clock: Clock,
    private readonly live: LiveEvents,
    private readonly audit: Audit,
  ) {}

  /** @throws NO_MEMBER_RECORD, NOT_EXPECTED, LEAVE_TOO_LATE, LEAVE_ASKED @returns the UUID of the activity */
  ask(viewer: Viewer, { activityId, reason }: RequestLeaveInput): Promise<string> {
    return this.frame.attend(viewer, activityId, async (tx, activity, { id: memberId }) => {
      const { id, title, associationId, organizationId } = activity;
      if (!(await this.rosters.place(tx, id, memberId))) throw attendanceErrors.NOT_EXPECTED();
      this.checkAhead(activity);
      const now = this.clock.now();
      const request = { id: newId(now.getTime()), associationId, activityId: id, organizationId, memberId };
      const row = { ...request, reason: reason.trim(), state: ASKED, askedAt: now };
      // of two at once the second waits here for the first
      const made = await tx.query<{ id: string }[]>(
        `insert into leave_request (id, association_id, activity_id, organization_id, member_id, reason, state, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
        [row.id, associationId, id, organizationId, memberId, row.reason, row.state, row.askedAt],
      );
      if (made.length === 0) {
        const state = In([ASKED, APPROVED]);
        const before = await tx.findOneByOrFail(LeaveRequestEntity, { activityId: id, memberId, state });
        const words = leaveWords[before.state];
        throw attendanceErrors.LEAVE_ASKED({ title, stateZh: words.zh, stateEn: words.en });
      }
      await this.follow(tx, activity, row, { action: 'leave.ask', after: { state: ASKED } });
      return id;
    });
  }

  /** One's own request. @throws NO_MEMBER_RECORD, UNKNOWN_ID, LEAVE_NOT_WITHDRAWN @returns the UUID of the activity */
  withdraw(viewer: Viewer, activityId: string): Promise<string> {
    return this.frame.attend(viewer, activityId, async (tx, activity, { id: memberId }) => {
      const { id, title, associationId } = activity;
      // of two at once the second waits here for the first, and finds nothing to withdraw
      const request = await tx.findOne(LeaveRequestEntity, {
        where: { activityId: id, memberId, state: In([ASKED, APPROVED]) },
        lock: { mode: 'pessimistic_write' },
      });
      const now = this.clock.now();
      if (!request || !isWithdrawable(request.state, activity, now))
        throw attendanceErrors.LEAVE_NOT_WITHDRAWN({ title });
      const by = viewer.account.name;
      const before = { state: request.state };
      await tx.update(LeaveRequestEntity, { id: request.id }, { state: WITHDRAWN, decidedAt: now, decidedBy: by });
      // on a roster that is set down already the member is expected again
      const marks = [{ memberId, state: AttendanceState.ENTITLED }];
      const from = [AttendanceState.ON_LEAVE];
      if (request.state === APPROVED)
        await this.rows.mark(tx, { activityId: id, associationId, method: AttendanceMethod.LEAVE, by, marks, from });
      await this.follow(tx, activity, request, { action: 'leave.withdraw', before, after: { state: WITHDRAWN } });
      return id;
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, LEAVE_DECIDED, LEAVE_TOO_LATE, OWN_LEAVE @returns its UUID */
  approve(viewer: Viewer, input: ApproveLeaveInput): Promise<string> {
    return this.decide(viewer, input, async (tx, request, activity) => {
      const { activityId, memberId, associationId, reason } = request;
      await this.set(tx, viewer, activity, request, { state: APPROVED, decisionReason: null });
      // a roster that is not set down yet takes the leave over when it is
      const marks = [{ memberId, state: AttendanceState.ON_LEAVE, reason }];
      const method = AttendanceMethod.LEAVE;
      const from = [AttendanceState.ENTITLED, AttendanceState.ABSENT];
      await this.rows.mark(tx, { activityId, associationId, method, by: viewer.account.name, marks, from });
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, LEAVE_DECIDED, LEAVE_TOO_LATE, OWN_LEAVE @returns its UUID */
  decline(viewer: Viewer, input: DeclineLeaveInput): Promise<string> {
    return this.decide(viewer, input, (tx, request, activity) =>
      this.set(tx, viewer, activity, request, { state: DECLINED, decisionReason: input.reason.trim() }),
    );
  }

  private async decide(
    viewer: Viewer,
    { id: globalRequestId, version }: ApproveLeaveInput,
    work: (tx: EntityManager, request: LeaveRequestEntity, activity: ActivityEntity) => Promise<void>,
  ): Promise<string> {
    const id = localId('LeaveRequest', globalRequestId);
    const asked = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.findOneBy(LeaveRequestEntity, { id }),
    );
    if (!asked) throw platformErrors.UNKNOWN_ID();
    return this.frame.keep(viewer, globalId('Activity', asked.activityId), async (tx, activity) => {
      // read anew behind the lock on the activity
      const request = await tx.findOneByOrFail(LeaveRequestEntity, { id });
      if (request.state !== ASKED) {
        const { zh, en } = leaveWords[request.state];
        throw attendanceErrors.LEAVE_DECIDED({ by: request.decidedBy, stateZh: zh, stateEn: en });
      }
      if (request.version !== version) throw platformErrors.STALE_VERSION({ current: request.version });
      this.checkAhead(activity);
      const [me] = await tx.query<{ member_id: string | null }[]>(`select member_id from account where id = $1`, [
        viewer.account.id,
      ]);
      if (me?.member_id === request.memberId) throw attendanceErrors.OWN_LEAVE();
      await work(tx, request, activity);
      return id;
    });
  }

  private async set(
    tx: EntityManager,
    viewer: Viewer,
    activity: ActivityEntity,
    request: LeaveRequestEntity,
    decision: Pick<LeaveRequestEntity, 'state' | 'decisionReason'>,
  ): Promise<void> {
    const decided = { ...decision, decidedAt: this.clock.now(), decidedBy: viewer.account.name };
    await tx.update(LeaveRequestEntity, { id: request.id }, decided);
    const action = decision.state === APPROVED ? 'leave.approve' : 'leave.decline';
    const reason = decision.decisionReason;
    await this.follow(tx, activity, request, { action, after: { state: decision.state }, reason });
  }

  private async follow(
    tx: EntityManager,
    { id, associationId }: ActivityEntity,
    request: Pick<LeaveRequestEntity, 'id' | 'organizationId'>,
    {
      action,
      before,
      after,
      reason = null,
    }: { action: string; before?: object; after: object; reason?: string | null },
  ): Promise<void> {
    const { id: subjectId, organizationId } = request;
    const what = { action, subjectType: 'LeaveRequest', subjectId, organizationId, reason };
    await this.audit.record(tx, {
      ...what,
      ...(before && { before: { ...before } }),
      after: { ...after, activityId: id },
    });
    await this.live.publish(tx, { to: 'association', kind: 'attendance', id: globalId('Activity', id), associationId });
  }

  private checkAhead(activity: ActivityEntity): void {
    if (!isAhead(activity, this.clock.now())) throw attendanceErrors.LEAVE_TOO_LATE({ title: activity.title });
  }
}
