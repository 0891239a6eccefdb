import type { EntityManager } from 'typeorm';

/**
 * The horizon of synchronization: every change with a number below it is finished and visible to the statements that
 * follow in `tx` (READ COMMITTED). Take the horizon first, then the rows with `since <= change_number < horizon`, and
 * give the horizon to the caller as its next `since`. A transaction that began early and commits late holds the
 * horizon back instead of being skipped.
 */
export async function changesBelow(tx: EntityManager): Promise<string> {
  const rows = await tx.query<{ below: string }[]>('select dangwu_changes_below()::text as below');
  return rows[0]!.below;
}
