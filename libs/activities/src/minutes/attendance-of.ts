import type { EntityManager } from 'typeorm';
import { ActivityEntity } from '../activity/activity.entity';
import { countsByName } from '../attendance/named-counts';

/** Who was there, as far as it is known before anybody writes it down. */
export interface AttendanceOf {
  readonly entitled: number | null;
  readonly present: number | null;
  readonly remote: number;
  readonly leave: number | null;
  readonly onLeave: readonly string[];
  readonly absent: readonly string[];
  readonly guests: readonly string[];
}

const names = (which: string): string =>
  `coalesce(array_agg(m.name order by r.sort, r.id) filter (where ${which}), '{}')`;

/** What minutes begin with: attendance by name where it is kept, else the counts of the activity. */
export async function attendanceOf(manager: EntityManager, activityId: string): Promise<AttendanceOf> {
  const kept = await countsByName(manager, activityId);
  if (kept) {
    const { entitledCount: entitled, presentCount: present, remoteCount: remote, leaveCount: leave } = kept;
    const [named] = await manager.query<Pick<AttendanceOf, 'onLeave' | 'absent' | 'guests'>[]>(
      `select ${names(`not r.guest and r.state = 'ON_LEAVE'`)} as "onLeave",
         ${names(`not r.guest and r.state in ('ABSENT', 'ENTITLED', 'MADE_UP')`)} as absent,
         ${names(`r.guest and r.state in ('PRESENT', 'LATE', 'REMOTE')`)} as guests
       from attendance r join member m on m.id = r.member_id where r.activity_id = $1`,
      [activityId],
    );
    return { entitled, present, remote, leave, ...named! };
  }
  const { entitledCount, presentCount, remoteCount, leaveCount } = await manager.findOneByOrFail(ActivityEntity, {
    id: activityId,
  });
  const unnamed = { onLeave: [], absent: [], guests: [] };
  return { entitled: entitledCount, present: presentCount, remote: remoteCount ?? 0, leave: leaveCount, ...unnamed };
}
