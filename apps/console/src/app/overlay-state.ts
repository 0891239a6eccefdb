import { useSyncExternalStore } from 'react';

/** What floats over the page: the search palette, the shortcuts, the notifications. One at a time. */
export type Overlay = 'palette' | 'help' | 'notifications' | null;

let shown: Overlay = null;
const listeners = new Set<() => void>();

/** Shows one, or none. */
export function show(overlay: Overlay): void {
  shown = overlay;
  listeners.forEach((listener) => listener());
}

/** The one shown now. */
export const useOverlay = (): Overlay =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
