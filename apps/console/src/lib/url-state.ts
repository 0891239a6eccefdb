import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** How one value stands in the address: `null` when it is the default, so that addresses stay short. */
export interface UrlField<T> {
  read(value: string | null): T;
  write(value: T): string | null;
}

/** Free text, '' when absent. */
export const text = (): UrlField<string> => ({ read: (value) => value ?? '', write: (value) => value || null });

/** Yes or no, no when absent. */
export const flag = (): UrlField<boolean> => ({
  read: (value) => value === '1',
  write: (value) => (value ? '1' : null),
});

/** One of some words; anything else in the address counts as the default. */
export const oneOf = <T extends string>(words: readonly T[], otherwise: T): UrlField<T> => ({
  read: (value) => words.find((word) => word === value) ?? otherwise,
  write: (value) => (value === otherwise ? null : value),
});

/** Several of some words, in the order of `words`; the default stands for an absent value. */
export const someOf = <T extends string>(words: readonly T[], otherwise: readonly T[] = []): UrlField<T[]> => ({
  read: (value) => (value === null ? [...otherwise] : words.filter((word) => value.split('.').includes(word))),
  write: (value) => {
    const written = words.filter((word) => value.includes(word)).join('.');
    return written === otherwise.join('.') ? null : written;
  },
});

/** Several of some words, in the order in which they are written. */
export const listOf = <T extends string>(words: readonly T[], otherwise: readonly T[]): UrlField<T[]> => ({
  read: (value) => {
    if (value === null) return [...otherwise];
    return [...new Set(value.split('.'))].flatMap((written) => words.filter((word) => word === written));
  },
  write: (value) => (value.join('.') === otherwise.join('.') ? null : value.join('.')),
});

/** One of some numbers; anything else counts as the default. */
export const numberOf = (numbers: readonly number[], otherwise: number): UrlField<number> => ({
  read: (value) => numbers.find((number) => String(number) === value) ?? otherwise,
  write: (value) => (value === otherwise ? null : String(value)),
});

type Fields = Record<string, UrlField<unknown>>;
/** The values of some fields. */
export type UrlValues<F extends Fields> = { [K in keyof F]: F[K] extends UrlField<infer T> ? T : never };

/** Where a table stands: a cursor before or after which to read. */
const CURSORS = ['after', 'before'];

/**
 * State of a list in its address: filters, order, columns. Changing any of them goes back to the first page.
 * Give the fields as a constant outside the component.
 */
export function useUrlState<F extends Record<string, UrlField<never>> | Fields>(
  fields: F,
  { keepPage = false }: { keepPage?: boolean } = {},
): [UrlValues<F & Fields>, (change: Partial<UrlValues<F & Fields>>) => void] {
  const [search, setSearch] = useSearchParams();
  const values = useMemo(
    () =>
      Object.fromEntries(Object.entries(fields as Fields).map(([name, field]) => [name, field.read(search.get(name))])),
    [fields, search],
  ) as UrlValues<F & Fields>;
  const set = useCallback(
    (change: Partial<UrlValues<F & Fields>>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            const written = (fields as Fields)[name]?.write(value) ?? null;
            if (written === null) next.delete(name);
            else next.set(name, written);
          }
          if (!keepPage) CURSORS.forEach((cursor) => next.delete(cursor));
          return next;
        },
        { replace: true },
      ),
    [fields, keepPage, setSearch],
  );
  return [values, set];
}

/** Arguments of a connection: exactly one of `first` and `last`. */
export interface PageOf {
  first?: number;
  last?: number;
  after?: string;
  before?: string;
}

/** The page of a connection in the address, and the ways to the neighbours. */
export function usePage(size: number): {
  page: PageOf;
  toNext(cursor: string): void;
  toPrevious(cursor: string): void;
  toFirst(): void;
} {
  const [search, setSearch] = useSearchParams();
  const after = search.get('after');
  const before = search.get('before');
  const page = useMemo<PageOf>(
    () => (before ? { last: size, before } : after ? { first: size, after } : { first: size }),
    [after, before, size],
  );
  const go = useCallback(
    (name?: string, cursor?: string) =>
      setSearch((from) => {
        const next = new URLSearchParams(from);
        CURSORS.forEach((one) => next.delete(one));
        if (name && cursor) next.set(name, cursor);
        return next;
      }),
    [setSearch],
  );
  return {
    page,
    toNext: (cursor) => go('after', cursor),
    toPrevious: (cursor) => go('before', cursor),
    toFirst: () => go(),
  };
}
