import { useEffect, useRef } from 'react';
import { useNarrow } from '../../lib/narrow';

/** On a phone what was chosen stands below the tree: it is brought into sight once something else is chosen. */
export function useScrollTo(chosen: string) {
  const narrow = useNarrow();
  const target = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (narrow && before.current !== chosen) target.current?.scrollIntoView({ block: 'start' });
    before.current = chosen;
  }, [chosen, narrow]);
  return target;
}
