import type { EntityManager } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import type { Words } from '../engine';
import type { ResultDimension } from './result.type';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly name: Words;
  readonly points: string | null;
  readonly weight: string | null;
  readonly share: string | null;
  readonly groupMedian: string | null;
}

/**
 * The dimensions of everybody in a group, read from the last results without their trees: points, weight, the share of it,
 * and the median of the shares in the group.
 *
 * @param group null: of the whole cycle, each beside its own group
 * @returns by UUID of the assessment
 */
export async function dimensionsOf(
  tx: EntityManager,
  cycleId: string,
  group: string | null,
): Promise<ReadonlyMap<string, ResultDimension[]>> {
  const rows = await tx.query<Row[]>(
    `with dimension as (
       select a.id, a.group_key, d.n, d.node ->> 'key' as key, d.node -> 'name' as name, d.node ->> 'points' as points,
         d.node ->> 'weight' as weight,
         case when (d.node ->> 'weight')::numeric > 0
           then round((d.node ->> 'points')::numeric / (d.node ->> 'weight')::numeric, 4) end as share
       from assessment a
       join lateral (select standing from assessment_result where assessment_id = a.id and deleted_at is null
         order by no desc limit 1) r on true
       cross join lateral jsonb_array_elements(r.standing #> '{root,children}') with ordinality as d (node, n)
       where a.cycle_id = $1 and a.participation = any($2) and a.deleted_at is null
         and ($3::text is null or a.group_key = $3) and d.node ->> 'declaredWeight' is not null
         and (d.node ->> 'declaredWeight')::numeric > 0),
     middle as (select group_key, key, round(percentile_cont(0.5) within group (order by share)::numeric, 4) as median
       from dimension group by group_key, key)
     select id, key, name, points, weight, share::text as share, median::text as "groupMedian"
     from dimension join middle using (group_key, key) order by id, n`,
    [cycleId, takingPart, group],
  );
  const all = new Map<string, ResultDimension[]>();
  for (const { id, ...dimension } of rows) {
    const own = all.get(id);
    if (own) own.push(dimension);
    else all.set(id, [dimension]);
  }
  return all;
}
