import type { EntityManager } from 'typeorm';
import { eventColumns, type EventRow } from './event-line';

const size = 5_000;

/**
 * The events whose change numbers lie in [from, to), in commit order. Read in pages, each a short statement, so that no
 * time limit is met however many there are.
 */
export async function* eventsBetween(
  read: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>,
  from: string,
  to: string,
): AsyncGenerator<readonly EventRow[]> {
  let last: Pick<EventRow, 'change' | 'id'> = { change: from, id: '0' };
  for (;;) {
    const rows = await read((tx) =>
      tx.query<EventRow[]>(
        `select ${eventColumns} from audit_event
         where (change_number, id) > ($1::bigint, $2::bigint) and change_number < $3::bigint
         order by change_number, audit_event.id limit ${size}`,
        [last.change, last.id, to],
      ),
    );
    if (rows.length) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1)!;
  }
}
