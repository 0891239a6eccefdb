import type { SchemeTree } from './scheme-tree';

const PREFIX = 'dangwu.scheme ';

/** What was changed, and which saved state it stands on. */
interface Kept {
  tree: SchemeTree;
  version: number;
}

/** What was changed and not saved on an earlier visit; null: nothing. */
export function kept(id: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as Kept | null;
  } catch (error) {
    console.warn('What was changed before is not readable in this browser', error);
    return null;
  }
}

/** Kept in this browser until it is saved. A private window may refuse; it then lasts as long as the page. */
export function keep(id: string, draft: Kept | null): void {
  try {
    if (draft) localStorage.setItem(PREFIX + id, JSON.stringify(draft));
    else localStorage.removeItem(PREFIX + id);
  } catch (error) {
    console.warn('What is changed cannot be kept in this browser', error);
  }
}
