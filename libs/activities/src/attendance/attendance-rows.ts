import { Clock } from '@dangwu/platform/clock';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttendanceMethod, AttendanceState } from './attendance.enums';

/** A row that became another, or was not there before. */
export interface AttendanceChange {
  readonly activityId: string;
  readonly memberId: string;
  /** where the member belonged when the roster was set down */
  readonly memberOrganizationId: string;
  readonly guest: boolean;
  /** null: the row is new */
  readonly before: AttendanceState | null;
  readonly after: AttendanceState;
}

export interface Mark {
  readonly memberId: string;
  readonly state: AttendanceState;
  readonly reason?: string | null;
}

export interface Marking {
  readonly activityId: string;
  readonly associationId: string;
  readonly method: AttendanceMethod;
  readonly by: string;
  readonly marks: readonly Mark[];
  /** only rows that are in one of these states; undefined: whatever they say */
  readonly from?: readonly AttendanceState[];
}

/** All writes of attendance: each ends in `changed`, which is the one place to hang on what follows from them. */
@Injectable()
export class AttendanceRows {
  constructor(
    private readonly clock: Clock,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Puts people on rosters who are not there yet, in one statement over many activities.
   * @param who a select of their columns, as `expectedPeople` makes it
   */
  async enter(
    tx: EntityManager,
    associationId: string,
    who: string,
    values: readonly unknown[],
  ): Promise<AttendanceChange[]> {
    const entered = await tx.query<Omit<AttendanceChange, 'before'>[]>(
      // where each roster ends, told once: a look into the index for each row would walk over all that were just written
      `with w as materialized (${who}),
       ends as materialized (
         select b.activity_id, max(b.sort) as sort from attendance b
         where b.activity_id in (select activity_id from w) group by b.activity_id)
       insert into attendance (id, association_id, activity_id, organization_id, member_id, member_organization_id, guest,
         sort, state, method, reason, marked_at, marked_by)
       select uuidv7(), w.association_id, w.activity_id, w.organization_id, w.member_id, w.member_organization_id, w.guest,
         coalesce(e.sort, 0) + row_number() over (partition by w.activity_id order by w.guest, w.pinyin, w.member_id),
         w.state, w.method, w.reason, w.marked_at, w.marked_by
       from w left join ends e on e.activity_id = w.activity_id
       on conflict (activity_id, member_id) do nothing
       returning activity_id as "activityId", member_id as "memberId",
         member_organization_id as "memberOrganizationId", guest, state as after`,
      [...values],
    );
    const changes = entered.map((row) => ({ ...row, before: null }));
    await this.changed(tx, associationId, changes);
    return changes;
  }

  /** Marks people of a roster. What says so already stays as it is, with its time and its method. */
  async mark(tx: EntityManager, { from, ...marking }: Marking): Promise<AttendanceChange[]> {
    const { activityId, associationId, method, by, marks } = marking;
    const [changes] = await tx.query<[AttendanceChange[], number]>(
      // locked in one order: of two who mark the same people at once, one waits, and then sees what the other wrote
      `with before as (
         select a.id, a.state as was, s.state, s.reason
         from jsonb_to_recordset($2) as s ("memberId" uuid, state text, reason text)
         join attendance a on a.activity_id = $1 and a.member_id = s."memberId"
         order by a.id for update of a)
       update attendance a set state = b.state, reason = b.reason, version = a.version + 1,
         method = case when b.state <> 'ENTITLED' then $3 end,
         marked_at = case when b.state <> 'ENTITLED' then $4::timestamptz end,
         marked_by = case when b.state <> 'ENTITLED' then $5 end
       from before b
       where a.id = b.id and ($6::text[] is null or b.was = any($6))
         and (a.state, a.reason) is distinct from (b.state, b.reason)
       returning a.activity_id as "activityId", a.member_id as "memberId",
         a.member_organization_id as "memberOrganizationId", a.guest, b.was as before, a.state as after`,
      [activityId, JSON.stringify(marks), method, this.clock.now(), by, from ?? null],
    );
    await this.changed(tx, associationId, changes);
    return changes;
  }

  /** What follows from every write of attendance, in its transaction. Summaries are kept by these deltas. */
  private async changed(tx: EntityManager, associationId: string, changes: readonly AttendanceChange[]): Promise<void> {
    for (const activityId of new Set(changes.map((change) => change.activityId)))
      await this.live.publish(tx, {
        to: 'association',
        kind: 'attendance',
        id: globalId('Activity', activityId),
        associationId,
      });
  }
}
