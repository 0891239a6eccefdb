import type { EntityManager } from 'typeorm';

/** Beyond any agenda: numbers are unique, so that an order is made in two steps. */
const aside = 10_000;

/**
 * Numbers what is on an agenda from 1.
 * @param order its items as they are to follow each other; absent: as they stand, without gaps
 */
export async function renumber(
  tx: EntityManager,
  sessionId: string,
  order: readonly string[] | null = null,
): Promise<void> {
  await tx.query(`update session_item set no = no + ${aside} where session_id = $1 and state <> 'REMOVED'`, [
    sessionId,
  ]);
  await tx.query(
    `update session_item i set no = o.no, version = i.version + 1
     from (select id, row_number() over (order by array_position($2::uuid[], id), no) as no
       from session_item where session_id = $1 and state <> 'REMOVED') o
     where i.id = o.id`,
    [sessionId, order],
  );
}
