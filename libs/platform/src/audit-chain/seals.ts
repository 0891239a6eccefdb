import type { EntityManager } from 'typeorm';
import { headsAfter } from './audit-blocks';
import { hashOf, type Head } from './block';
import { eventColumns, eventLine, lineHash, type EventRow } from './event-line';

/** Where an event of the log is sealed, for somebody who may not read the event itself. */
export interface Seal {
  readonly eventId: string;
  /** SHA-256 of the line of the event, as its block and every archive hold it */
  readonly eventHash: string;
  /** null: it is younger than the last block */
  readonly block: number | null;
}

export interface SealingBlock extends Head {
  readonly number: number;
  /** of its header: what was mailed */
  readonly hash: string;
}

/** The events about one thing, oldest first, and the heads of the blocks that seal them. What was archived is not here. */
export async function sealsOf(
  tx: EntityManager,
  subjectType: string,
  subjectId: string,
): Promise<{ readonly seals: readonly (Seal & { readonly after: string | null })[]; readonly blocks: SealingBlock[] }> {
  const rows = await tx.query<(EventRow & { block: number | null })[]>(
    `select event.*, (select number::int from audit_block where from_change <= event.change::bigint
       and to_change > event.change::bigint) as block
     from (select ${eventColumns} from audit_event where subject_type = $1 and subject_id = $2) as event
     order by event.id::bigint`,
    [subjectType, subjectId],
  );
  const seals = rows.map((row) => ({
    eventId: row.id,
    eventHash: lineHash(eventLine(row)).toString('hex'),
    block: row.block,
    after: row.after,
  }));
  const blocks: SealingBlock[] = [];
  for (const number of new Set(seals.flatMap(({ block }) => block ?? []))) {
    const [head] = await headsAfter(tx, number - 1, 1);
    if (head) blocks.push({ ...head, hash: hashOf(head) });
  }
  return { seals, blocks };
}
