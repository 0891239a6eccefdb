import type { Statements } from './statements';

/**
 * Waits for statements that were sent one after the other without waiting. When one fails, those behind it fail as well,
 * only because the transaction has: what is told is the first.
 */
export async function together<const T extends readonly Promise<unknown>[]>(
  statements: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(statements);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  // none was rejected; that `map` keeps the places of a tuple is beyond its type
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as never;
}

const unanswered = new WeakMap<Statements, Promise<unknown>[]>();

/** A transaction begins whose end waits for the statements in the list that is answered. */
export function begun(tx: Statements): Promise<unknown>[] {
  const statements: Promise<unknown>[] = [];
  unanswered.set(tx, statements);
  return statements;
}

/**
 * For the last statements of a transaction, whose answers nobody needs: they go out with the commit. When one fails, the
 * commit takes everything back, and `Database.transaction` throws what that one said.
 */
export async function beforeCommit(tx: Statements, ...statements: readonly Promise<unknown>[]): Promise<void> {
  const waiting = unanswered.get(tx);
  if (!waiting) await together(statements);
  // told when the transaction ends
  for (const statement of statements) statement.catch(() => undefined);
  waiting?.push(...statements);
}
