import type { EntityManager } from 'typeorm';
import { cycleErrors } from './cycle.errors';
import type { AssessmentCycleEntity } from './cycle.entity';

/** Whether a job reads the figures of a cycle at this moment. */
export async function readingNow(tx: EntityManager, { readingJobId }: AssessmentCycleEntity): Promise<boolean> {
  if (!readingJobId) return false;
  // one that was cancelled or failed leaves its number behind
  const rows = await tx.query<unknown[]>(`select from job where id = $1 and state in ('QUEUED', 'RUNNING')`, [
    readingJobId,
  ]);
  return rows.length > 0;
}

/** @throws CYCLE_READING */
export async function refuseWhileReading(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<void> {
  if (await readingNow(tx, cycle)) throw cycleErrors.CYCLE_READING({ title: cycle.title });
}
