import { useSyncExternalStore } from 'react';
import { MOBILE_BELOW } from './theme/tokens';

const query = window.matchMedia(`(max-width: ${MOBILE_BELOW - 0.02}px)`);

/** True on a phone: tables become lines, the side bar becomes tabs. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
