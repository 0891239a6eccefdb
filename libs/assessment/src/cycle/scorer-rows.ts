import type { EntityManager } from 'typeorm';

/** An expert of a cycle with how far the sheets are. */
export interface ScorerRow {
  /** UUIDs */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly groups: string[] | null;
  readonly recused: readonly string[];
  readonly removedAt: Date | null;
  readonly removedReason: string | null;
  /** of how many a sheet is asked for, and of how many it was handed in */
  readonly asked: number;
  readonly submitted: number;
}

/** Those that were removed stand last. */
export const scorerRows = (tx: EntityManager, cycleId: string): Promise<ScorerRow[]> =>
  tx.query<ScorerRow[]>(
    `select s.id, s.account_id as "accountId", s.name, s.role, s.groups, s.recused, s.removed_at as "removedAt",
       s.removed_reason as "removedReason",
       (select count(*) from assessment a where a.cycle_id = s.cycle_id and a.participation in ('REQUIRED', 'OPTED_IN')
          and (s.groups is null or a.group_key = any (s.groups)) and a.organization_id <> all (s.recused))::int as asked,
       (select count(distinct c.assessment_id) from assessment_score c join assessment a on a.id = c.assessment_id
        where a.cycle_id = s.cycle_id and c.source = 'EXPERT' and c.account_id = s.account_id
          and c.submitted_at is not null and c.deleted_at is null)::int as submitted
     from assessment_scorer s where s.cycle_id = $1 and s.deleted_at is null
     order by s.removed_at is not null, s.created_at, s.id`,
    [cycleId],
  );
