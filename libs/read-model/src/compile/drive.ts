/**
 * Two ways to the rows of a page. Walking the order meets a visible row every (tree / area) rows and stops when the
 * page is full; driving goes from the nodes of the area to their rows and never touches what lies outside.
 */
import type { Area } from '../area';
import { placeColumn } from '../catalog/bound';
import { orderBy } from '../cursor';
import type { Run } from '../run';
import { all, identifier, integer, join, never, nothing, Param, trusted, type Sql } from '../sql';
import type { Here } from './context';
import type { Compiler } from './compiler';
import type { Paging } from './paging';

/** One page as a list of common table expressions, and what reads them. */
export interface Hits {
  readonly ctes: Sql;
  /** the rows of the page, under the alias of the table */
  readonly rows: Sql;
  /** one row more than the page, under a name of its own */
  readonly page: Sql;
  readonly count: Sql;
  /** whether `rows` come in the order of the page */
  readonly ordered: boolean;
}

export interface HitsOf {
  readonly here: Here;
  readonly paging: Paging;
  /** all conditions but the cursor's and the area's */
  readonly wheres: readonly Sql[];
  readonly counted: boolean;
}

/** one range, or several, by each kind of path that occurs */
type Driving = '' | 'path' | 'manyPaths' | 'leads' | 'manyLeads' | 'both';

export function driving({ context }: Compiler, { here, paging }: HitsOf): Driving {
  const { catalog, ask } = context;
  const itself = here.bound.place.kind === 'itself';
  return ask((run): Driving => {
    const area = run.rootArea;
    if (area.whole || area.empty) return '';
    const several = area.ranges.length > 1;
    // the tree's own rows lie in the order of the range: one range is an index condition already
    if (itself && !several) return '';
    // the break-even of the two ways is √(page × tree)
    if (!itself && area.size ** 2 >= (paging.limitOf(run) + 1) * catalog.tree.size()) return '';
    const [path, leads] = [area.by('path').length, area.by('leads').length];
    if (path && leads) return 'both';
    return path ? (several ? 'manyPaths' : 'path') : several ? 'manyLeads' : 'leads';
  });
}

/** along the order */
export function walk({ context }: Compiler, { here, paging, wheres }: HitsOf, scope: readonly Sql[]): Hits {
  const page = identifier(context.alias('page'));
  const scoped = [...wheres, ...scope];
  const order = orderBy(paging.columns(here.row), paging.backward);
  const body = trusted`select ${here.alias}.* from ${here.from} where ${all([...scoped, ...paging.beyond(here.row)])} order by ${order}`;
  const total = trusted`select from ${here.from} where ${all(scoped)} limit ${integer(context.limits.total + 1)}`;
  return {
    // read by one field alone, it is not copied; read by several, PostgreSQL keeps it
    ctes: trusted`${page} as (${body} limit ${paging.limit}::int + 1)`,
    page,
    rows: trusted`(select * from ${page} limit ${paging.limit}::int) ${here.alias}`,
    count: trusted`(select count(*) from (${total}) ${here.alias})`,
    ordered: true,
  };
}

/** from the area's nodes: each arm goes through the ranges of one kind */
export function drive(compiler: Compiler, hits: HitsOf, how: Driving): Hits {
  const { context } = compiler;
  const { here, paging, counted } = hits;
  const page = identifier(context.alias('page'));
  const found = identifier(context.alias('hits'));
  const columns = join(
    paging.lean.map((c) => here.row[c]!),
    ', ',
  );
  const wheres = counted ? hits.wheres : [...hits.wheres, ...paging.beyond(here.row)];
  const arms = (
    how === 'both'
      ? (['path', 'leads'] as const)
      : ([how === 'path' || how === 'manyPaths' ? 'path' : 'leads'] as const)
  ).map((kind) => arm(compiler, { ...hits, wheres }, columns, kind, how));
  const union = arms.length === 2 ? trusted`${arms[0]!} union all ${arms[1]!}` : arms[0]!;
  const order = orderBy(paging.columns(here.row), paging.backward);
  const late = counted ? paging.beyond(here.row) : [];
  const rest = late.length ? trusted` where ${all(late)}` : nothing;
  const same = all(
    here.bound.keys.map((k) => trusted`p.${identifier(here.bound.columns.get(k)!.name)} = ${here.row[k]!}`),
  );
  return {
    ctes: trusted`${found} as ${counted ? trusted`materialized ` : nothing}(${union}), ${page} as materialized (select * from ${found} ${here.alias}${rest} order by ${order} limit ${paging.limit}::int + 1)`,
    page,
    rows: trusted`(select * from ${page} limit ${paging.limit}::int) p join ${here.from} on ${same}`,
    count: trusted`(select least(count(*), ${integer(context.limits.total + 1)}) from ${found})`,
    ordered: false,
  };
}

function arm(
  { context, scope }: Compiler,
  { here, wheres }: HitsOf,
  columns: Sql,
  kind: 'path' | 'leads',
  how: Driving,
): Sql {
  const { catalog } = context;
  const area = (run: Run): Area => run.rootArea;
  const itself = here.bound.place.kind === 'itself';
  const name = context.alias('o');
  const o = identifier(name);
  const tree = catalog.treeAs(name, undefined);
  const node = itself ? here.row : tree.row;
  const paths = { path: node[catalog.tree.path]!, leads: node[catalog.tree.leadsPath]! };
  const place = itself ? never : trusted`${here.row[placeColumn(here.bound)!]!} = ${tree.key}`;
  const rows = (conditions: readonly Sql[]): Sql =>
    trusted`cross join lateral (select ${columns} from ${here.from} where ${all([...conditions, ...wheres])} offset 0) ${here.alias}`;
  if (how === 'path' || how === 'leads') {
    // never for the tree's own rows: see driving()
    const [lo, hi] = [new Param((run) => area(run).ranges[0]!.lo), new Param((run) => area(run).ranges[0]!.hi)];
    const inside = trusted`${paths[kind]} >= ${lo} and ${paths[kind]} < ${hi}`;
    return trusted`select ${columns} from ${tree.from} ${o} ${rows([place])} where ${inside}`;
  }
  // several ranges
  const inside = [trusted`${paths[kind]} >= s.lo and ${paths[kind]} < s.hi`];
  // where ranges of both kinds overlap, the first arm has the row
  if (how === 'both' && kind === 'leads')
    inside.push(
      trusted`not exists (select from ${scope.rangeTable(area, 'path', 'u')} where ${paths.path} >= u.lo and ${paths.path} < u.hi)`,
    );
  const ranges = scope.rangeTable(area, kind, 's');
  if (itself) return trusted`select ${columns} from ${ranges} ${rows(inside)}`;
  const nodes = trusted`cross join lateral (select ${tree.key} from ${tree.from} ${o} where ${all(inside)} offset 0) ${o}`;
  return trusted`select ${columns} from ${ranges} ${nodes} ${rows([place])}`;
}
