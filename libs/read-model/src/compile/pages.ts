/** Lists and connections, at the root and nested. */
import { getNamedType, type GraphQLObjectType } from 'graphql';
import type { Bound } from '../catalog/bound';
import type { Field } from '../catalog/catalog';
import type { AnySource } from '../declare';
import { encodeCursor, orderBy } from '../cursor';
import { all, literal, nothing, trusted, type Sql } from '../sql';
import type { Here, Table } from './context';
import type { Compiler } from './compiler';
import { drive, driving, walk, type Hits, type HitsOf } from './drive';
import { jsonObject } from './json';
import { paging, type Paging } from './paging';
import type { Visible } from './scope';
import { keyOf, nameOf, select, typeNameOf, type Nodes } from './selection';

/** How a nested list is reached. */
export interface Reached {
  readonly here: Here;
  readonly source: Extract<AnySource, { kind: 'many' | 'related' }>;
}

/** a list that grew beyond its bound: the field's resolver makes an internal error of it */
export const OVER = ':over';

export function compilePage(compiler: Compiler, bound: Bound, field: Field, nodes: Nodes, reached?: Reached): Sql {
  const { context } = compiler;
  const table: Table & { parent?: Here } = { ...context.table(bound), ...(reached && { parent: reached.here }) };
  const { list, connection } = context.catalog.targetOf(field);
  const { condition, visible } = reached
    ? reach(compiler, table, reached)
    : { condition: [], visible: compiler.rootSight(table) };
  const here: Here = { ...table, inside: visible.inside };
  const page = paging(compiler, {
    bound,
    past: table.past,
    field,
    nodes,
    connection: connection !== undefined,
    single: !list && !connection,
    order: reached?.source.order,
    boundedBy: reached?.source.boundedBy ?? bound.declaration.boundedBy,
  });
  const counted = connection
    ? [...select(context, connection, nodes).values()].some((n) => nameOf(n) === 'totalCount')
    : false;
  const hits: HitsOf = { here, paging: page, counted, wheres: [...condition, ...here.base, ...page.filters(here)] };
  if (!connection) return plainList(compiler, hits, visible, nodes);
  // versions and what has no place in the tree are walked: there are no present ranges to drive from
  const drivable = !reached && !context.past && (bound.place.kind === 'itself' || bound.place.kind === 'column');
  const how = drivable ? driving(compiler, hits) : '';
  const found = how ? drive(compiler, hits, how) : walk(compiler, hits, visible.wheres);
  return compileConnection(compiler, connection, hits, found, nodes);
}

function reach(
  compiler: Compiler,
  table: Table & { parent?: Here },
  { here, source }: Reached,
): { condition: readonly Sql[]; visible: Visible } {
  const { scope } = compiler;
  if (source.kind === 'related')
    return {
      condition: [source.on(table.row as never, here.row, compiler.rows(here))],
      visible: scope.visible(table, undefined),
    };
  return {
    condition: [trusted`${table.row[source.foreign]!} = ${here.row[here.bound.key]!}`],
    visible: scope.visible(table, scope.proven(here, here.bound.key, table, source.foreign)),
  };
}

/** a list without cursors, or the first of it */
function plainList(compiler: Compiler, { here, paging, wheres }: HitsOf, visible: Visible, nodes: Nodes): Sql {
  const conditions = all([...wheres, ...visible.wheres, ...paging.beyond(here.row)]);
  const order = orderBy(paging.columns(here.row), paging.backward);
  const body = trusted`(select ${here.alias}.* from ${here.from} where ${conditions} order by ${order} limit ${paging.limit}::int) ${here.alias}`;
  const object = compiler.object(here, nodes);
  if (paging.end === 'single') return trusted`(select ${object} from ${body})`;
  const list = jsonList(here, paging, object, true);
  if (paging.end === 'page') return trusted`(select ${list} from ${body})`;
  compiler.context.text?.watch(OVER);
  const over = jsonObject([[literal(OVER), literal(here.bound.name)]]);
  return trusted`(select case when count(*) >= ${paging.limit}::int then ${over} else ${list} end from ${body})`;
}

/** an aggregate over one ordered subquery keeps its order; else it sorts */
function jsonList(here: Here, paging: Paging, item: Sql, ordered: boolean): Sql {
  const sort = ordered && !paging.backward ? nothing : trusted` order by ${orderBy(paging.columns(here.row))}`;
  return trusted`coalesce(json_agg(${item}${sort}), '[]'::json)`;
}

function compileConnection(
  compiler: Compiler,
  connection: GraphQLObjectType,
  { here, paging }: HitsOf,
  { ctes, rows, page, count, ordered }: Hits,
  nodes: Nodes,
): Sql {
  const columns = paging.columns(here.row);
  const cursor = encodeCursor(literal(paging.order), columns);
  const ends = trusted`(select * from ${page} limit ${paging.limit}::int) ${here.alias}`;
  // the row first, then its cursor: not one for each row of the page
  const end = (last: boolean): Sql =>
    trusted`(select ${cursor} from (select * from ${ends} order by ${orderBy(columns, last)} limit 1) ${here.alias})`;
  const list = (item: Sql): Sql => trusted`(select ${jsonList(here, paging, item, ordered)} from ${rows})`;
  const more = trusted`(select count(*) > ${paging.limit}::int from ${page})`;
  const other = trusted`${paging.continued}::boolean`;
  const parts = [...select(compiler.context, connection, nodes)].map(([key, same]): [Sql, Sql] => {
    const name = nameOf(same);
    const typeName = typeNameOf(connection, same);
    if (typeName) return [keyOf(key, same), typeName];
    const type = getNamedType(connection.getFields()[name]!.type) as GraphQLObjectType;
    switch (name) {
      case 'nodes':
        return [keyOf(key, same), list(compiler.object(here, same))];
      case 'edges':
        return [
          keyOf(key, same),
          list(compiler.pick(type, same, { cursor: () => cursor, node: (n) => compiler.object(here, n) })),
        ];
      case 'totalCount':
        return [keyOf(key, same), count];
      default:
        return [
          keyOf(key, same),
          compiler.pick(type, same, {
            hasNextPage: () => (paging.backward ? other : more),
            hasPreviousPage: () => (paging.backward ? more : other),
            startCursor: () => end(false),
            endCursor: () => end(true),
          }),
        ];
    }
  });
  return trusted`(with ${ctes} select ${jsonObject(parts)})`;
}
