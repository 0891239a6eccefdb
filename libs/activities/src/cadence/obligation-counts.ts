import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { together, type Statements } from '@dangwu/platform/database';

/** Of one organization and type, the days for which activities count or counted. */
export interface Counting {
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly days: readonly string[];
}

/** The obligations of an organization and a type that some days fall into. */
const touched = `o.organization_id = $1 and o.activity_type_id = $2 and o.deleted_at is null
  and exists (select from unnest($3::date[]) d (day) where d.day between o.due_from and o.ends_on)`;

/** Counts anew the obligations `o` that a condition names. */
const recounted = (which: string): string => `
  update obligation o set planned = c.planned, held = c.held, recorded = c.recorded, version = o.version + 1
  from (
    select o.id, count(a.id) filter (where a.state = 'SCHEDULED') as planned,
      count(a.id) filter (where a.state = 'HELD') as held,
      count(a.id) filter (where a.state = 'RECORDED') as recorded
    from obligation o left join activity a on a.organization_id = o.organization_id
      and a.activity_type_id = o.activity_type_id and a.deleted_at is null
      and a.counts_on between o.due_from and o.ends_on
    where ${which} group by o.id
  ) c
  where o.id = c.id and (o.planned, o.held, o.recorded) is distinct from (c.planned, c.held, c.recorded)`;

/** Keeps what obligations say of activities equal to the activities, in the transaction that changes these. */
@Injectable()
export class ObligationCounts {
  /**
   * Counts anew the obligations that the days fall into. To be called after the activity was written, with the days for
   * which it counted before and counts now.
   */
  async refresh(tx: Statements, { organizationId, activityTypeId, days }: Counting): Promise<void> {
    const values = [organizationId, activityTypeId, days];
    await together([
      // taken before counting: of two activities recorded at once, whichever counts later sees both
      tx.query(`select o.id from obligation o where ${touched} order by o.id for update`, values),
      tx.query(recounted(touched), values),
    ]);
  }

  /** The same for many at once, as of an import or a plan: one look for all of them. @returns the obligations touched */
  async refreshAll(tx: EntityManager, counted: readonly Counting[]): Promise<string[]> {
    const days = counted.flatMap(({ organizationId, activityTypeId, days: of }) =>
      of.map((day) => ({ organizationId, activityTypeId, day })),
    );
    const touched = await tx.query<{ id: string }[]>(
      `select o.id from obligation o
       where o.deleted_at is null and exists (
         select from unnest($1::uuid[], $2::uuid[], $3::date[]) d (organization, type, day)
         where d.organization = o.organization_id and d.type = o.activity_type_id and d.day between o.due_from and o.ends_on)
         and o.organization_id = any($1)
       order by o.id for update`,
      [
        days.map(({ organizationId }) => organizationId),
        days.map(({ activityTypeId }) => activityTypeId),
        days.map(({ day }) => day),
      ],
    );
    const ids = touched.map(({ id }) => id);
    await this.recount(tx, ids);
    return ids;
  }

  /** Counts obligations anew, whatever they said. */
  async recount(tx: Statements, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(recounted('o.id = any($1)'), [ids]);
  }
}
