import type { EntityManager } from 'typeorm';

export interface Unsealed {
  readonly events: number;
  /** when the first of them was recorded */
  readonly since: string | null;
}

/** What was recorded after the last block, of which nothing can be proved yet. */
export async function unsealedAfter(tx: EntityManager, change: string): Promise<Unsealed> {
  const [found] = await tx.query<{ events: number; since: Date | null }[]>(
    `select count(*)::int as events, min(at) as since from audit_event where change_number >= $1::bigint`,
    [change],
  );
  return { events: found!.events, since: found!.since?.toISOString() ?? null };
}
