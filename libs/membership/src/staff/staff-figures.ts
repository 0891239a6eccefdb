import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { insideOf } from '../figures';
import type { StaffFigures } from './staff.type';

/** Counts for heads of pages. Row-level security narrows the statements to what the viewer may read today. */
@Injectable()
export class StaffCounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param within only this part of the tree, as it was on the day asked for */
  async figures(viewer: Viewer, { within, asOf }: { within?: Area; asOf?: string }): Promise<StaffFigures> {
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    const day = value(asOf ?? this.clock.today());
    const inside = (row: string): string => insideOf(row, within, asOf ? day : null, value);
    const [figures] = await this.database.transaction(viewer.scope('staff.read'), (tx) =>
      tx.query<StaffFigures[]>(
        `select count(*)::int as total, (count(*) filter (where s.time = 'FULL_TIME'))::int as "fullTime",
           (count(*) filter (where s.time = 'PART_TIME'))::int as "partTime",
           count(distinct s.organization_id)::int as organizations,
           (select count(*)::int from handover h ${inside('h')} where h.deleted_at is null and h.due_on < ${day}
             and (h.from_confirmed_at is null or h.to_confirmed_at is null)) as "overdueHandovers"
         from staff_assignment s ${inside('s')}
         where s.deleted_at is null and s.since <= ${day} and (s.until is null or s.until > ${day})`,
        values,
      ),
    );
    return figures!;
  }
}
