import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const keys = 'association_id, organization_id, activity_type_id, month';
const counts = ['activities', 'recorded', 'entitled', 'present', 'remote', 'on_leave', 'person_minutes'];
const sums = counts.map((name) => `sum(${name}) as ${name}`).join(', ');

/** What the activities themselves say: the same as the trigger of migration 39 writes down, counted at once. */
const fromActivities = `
  select ${keys}, ${sums} from (
    select association_id, organization_id, activity_type_id, date_trunc('month', held_on)::date as month, 1 as activities,
      (state = 'RECORDED')::int as recorded, coalesce(entitled_count, 0) as entitled, coalesce(present_count, 0) as present,
      coalesce(remote_count, 0) as remote, coalesce(leave_count, 0) as on_leave,
      coalesce(present_count, 0) * (extract(epoch from ends_at - starts_at) / 60)::bigint as person_minutes
    from activity where association_id = $1 and state in ('HELD', 'RECORDED') and deleted_at is null) a
  group by ${keys}`;

/** How many changes are merged in one transaction. */
const atOnce = 20_000;

/** Keeps the sums by month that figures read. What is not merged yet is added by whoever reads, so nothing waits for it. */
@Injectable()
export class ActivitySummaries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.on('merge-activity-deltas', '*/5 * * * *', () => this.mergeAll());
  }

  async mergeAll(): Promise<void> {
    for (const id of await this.associations())
      while ((await this.database.transaction(systemScope(id), (tx) => this.merge(tx, id))) === atOnce);
  }

  /** Moves what was written since into the sums. @returns how many changes it was */
  async merge(tx: EntityManager, associationId: string): Promise<number> {
    const [{ taken } = { taken: 0 }] = await tx.query<{ taken: number }[]>(
      `with taken as (
         delete from activity_delta where id in (select id from activity_delta where association_id = $1
           order by id limit $2 for update skip locked) returning *),
       merged as (
         insert into activity_summary (${keys}, ${counts.join(', ')})
         select ${keys}, ${sums} from taken group by ${keys}
         on conflict (organization_id, month, activity_type_id) do update
           set ${counts.map((name) => `${name} = activity_summary.${name} + excluded.${name}`).join(', ')})
       select count(*)::int as taken from taken`,
      [associationId, atOnce],
    );
    return taken;
  }

  /** Counts everything anew. @returns how many sums by organization, type and month are not what the activities say */
  async differences(tx: EntityManager, associationId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from (${fromActivities}) a
       full join (select ${keys}, ${sums} from (select ${keys}, ${counts.join(', ')} from activity_summary union all
         select ${keys}, ${counts.join(', ')} from activity_delta) s where association_id = $1 group by ${keys}) s
         using (${keys})
       where ${counts.map((name) => `coalesce(a.${name}, 0) <> coalesce(s.${name}, 0)`).join(' or ')}`,
      [associationId],
    );
    return row!.count;
  }

  /** Makes the sums anew; nothing can be written to activities meanwhile. */
  async rebuild(tx: EntityManager, associationId: string): Promise<void> {
    await tx.query(`lock table activity in share row exclusive mode`);
    await tx.query(`delete from activity_delta where association_id = $1`, [associationId]);
    await tx.query(`delete from activity_summary where association_id = $1`, [associationId]);
    await tx.query(
      `insert into activity_summary (${keys}, ${counts.join(', ')}) select ${keys}, ${counts.join(', ')}
       from (${fromActivities}) a`,
      [associationId],
    );
    // what processes remember of the sums as they were goes with the rights they were counted under
    await tx.query(`update association set name = name where id = $1`, [associationId]);
  }

  async associations(): Promise<string[]> {
    const rows = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association order by id`),
    );
    return rows.map(({ id }) => id);
  }
}
