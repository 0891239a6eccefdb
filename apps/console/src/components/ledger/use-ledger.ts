import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { listOf, numberOf, oneOf, usePage, useUrlState, type UrlField, type UrlValues } from '../../lib/url-state';

/*
 * A ledger is a page with a list of one kind of thing: views, a filter row, a table (lines on a phone), a pager, and a
 * bar for what is done to the chosen rows. Everything about the list stands in the address. A page uses it like this:
 *
 *   const address = ledgerAddress({                          // outside the component
 *     filters: { search: text(), tiers: someOf(TIERS) },     // fields of lib/url-state
 *     orders: ['NAME', 'CODE'],                              // the first is the default
 *     columns: ['kind', 'tier', 'members'],                  // all but the first column, which always stands
 *     shown: ['kind', 'members'],                            // those shown unless others are chosen; all when left out
 *   });
 *
 *   const ledger = useLedger(address);
 *   const filter = { search: ledger.state.search || null, tiers: given(ledger.state.tiers) };
 *   const { data, previousData, error, loading, refetch } = useQuery(ThingsDocument, {
 *     variables: { ...ledger.page, filter, order: ledger.order.value, within },
 *   });
 *   <LedgerViews ledger={ledger} kind="THINGS" shipped={[{ key: 'none', name: t('view.none'), state: 'tiers=NONE' }]} />
 *   <FilterRow ledger={ledger} label={t('filters')} columns={columns} order={(order) => t(`order.${order}`)}
 *              search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}>
 *     <ChoiceFilter label={t('column.tier')} words={TIERS} word={(tier) => t(`domain:tier.${tier}`)} {...ledger.bind('tiers')} />
 *     <FlagFilter label={t('closed')} {...ledger.bind('closed')} />
 *   </FilterRow>
 *   <LedgerTable ledger={ledger} columns={columns} found={(data ?? previousData)?.things} loading={loading} error={error}
 *                retry={refetch} named={(row) => row.name} line={(row) => …} empty={t('empty')} emptyFiltered={t('emptyFiltered')}
 *                batch={mayChange ? <Verbs selection={ledger.selection} /> : null} />
 *
 * `features/unit/units-page.tsx` is one to read beside this.
 */

type Fields = Record<string, UrlField<unknown>>;

interface Shape<O extends string, C extends string> {
  order: UrlField<O>;
  columns: UrlField<C[]>;
  size: UrlField<number>;
}

/** What stands in the address of a ledger. */
export interface LedgerAddress<F extends Fields, O extends string, C extends string> {
  readonly fields: F & Shape<O, C>;
  readonly filters: readonly string[];
  readonly orders: readonly O[];
  readonly columns: readonly C[];
}

/** Rows on a page; the API answers at most 100. */
export const SIZES = [30, 50, 100] as const;

/** Declares what a ledger keeps in the address. Give it as a constant outside the component. */
export function ledgerAddress<F extends Fields, const O extends string, const C extends string>(of: {
  filters: F;
  orders: readonly [O, ...O[]];
  columns: readonly C[];
  shown?: readonly NoInfer<C>[];
}): LedgerAddress<F, O, C> {
  const { filters, orders, columns, shown = columns } = of;
  return {
    fields: {
      ...filters,
      order: oneOf(orders, orders[0]),
      columns: listOf(columns, shown),
      size: numberOf(SIZES, SIZES[0]),
    },
    filters: Object.keys(filters),
    orders,
    columns,
  };
}

/** Something to choose from, in the address. */
interface Choice<T, A = T> {
  readonly value: T;
  readonly all: readonly A[];
  set(value: T): void;
}

/** The chosen rows: some of them, or every row the filter finds. */
export interface Selection {
  /** Ids in the order they were chosen; empty when all rows of the filter are meant. */
  readonly ids: readonly string[];
  readonly all: boolean;
  choose(ids: readonly string[]): void;
  chooseAll(): void;
  clear(): void;
}

/** What the parts of a ledger need to know of it. */
export interface LedgerParts {
  readonly order: Choice<string>;
  readonly columns: Choice<string[], string>;
  readonly size: Choice<number>;
  /** How many filters narrow the list. */
  readonly filtered: number;
  /** The list's state as it stands in the address, in a fixed order and without page, scope, day and what is open. */
  readonly query: string;
  readonly selection: Selection;
  /** Puts a saved state into the address, in place of the present one. */
  apply(this: void, query: string, more?: Readonly<Record<string, string>>, replace?: boolean): void;
}

export interface Ledger<F extends Fields, O extends string, C extends string> extends LedgerParts {
  readonly state: UrlValues<F & Shape<O, C>>;
  readonly order: Choice<O>;
  readonly columns: Choice<C[], C>;
  /** Arguments of the connection. */
  readonly page: ReturnType<typeof usePage>['page'];
  set(change: Partial<UrlValues<F & Shape<O, C>>>): void;
  /** A filter's value and the way to change it, for a control of the filter row. */
  bind<K extends keyof F & string>(
    name: K,
  ): { value: UrlValues<F>[K]; onChange(this: void, value: UrlValues<F>[K]): void };
}

/** A list for an API input: nothing chosen means no condition. */
export const given = <T>(values: readonly T[]): T[] | null => (values.length > 0 ? [...values] : null);

/** The state of a ledger in its address, and the rows chosen on this page of it. */
export function useLedger<F extends Fields, O extends string, C extends string>(
  address: LedgerAddress<F, O, C>,
): Ledger<F, O, C> {
  const [state, set] = useUrlState<F & Shape<O, C>>(address.fields);
  const [search, setSearch] = useSearchParams();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const names = useMemo(() => Object.keys(address.fields), [address]);
  const part = (of: readonly string[]) =>
    new URLSearchParams(of.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : []))).toString();
  const narrowing = part(address.filters);
  const selection = useSelection(`${narrowing} ${within} ${asOf}`);
  const size = state.size as number;
  const { page } = usePage(size);
  const apply = useCallback(
    (query: string, more: Readonly<Record<string, string>> = {}, replace = false) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const name of [...names, 'after', 'before', 'view']) next.delete(name);
          for (const [name, value] of new URLSearchParams(query)) if (names.includes(name)) next.set(name, value);
          for (const [name, value] of Object.entries(more)) next.set(name, value);
          return next;
        },
        { replace },
      ),
    [names, setSearch],
  );
  type Values = UrlValues<F & Shape<O, C>>;
  // Each key is one of the declared fields, which the type of a computed key does not say.
  const put = (name: string, value: unknown) => set({ [name]: value } as Partial<Values>);
  return {
    state,
    set,
    bind: (name) => ({ value: state[name] as UrlValues<F>[typeof name], onChange: (value) => put(name, value) }),
    order: { value: state.order as O, all: address.orders, set: (order) => put('order', order) },
    columns: { value: state.columns as C[], all: address.columns, set: (columns) => put('columns', columns) },
    size: { value: size, all: SIZES, set: (rows) => put('size', rows) },
    page,
    filtered: [...new URLSearchParams(narrowing)].length,
    query: part(names),
    selection,
    apply,
  };
}

/** Rows chosen under one set of conditions; other conditions begin anew. */
function useSelection(conditions: string): Selection {
  const [chosen, setChosen] = useState<{ conditions: string; ids: readonly string[]; all: boolean }>();
  const now = chosen?.conditions === conditions ? chosen : { ids: [], all: false };
  return {
    ids: now.ids,
    all: now.all,
    choose: (ids) => setChosen({ conditions, ids, all: false }),
    chooseAll: () => setChosen({ conditions, ids: [], all: true }),
    clear: () => setChosen(undefined),
  };
}
