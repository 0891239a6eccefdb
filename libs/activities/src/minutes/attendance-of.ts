import type { EntityManager } from 'typeorm';
import { ActivityEntity } from '../activity/activity.entity';

/** Who was there, as far as it is known before anybody writes it down. */
export interface AttendanceOf {
  readonly entitled: number | null;
  readonly present: number | null;
  readonly remote: number;
  readonly onLeave: readonly string[];
  readonly absent: readonly string[];
}

/** What minutes begin with: the counts of the activity. Names come from attendance by name, where it is kept. */
export async function attendanceOf(manager: EntityManager, activityId: string): Promise<AttendanceOf> {
  const { entitledCount, presentCount, remoteCount } = await manager.findOneByOrFail(ActivityEntity, {
    id: activityId,
  });
  return { entitled: entitledCount, present: presentCount, remote: remoteCount ?? 0, onLeave: [], absent: [] };
}
