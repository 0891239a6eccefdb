/** Which rows of a list are asked for, in which order: first/last, after/before, order, filter. */
import type { AnyRow, Bound } from '../catalog/bound';
import type { Field } from '../catalog/catalog';
import { afterCursor, decodeCursor, type CursorValues, type OrderColumn } from '../cursor';
import { badCursor, badOrder, pageBoth, pageSize } from '../errors';
import type { Args, Run } from '../run';
import { Param, type Sql } from '../sql';
import type { Context, Here, Limits } from './context';
import type { Compiler } from './compiler';
import type { Nodes } from './selection';

/** How a list ends: at the page's size, at its natural bound (more is an error), or after one row. */
export type End = 'page' | 'bound' | 'single';

export interface Paging {
  readonly order: string;
  readonly columns: (row: AnyRow) => readonly OrderColumn[];
  /** properties that order and find the rows again */
  readonly lean: readonly string[];
  readonly backward: boolean;
  /** the condition of the cursor; none on the first page */
  readonly beyond: (row: AnyRow) => readonly Sql[];
  /** whether a cursor was given, so that there is a page on its other side */
  readonly continued: Param;
  readonly end: End;
  readonly limit: Param;
  /** the number the limit comes from; for choosing a plan */
  readonly limitOf: (run: Run) => number;
  readonly filters: (here: Here) => readonly Sql[];
}

export interface PageOf {
  readonly bound: Bound;
  readonly past: boolean;
  readonly field: Field;
  readonly nodes: Nodes;
  readonly connection: boolean;
  readonly single: boolean;
  readonly order: string | undefined;
  readonly boundedBy: number | undefined;
}

export function paging(compiler: Compiler, page: PageOf): Paging {
  const { context } = compiler;
  const { ask } = context;
  const { bound, field, nodes } = page;
  const args = (run: Run): Args => run.args(field, nodes[0]!);
  const order = ask((run) => {
    const asked = args(run)['order'] ?? page.order ?? [...bound.orders.keys()][0];
    if (typeof asked === 'string' && bound.orders.has(asked)) return asked;
    throw badOrder([...bound.orders.keys()]);
  });
  const total = totalOrder(page, order);
  const nullable = total.map((b) => bound.columns.get(b.column)!.nullable);
  const columns = (row: AnyRow): OrderColumn[] =>
    total.map((b, i) => ({
      value: row[b.column]!,
      type: bound.columns.get(b.column)!.type,
      nullable: nullable[i]!,
      descending: b.descending,
    }));

  const end = endOf(context, page, args);
  const backward = ask((run) => args(run)['last'] != null);
  const given = (run: Run): unknown => {
    if (args(run)[backward ? 'after' : 'before'] != null) throw badCursor();
    return args(run)[backward ? 'before' : 'after'];
  };
  const cursor = (run: Run): CursorValues => decodeCursor(given(run), order, nullable);
  const nulls = ask((run) =>
    given(run) == null
      ? ''
      : cursor(run)
          .map((v) => (v === null ? '1' : '0'))
          .join(''),
  );
  const beyond = (row: AnyRow): Sql[] =>
    nulls ? [afterCursor(columns(row), nulls, (i) => new Param((run) => cursor(run)[i]), backward)] : [];

  const limitOf = (run: Run): number =>
    end === 'single' ? 1 : end === 'bound' ? page.boundedBy! + 1 : sizeOf(args(run), context.limits);
  const filterValue = (run: Run, name: string): unknown => (args(run)['filter'] as Args | null | undefined)?.[name];
  const filters = Object.entries(bound.declaration.filters ?? {}).filter(([name]) =>
    ask((run) => filterValue(run, name) != null),
  );
  return {
    order,
    columns,
    lean: [...new Set([...bound.keys, ...total.map((b) => b.column)])],
    backward,
    beyond,
    continued: new Param((run) => given(run) != null),
    end,
    limit: new Param(limitOf),
    limitOf,
    filters: (here) =>
      filters.map(([name, filter]) =>
        filter(here.row, new Param((run) => filterValue(run, name)), compiler.rows(here)),
      ),
  };
}

/** The declared order, made total by the key unless a unique column is in it. Versions have no unique column. */
function totalOrder({ bound, past }: PageOf, order: string): { column: string; descending: boolean }[] {
  const by = [...bound.orders.get(order)!];
  if (!past && by.some((b) => bound.unique.has(b.column))) return by;
  const descending = by.at(-1)?.descending ?? false;
  return [
    ...by,
    ...bound.keys.filter((k) => !by.some((b) => b.column === k)).map((column) => ({ column, descending })),
  ];
}

function endOf({ ask, limits }: Context, page: PageOf, args: (run: Run) => Args): End {
  if (page.single) return 'single';
  const sized = ask((run) => {
    if (args(run)['first'] == null && args(run)['last'] == null) return false;
    sizeOf(args(run), limits);
    return true;
  });
  if (sized) return 'page';
  if (page.connection) throw pageSize(limits.page);
  if (page.boundedBy !== undefined) return 'bound';
  if (page.field.args.some((a) => a.name === 'first')) throw pageSize(limits.page);
  throw new Error(`A list of ${page.bound.name} is asked for without first or last; declare boundedBy on its model`);
}

/** @throws ReadInputError PAGE_SIZE or PAGE_BOTH */
function sizeOf({ first, last }: Args, { page }: Limits): number {
  if (first != null && last != null) throw pageBoth();
  const n = first ?? last;
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > page) throw pageSize(page);
  return n;
}
