import type { Ticket } from './device';
import type { Paper } from './paper';

/** How far this device has come with one ballot. */
export type Kept =
  /** the request was made; its answer may have been lost */
  | { readonly stage: 'ASKED'; readonly ticket: Ticket; readonly since: number }
  /** it may vote once */
  | { readonly stage: 'HELD'; readonly ticket: Ticket; readonly since: number }
  /** chosen, not yet known to have arrived; sent at a random moment */
  | { readonly stage: 'SEALED'; readonly paper: Paper; readonly sendAt: number; readonly since: number }
  /** arrived: nothing is left that tells what was chosen but the number to find it by */
  | { readonly stage: 'CAST'; readonly id: string; readonly since: number };

const name = 'dangwu-ballots';
const store = 'kept';
/** What a ballot left behind that nobody looked at again: votes of assessments stay open for weeks. */
const longest = 60 * 24 * 3_600_000;

/** Tells people who share a device apart; it says nothing that the ballot's roster does not. */
export const ticketKey = (ballotId: string, voter: string): string => `${ballotId}/${voter}`;

export const read = (key: string): Promise<Kept | undefined> => change(key, (kept) => kept);

/**
 * Changes what is kept, in one transaction, so that two windows of a browser cannot overwrite each other's ticket.
 * @returns what is kept afterwards
 * @throws when the browser keeps nothing
 */
export async function change(
  key: string,
  next: (kept: Kept | undefined) => Kept | undefined,
): Promise<Kept | undefined> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
      const all = transaction.objectStore(store);
      let after: Kept | undefined;
      const asked = all.get(key) as IDBRequest<Kept | undefined>;
      asked.onsuccess = () => {
        after = next(asked.result);
        if (after === undefined) all.delete(key);
        else if (after !== asked.result) all.put(after, key);
      };
      transaction.oncomplete = () => resolve(after);
      transaction.onabort = () => reject(transaction.error ?? new Error('The ticket was not kept'));
    });
  } finally {
    database.close();
  }
}

/** Removes what was left behind. */
export async function tidy(now: number): Promise<void> {
  const database = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite');
      const walk = transaction.objectStore(store).openCursor();
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (!cursor) return;
        if ((cursor.value as Kept).since < now - longest) cursor.delete();
        cursor.continue();
      };
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('Old tickets were not removed'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('This browser keeps nothing'));
  });
}
