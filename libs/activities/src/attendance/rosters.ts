import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceRows } from './attendance-rows';
import { expectedPeople } from './expected-people';

/** Who is entitled to attend: told by the register until an activity begins, and set down from then on. */
@Injectable()
export class Rosters {
  constructor(
    private readonly rows: AttendanceRows,
    private readonly clock: Clock,
  ) {}

  /** Sets down the rosters of activities that begin, of many in one statement. What is set down already stays. */
  async freeze(tx: EntityManager, associationId: string, activityIds: readonly string[]): Promise<void> {
    // of two at once the second waits here for the first, and finds its rows afterwards
    const frozen = await tx.query<{ activityId: string }[]>(
      `insert into roster (id, association_id, activity_id, organization_id, frozen_at)
       select uuidv7(), a.association_id, a.id, a.organization_id, $2 from activity a where a.id = any($1) order by a.id
       on conflict (activity_id) do nothing returning activity_id as "activityId"`,
      [activityIds, this.clock.now()],
    );
    const ids = frozen.map(({ activityId }) => activityId);
    if (ids.length > 0) await this.rows.enter(tx, associationId, expectedPeople('a.id = any($1)'), [ids]);
  }

  /** Puts those on a roster that is set down who were invited since. @returns how many */
  async admit(tx: EntityManager, associationId: string, activityId: string): Promise<number> {
    const invited = expectedPeople('a.id = $1 and exists (select from roster r where r.activity_id = a.id)', {
      only: 'INVITED',
    });
    return (await this.rows.enter(tx, associationId, invited, [activityId])).length;
  }

  /** Whether an activity expects a member, and whether beside those entitled; null: it does not. */
  async place(tx: EntityManager, activityId: string, memberId: string): Promise<{ readonly guest: boolean } | null> {
    const [row] = await tx.query<{ guest: boolean }[]>(
      `select a.guest from attendance a where a.activity_id = $1 and a.member_id = $2
       union all
       select e.guest from (${expectedPeople('a.id = $1', { member: '$2' })}) e
       where not exists (select from roster r where r.activity_id = $1)`,
      [activityId, memberId],
    );
    return row ?? null;
  }
}
