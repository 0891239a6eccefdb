import { useEffect, useState } from 'react';

/** How long typing rests before the server is asked about what was typed. */
const REST_MS = 350;

/** The latest value once it has stayed the same for a moment. */
export function useRested(value: string | null): string | null {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
