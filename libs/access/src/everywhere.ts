import type { EntityManager } from 'typeorm';

/**
 * Lets row-level security reach the whole association for a moment: for the tree's own invariants, and for figures over
 * persons that name none of them.
 */
export async function everywhere<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ value: string | null }[]>(
    `select current_setting('dangwu.everywhere', true) as value`,
  );
  const set = (value: string): Promise<unknown> =>
    tx.query(`select set_config('dangwu.everywhere', $1, true)`, [value]);
  await set('on');
  // when it throws, the transaction is lost and the setting with it
  const result = await work();
  await set(before?.value ?? 'off');
  return result;
}
