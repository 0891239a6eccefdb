import type { EntityManager } from 'typeorm';
import type { AssessmentCycleEntity } from './cycle.entity';
import { cycleErrors } from './cycle.errors';

/** What the secret votes of a cycle are called that are neither counted nor void. */
export async function openVotes(tx: EntityManager, { id }: AssessmentCycleEntity): Promise<string[]> {
  const rows = await tx.query<{ title: string }[]>(
    `select b.title from assessment_vote v join ballot b on b.id = v.ballot_id
     where v.cycle_id = $1 and v.over_at is null and v.deleted_at is null order by v.opened_at, v.id`,
    [id],
  );
  return rows.map(({ title }) => title);
}

/** @throws CYCLE_VOTING */
export async function refuseWhileVoting(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<void> {
  const { length: count } = await openVotes(tx, cycle);
  if (count > 0) throw cycleErrors.CYCLE_VOTING({ title: cycle.title, count });
}
