import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { clockText, isLate, isRunning, opensAt, type AttendanceTimes } from './activity-times';
import { AttendanceFrame } from './attendance-frame';
import { AttendanceRules } from './attendance-rules';
import { AttendanceRows } from './attendance-rows';
import { AttendanceMethod, AttendanceState } from './attendance.enums';
import { attendanceErrors } from './attendance.errors';
import type { AttendActivityInput } from './attendance.inputs';
import { about } from './attendance.service';
import type { SignInCode } from './attendance.type';
import { Rosters } from './rosters';
import { SignInCodes } from './sign-in-codes';

const { PRESENT, LATE, ENTITLED, ON_LEAVE, ABSENT } = AttendanceState;

/** Signing in to an activity with the code on the screen of the room: a convenience, for one activity that is held now. */
@Injectable()
export class SignIns {
  constructor(
    private readonly frame: AttendanceFrame,
    private readonly rosters: Rosters,
    private readonly rows: AttendanceRows,
    private readonly codes: SignInCodes,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rules: AttendanceRules,
  ) {}

  /** What the screen shows now. @throws SIGN_IN_NOT_OPEN */
  code(viewer: Viewer, activityId: string): Promise<SignInCode> {
    return this.frame.look(viewer, activityId, 'attendance.record', async (tx, activity) => {
      await this.checkRunning(tx, activity);
      return { ...(await this.codes.code(activity.id, this.clock.now())), closesAt: activity.endsAt };
    });
  }

  /**
   * Whoever is there signs in, once; of 50 at the same moment none waits for another for long and none is twice.
   * @throws NO_MEMBER_RECORD, SIGN_IN_NOT_OPEN, SIGN_IN_CODE_OLD, SIGN_IN_CODE_WRONG, NOT_EXPECTED
   * @returns the UUID of the activity
   */
  attend(viewer: Viewer, input: AttendActivityInput): Promise<string> {
    return this.frame.attend(viewer, input.activityId, async (tx, activity, me) => {
      const { id: activityId, associationId } = activity;
      const now = this.clock.now();
      const times = await this.checkRunning(tx, activity);
      const fault = await this.codes.fault(activityId, input.code, now);
      if (fault === 'OLD') throw attendanceErrors.SIGN_IN_CODE_OLD();
      if (fault === 'WRONG') throw attendanceErrors.SIGN_IN_CODE_WRONG();
      await this.rosters.freeze(tx, associationId, [activityId]);
      if (!(await this.rosters.place(tx, activityId, me.id))) throw attendanceErrors.NOT_EXPECTED();
      const [change] = await this.rows.mark(tx, {
        activityId,
        associationId,
        method: AttendanceMethod.QR,
        by: viewer.account.name,
        marks: [{ memberId: me.id, state: isLate(activity, times, now) ? LATE : PRESENT }],
        // whoever is recorded as there stays as recorded; who had leave and came after all is there
        from: [ENTITLED, ON_LEAVE, ABSENT],
      });
      if (change) await this.audit.record(tx, about(activity, 'attendance.signIn', { state: change.after }));
      else leavesNothing('signed in already');
      return activityId;
    });
  }

  private async checkRunning(tx: EntityManager, activity: ActivityEntity): Promise<AttendanceTimes> {
    const times = await this.rules.times(tx, activity);
    if (isRunning(activity, times, this.clock.now())) return times;
    const [from, to] = [clockText(opensAt(activity, times)), clockText(activity.endsAt)];
    throw attendanceErrors.SIGN_IN_NOT_OPEN({ title: activity.title, from, to });
  }
}
