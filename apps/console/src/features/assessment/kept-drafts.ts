import type { Draft } from './sheet-draft';

const PREFIX = 'dangwu.sheet ';

/** What was typed on a sheet and not saved yet, of an earlier visit: the network, or the battery, may have been gone. */
export function keptDrafts(key: string): ReadonlyMap<string, Draft> {
  try {
    return new Map(JSON.parse(localStorage.getItem(PREFIX + key) ?? '[]') as [string, Draft][]);
  } catch (error) {
    console.warn('What was typed before is not readable in this browser', error);
    return new Map();
  }
}

/** Kept in this browser until it is saved. A private window may refuse; it then lasts as long as the page. */
export function keepDrafts(key: string, drafts: ReadonlyMap<string, Draft>): void {
  try {
    if (drafts.size) localStorage.setItem(PREFIX + key, JSON.stringify([...drafts]));
    else localStorage.removeItem(PREFIX + key);
  } catch (error) {
    console.warn('What is typed cannot be kept in this browser', error);
  }
}
