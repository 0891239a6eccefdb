import { useCallback } from 'react';
import { useSearchParams, type To } from 'react-router';

/** The subtree everything on the page is about, as an organization's id in the address; null = all. */
export function useScope(): { within: string | null; setWithin(id: string | null): void; scoped(path: string): To } {
  const [search, setSearch] = useSearchParams();
  const within = search.get('within');
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
  /** A path with the scope kept; for every link inside the console. */
  const scoped = useCallback(
    (path: string): To => {
      if (!within) return path;
      const [before = '', query = ''] = path.split('?');
      const params = new URLSearchParams(query);
      if (!params.has('within')) params.set('within', within);
      return `${before}?${params}`;
    },
    [within],
  );
  return { within, setWithin, scoped };
}
