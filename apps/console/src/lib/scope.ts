import { useCallback } from 'react';
import { pastDay } from './as-of';
import { useSearchParams, type To } from 'react-router';

/** The subtree everything on the page is about, as an organization's id in the address; null = all. */
export function useScope(): { within: string | null; setWithin(id: string | null): void; scoped(path: string): To } {
  const [search, setSearch] = useSearchParams();
  const within = search.get('within');
  const asOf = pastDay(search.get('asOf'));
  const setWithin = useCallback(
    (id: string | null) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('within', id);
        else next.delete('within');
        next.delete('after');
        next.delete('before');
        return next;
      }),
    [setSearch],
  );
  /** A path with the scope and the day kept; for every link inside the console. */
  const scoped = useCallback(
    (path: string): To => {
      if (!within && !asOf) return path;
      const [before = '', query = ''] = path.split('?');
      const params = new URLSearchParams(query);
      if (within && !params.has('within')) params.set('within', within);
      if (asOf) params.set('asOf', asOf);
      return `${before}?${params}`;
    },
    [within, asOf],
  );
  return { within, setWithin, scoped };
}
