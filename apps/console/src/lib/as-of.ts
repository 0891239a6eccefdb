import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { today } from './dates';

/** Pages that can be read as of a day; the others always show today. */
const DATED = /^\/((organizations|units|members|teams|staff)(\/|$)|$)/;

/** A past day named by the address; anything else in it counts as today. */
export const pastDay = (value: string | null): string | null =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && value < today() ? value : null;

/** The day everything on the page is read as of (`?asOf=`); null = today. */
export function useAsOf(): { asOf: string | null; dated: boolean; setAsOf(day: string | null): void } {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const dated = DATED.test(pathname);
  const setAsOf = useCallback(
    (day: string | null) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        const past = pastDay(day);
        if (past) next.set('asOf', past);
        else next.delete('asOf');
        next.delete('after');
        next.delete('before');
        return next;
      }),
    [setSearch],
  );
  return { asOf: dated ? pastDay(search.get('asOf')) : null, dated, setAsOf };
}
