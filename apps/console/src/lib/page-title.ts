import { useSyncExternalStore } from 'react';

let title = '';
const listeners = new Set<() => void>();

/** Names the page in the bar of small screens; called by the page's head. */
export function setPageTitle(next: string): void {
  title = next;
  listeners.forEach((listener) => listener());
}

/** The title of the page shown now. */
export const usePageTitle = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => title,
  );
