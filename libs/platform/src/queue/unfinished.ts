import type { EntityManager } from 'typeorm';
import { queueSchema, type QueueName } from './queues';

/** What became of the entry behind an unfinished row of ours: given up by the queue, or not there at all. */
export interface Stray {
  readonly id: string;
  readonly entry: 'given up' | 'missing';
}

/**
 * Rows of ours that wait for an entry which will never come: its attempts are used up by workers that died, or the
 * queue lost it (a restore, an outage longer than its retention).
 *
 * @param unfinished SQL of the ids that are not finished; a constant of the caller
 */
export async function strays(tx: EntityManager, queue: QueueName, unfinished: string): Promise<Stray[]> {
  return tx.query<Stray[]>(
    `select mine.id, case when entry.id is null then 'missing' else 'given up' end as entry
     from (${unfinished}) as mine (id)
     left join ${queueSchema}.job entry on entry.name = $1 and entry.id = mine.id
     where entry.id is null or entry.state in ('completed', 'cancelled', 'failed')
     limit 1000`,
    [queue],
  );
}
