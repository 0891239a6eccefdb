import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { CatalogueUse } from './catalogue.type';

/** How much each entry of the catalogue is used, in one look at the activities. */
@Injectable()
export class CatalogueUses {
  constructor(private readonly database: Database) {}

  /** Of entries that no activity has nothing is said. */
  of(viewer: Viewer): Promise<CatalogueUse[]> {
    return this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const rows = await tx.query<{ type: string; id: string; count: number }[]>(
        `with a as materialized (
           select activity_type_id, topic_ids || array_remove(array[line_id, form_id], null) as terms
           from activity where association_id = $1 and deleted_at is null
         )
         select 'ActivityType' as type, activity_type_id as id, count(*)::int as count from a group by 2
         union all
         select 'CatalogueTerm', t.id, count(*)::int from a cross join unnest(a.terms) t (id) group by 2`,
        [viewer.association.id],
      );
      return rows.map(({ type, id, count }) => ({ id: globalId(type, id), activityCount: count }));
    });
  }
}
