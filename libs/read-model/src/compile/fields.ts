/** One field of an object: the SQL expression of its value. */
import { getNamedType, isAbstractType, type GraphQLObjectType } from 'graphql';
import type { Field } from '../catalog/catalog';
import type { AnySource } from '../declare';
import { all, join, nothing, trusted, type Sql } from '../sql';
import type { Here } from './context';
import type { Compiler } from './compiler';
import { jsonObject, leaf, type Identity, type Pair } from './json';
import { compilePage } from './pages';
import { keyOf, nameOf, select, typeNameOf, type Nodes } from './selection';

type Of<K extends string> = Extract<AnySource, { kind: K }>;

export function compileField(compiler: Compiler, here: Here, nodes: Nodes): Sql {
  const name = nameOf(nodes);
  const { bound } = here;
  const field = bound.type.getFields()[name]!;
  const source = bound.sources.get(name)!;
  if (typeof source === 'function')
    return leaf(field.type, source(here.row as never, compiler.args(field, nodes), compiler.rows(here)));
  const { catalog } = compiler.context;
  switch (source.kind) {
    case 'column':
      return leaf(
        field.type,
        here.row[source.column]!,
        name === 'id' ? identity(here, source.column, prefixOf(here)) : undefined,
      );
    case 'reference':
      return leaf(field.type, here.row[source.column]!, identity(here, source.column, source.type));
    case 'masked':
      return compileMasked(compiler, here, field, nodes, source);
    case 'one':
      return compiler.single(here, catalog.named(getNamedType(field.type).name), source.local, nodes);
    case 'many':
    case 'related':
      return compilePage(compiler, catalog.named(catalog.targetOf(field).name), field, nodes, { here, source });
    case 'count':
    case 'aggregate':
      return compileFigures(compiler, here, field, nodes, source);
    case 'sameRow':
      return compileSameRow(compiler, here, field, nodes);
    case 'oneOf': {
      const singles = Object.entries(source.columns).map(([of, local]) =>
        compiler.single(here, catalog.named(of), local, nodes, isAbstractType(getNamedType(field.type))),
      );
      return trusted`coalesce(${join(singles, ', ')})`;
    }
    case 'after':
      return nothing; // fetched by the object, computed by the field's resolver
  }
}

const identity = ({ bound }: Here, column: string, prefix: string): Identity => ({
  prefix,
  uuid: bound.columns.get(column)!.uuid,
});
const prefixOf = ({ bound }: Here): string => bound.declaration.idPrefix ?? bound.name;

function compileMasked(compiler: Compiler, here: Here, field: Field, nodes: Nodes, source: Of<'masked'>): Sql {
  const args = compiler.args(field, nodes);
  const rows = compiler.rows(here);
  const part = (clear: boolean): Sql => {
    const value = leaf(field.type, (clear ? source.clear : source.mask)(here.row as never, args, rows));
    // revealing happens afterwards, and only to what may be seen
    return source.reveal ? trusted`json_build_array(${clear ? trusted`true` : trusted`false`}, ${value})` : value;
  };
  if (source.reveal) compiler.context.text?.refuse();
  const may = compiler.scope.may(here, source.permission);
  if (may !== 'some') return part(may === 'all');
  const holds = all(compiler.scope.holds(here, source.permission));
  return trusted`case when ${holds} then ${part(true)} else ${part(false)} end`;
}

function compileFigures(
  compiler: Compiler,
  here: Here,
  field: Field,
  nodes: Nodes,
  source: Of<'count'> | Of<'aggregate'>,
): Sql {
  const { context, scope } = compiler;
  const table = { ...context.table(context.catalog.of(source.of())), parent: here };
  const visible = scope.visible(table, scope.proven(here, here.bound.key, table, source.foreign));
  const there: Here = { ...table, inside: visible.inside };
  const args = compiler.args(field, nodes);
  const rows = compiler.rows(there);
  const wheres = [
    trusted`${there.row[source.foreign]!} = ${here.row[here.bound.key]!}`,
    ...there.base,
    ...visible.wheres,
  ];
  if (source.kind === 'count') {
    if (source.where) wheres.push(source.where(there.row as never, args, rows));
    return trusted`(select count(*) from ${there.from} where ${all(wheres)})`;
  }
  const type = getNamedType(field.type) as GraphQLObjectType;
  const pairs = [...select(context, type, nodes)].map(([key, same]): Pair => {
    const typeName = typeNameOf(type, same);
    if (typeName) return [keyOf(key, same), typeName];
    const figure = source.fields[nameOf(same)]!(there.row as never, args, rows);
    return [keyOf(key, same), leaf(type.getFields()[nameOf(same)]!.type, figure)];
  });
  // one row even when no figure is asked for, only __typename
  return trusted`(select ${jsonObject(pairs)} from ${there.from} where ${all(wheres)} having true)`;
}

function compileSameRow(compiler: Compiler, here: Here, field: Field, nodes: Nodes): Sql {
  const bound = compiler.context.catalog.named(getNamedType(field.type).name);
  const { wheres, inside } = compiler.scope.visible({ ...here, bound }, here.inside);
  const object = compiler.object({ ...here, bound, inside }, nodes);
  return wheres.length ? trusted`case when ${all(wheres)} then ${object} end` : object;
}
