import { useCallback, useState } from 'react';

const keyOf = (key: string): string => `dangwu.draft.${key}`;

function stored<T extends object>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(key)) ?? '{}') as Partial<T>;
  } catch (error) {
    console.warn('A draft is not readable', error);
    return {};
  }
}

/**
 * Values of a form that survive closing it and reloading the page, until they are sent.
 * Kept for this browser tab only: drafts may name decisions that are not public yet.
 */
export function useDraft<T extends object>(key: string, initial: T): [T, (change: Partial<T>) => void, () => void] {
  const [values, setValues] = useState<T>(() => ({ ...initial, ...stored<T>(key) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValues((before) => {
        const after = { ...before, ...part };
        sessionStorage.setItem(keyOf(key), JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(keyOf(key)), [key]);
  return [values, change, forget];
}
