import type { EntityManager } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import type { AssessmentCycleEntity } from '../cycle/cycle.entity';
import { rank, type Ranking, type Result, type SchemeTree } from '../engine';

interface Standing {
  /** UUID of the assessment */
  readonly id: string;
  readonly groupKey: string;
  readonly standing: Result;
  /** what moderation gave it instead, and why */
  readonly grade: string | null;
  readonly reason: string | null;
}

/** The last result of everybody in these groups; with the grade that moderation gave. */
async function standings(tx: EntityManager, cycleId: string, groups: readonly string[] | null): Promise<Standing[]> {
  return tx.query<Standing[]>(
    `select a.id, a.group_key as "groupKey", r.standing, g.grade, g.reason
     from assessment a
     join lateral (select standing from assessment_result where assessment_id = a.id and deleted_at is null
       order by no desc limit 1) r on true
     left join lateral (select grade, reason from assessment_adjustment where assessment_id = a.id and grade is not null
       and withdrawn_at is null and deleted_at is null order by made_at desc, id desc limit 1) g on true
     where a.cycle_id = $1 and a.participation = any($2) and a.deleted_at is null
       and ($3::text[] is null or a.group_key = any($3))
     order by a.id`,
    [cycleId, takingPart, groups],
  );
}

/** A group with the order it comes in. */
export interface PlacedGroup {
  readonly key: string;
  readonly ranking: Ranking;
  /** by UUID of the assessment, the grade that moderation gave it instead */
  readonly given: ReadonlyMap<string, { readonly grade: string; readonly reason: string }>;
}

/** The order of groups as the last results have it, nothing written. */
export async function rankings(
  tx: EntityManager,
  { id }: Pick<AssessmentCycleEntity, 'id'>,
  tree: SchemeTree,
  groups: readonly string[] | null,
): Promise<PlacedGroup[]> {
  const byGroup = new Map<string, Standing[]>();
  for (const row of await standings(tx, id, groups))
    byGroup.set(row.groupKey, [...(byGroup.get(row.groupKey) ?? []), row]);
  return [...byGroup].map(([key, rows]) => ({
    key,
    ranking: rank({ entries: rows.map((row) => ({ id: row.id, result: row.standing })) }, tree),
    given: new Map(rows.flatMap((row) => (row.grade ? [[row.id, { grade: row.grade, reason: row.reason! }]] : []))),
  }));
}

/** Writes total, place and grade of everybody in these groups, where they are others than before. */
export async function placeGroups(
  tx: EntityManager,
  cycle: AssessmentCycleEntity,
  tree: SchemeTree,
  groups: readonly string[],
): Promise<void> {
  for (const { ranking, given } of await rankings(tx, cycle, tree, groups)) {
    const placed = ranking.places.map(({ id, rank: place, total, grade }) => {
      const other = given.get(id);
      return { id, place, total, grade: other?.grade ?? grade, note: other?.reason ?? '' };
    });
    const unplaced = ranking.unplaced.map((id) => ({ id, place: null, total: null, grade: null, note: '' }));
    await tx.query(
      `update assessment a set total = n.total, rank = n.place, grade = n.grade, grade_note = n.note,
         version = a.version + 1, updated_at = now()
       from jsonb_to_recordset($1) as n (id uuid, place smallint, total numeric, grade text, note text)
       where a.id = n.id
         and (a.total, a.rank, a.grade, a.grade_note) is distinct from (n.total, n.place, n.grade, n.note)`,
      [JSON.stringify([...placed, ...unplaced])],
    );
  }
}
