import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { AttendanceFrame } from './attendance-frame';
import { AttendanceRows, type AttendanceChange, type Mark } from './attendance-rows';
import { AttendanceMethod, type AttendanceState } from './attendance.enums';
import { attendanceErrors } from './attendance.errors';
import type { AttendanceMarkInput, RecordAttendanceInput } from './attendance.inputs';
import { NamedCounts } from './named-counts';
import { Rosters } from './rosters';

/** How many people a refusal names. */
const named = 10;

/** Who attended, as whoever organizes the activity says. Each answers the UUID of the activity. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly frame: AttendanceFrame,
    private readonly rosters: Rosters,
    private readonly rows: AttendanceRows,
    private readonly counts: NamedCounts,
    private readonly audit: Audit,
  ) {}

  /** Sets down the roster. @throws ATTENDANCE_STATE, ATTENDANCE_NOT_BEGUN */
  start(viewer: Viewer, activityId: string): Promise<string> {
    return this.frame.keep(viewer, activityId, async (tx, activity) => {
      await this.frame.checkRecordable(tx, activity);
      await this.rosters.freeze(tx, activity.associationId, [activity.id]);
      await this.audit.record(tx, about(activity, 'attendance.start', {}));
      return activity.id;
    });
  }

  /** Marks people. What is said already changes nothing. @throws NOT_ON_ROSTER, MARKED_TWICE, WHICH_MEMBER and as `start` */
  record(viewer: Viewer, input: RecordAttendanceInput): Promise<string> {
    return this.frame.keep(viewer, input.activityId, async (tx, activity) => {
      await this.frame.checkRecordable(tx, activity);
      const { associationId, id: activityId } = activity;
      await this.rosters.freeze(tx, associationId, [activityId]);
      const marks = await this.marksOf(tx, activity, input.rows);
      const method = viewer.byToken ? AttendanceMethod.API : AttendanceMethod.TICK;
      const by = viewer.account.name;
      const changes = await this.rows.mark(tx, { activityId, associationId, method, by, marks });
      if (changes.length === 0) leavesNothing('it is recorded so already');
      else await this.audit.record(tx, about(activity, 'attendance.record', byState(changes)));
      await this.follow(tx, activity);
      return activityId;
    });
  }

  /** What an activity says in numbers, once it is recorded. */
  async follow(tx: EntityManager, activity: ActivityEntity): Promise<void> {
    if (activity.state !== ActivityState.RECORDED) return;
    const { entitledCount, presentCount, remoteCount, leaveCount } = activity;
    const after = await this.counts.refresh(tx, activity);
    if (!after) return;
    await this.audit.record(tx, {
      ...about(activity, 'attendance.counts', { ...after }),
      before: { entitledCount, presentCount, remoteCount, leaveCount },
    });
  }

  /** Who is meant, on the roster. @throws NOT_ON_ROSTER, MARKED_TWICE, WHICH_MEMBER */
  private async marksOf(
    tx: EntityManager,
    { id, title, associationId }: ActivityEntity,
    rows: readonly AttendanceMarkInput[],
  ): Promise<Mark[]> {
    const asked = rows.map(({ memberId, memberExternalId, state, reason }, i) => {
      if (Boolean(memberId) === Boolean(memberExternalId)) throw attendanceErrors.WHICH_MEMBER({ row: i + 1 });
      return {
        row: i,
        memberId: memberId ? localId('Member', memberId) : null,
        externalId: memberExternalId ?? null,
        said: memberId ?? memberExternalId!,
        state,
        reason: reason?.trim() || null,
      };
    });
    const found = await tx.query<{ row: number; memberId: string }[]>(
      `with said as materialized (
         select s.row, s."memberId" as member_id, s."externalId" as external_id
         from jsonb_to_recordset($1) as s (row integer, "memberId" uuid, "externalId" text)),
       known as (
         select row, member_id from said where member_id is not null
         union all
         select s.row, m.id from said s join member m on m.association_id = $3 and m.external_id = s.external_id)
       select k.row, a.member_id as "memberId" from known k
       join attendance a on a.activity_id = $2 and a.member_id = k.member_id`,
      [JSON.stringify(asked), id, associationId],
    );
    const members = new Map(found.map(({ row, memberId }) => [row, memberId]));
    const unknown = asked.filter(({ row }) => !members.has(row)).map(({ said }) => said);
    if (unknown.length > 0) throw attendanceErrors.NOT_ON_ROSTER({ title, who: listed(unknown) });
    const seen = new Set<string>();
    for (const { row, said } of asked) {
      if (seen.has(members.get(row)!)) throw attendanceErrors.MARKED_TWICE({ who: said });
      seen.add(members.get(row)!);
    }
    return asked.map(({ row, state, reason }) => ({ memberId: members.get(row)!, state, reason }));
  }
}

const listed = (all: readonly string[]): string =>
  all.length > named ? `${all.slice(0, named).join(', ')} … (${all.length})` : all.join(', ');

/** How many became what: the rows themselves say who. */
export function byState(changes: readonly AttendanceChange[]): Partial<Record<AttendanceState, number>> {
  const counts: Partial<Record<AttendanceState, number>> = {};
  for (const { after } of changes) counts[after] = (counts[after] ?? 0) + 1;
  return counts;
}

/** An entry of the audit log about an activity. */
export const about = ({ id, title, organizationId }: ActivityEntity, action: string, after: object) => ({
  action,
  subjectType: 'Activity',
  subjectId: id,
  subjectName: title,
  organizationId,
  after: { ...after },
});
