/** Selection + declarations + questions about the request → one SQL expression of the JSON answered. */
import { getNamedType, isAbstractType, type GraphQLObjectType } from 'graphql';
import type { Bound } from '../catalog/bound';
import type { Catalog, Field } from '../catalog/catalog';
import type { Params, Rows } from '../declare';
import type { Ask } from '../plan-tree';
import { Param, all, literal, nothing, trusted, type Sql } from '../sql';
import type { GraphQLResolveInfo } from 'graphql';
import { compileField } from './fields';
import { Context, type Here, type Limits } from './context';
import { jsonObject, type Pair } from './json';
import { compilePage } from './pages';
import { rowsFor } from './rows';
import { Scope } from './scope';
import { keyOf, nameOf, select, typeNameOf, type Nodes } from './selection';

export type Shape = 'one' | 'list' | 'connection';

/** properties the client cannot ask for: a response name has no colon */
export const TYPE = ':type';
export const needsOf = (field: string): string => `:${field}`;

export class Compiler {
  readonly context: Context;
  readonly scope: Scope;

  constructor(catalog: Catalog, ask: Ask, fragments: GraphQLResolveInfo['fragments'], limits: Limits) {
    this.context = new Context(catalog, ask, fragments, limits);
    this.scope = new Scope(this.context);
    this.context.shown = (table) => this.scope.shown(table);
  }

  /** the value of a root field */
  root(shape: Shape, bound: Bound, field: Field, nodes: Nodes): Sql {
    if (bound.place.kind === 'parent' || bound.declaration.internal)
      throw new Error(`${bound.name} cannot be a root: it is only reached through its parent`);
    if (shape !== 'one') return compilePage(this, bound, field, nodes);
    const table = this.context.table(bound);
    const sight = this.rootSight(table);
    const here: Here = { ...table, inside: sight.inside };
    const key = trusted`${here.row[bound.key]!} = ${new Param((run) => run.rootArgs['key'])}`;
    const object = this.object(here, nodes, isAbstractType(getNamedType(field.type)));
    return trusted`(select ${object} from ${here.from} where ${all([key, ...here.base, ...sight.wheres])} limit 1)`;
  }

  /** the conditions of sight and of the part of the tree asked for */
  rootSight(table: ReturnType<Context['table']>): ReturnType<Scope['visible']> {
    const { ask, past } = this.context;
    const { kind } = table.bound.place;
    if (kind === 'own' || kind === 'association') {
      if (ask((run) => run.within !== undefined))
        throw new Error(`${table.bound.name} has no place in the tree: it cannot be read \`within\` a part of it`);
      return this.scope.visible(table, undefined);
    }
    const wheres = this.scope.lies(table, (run) => run.rootArea);
    // the part asked for is judged by the tree of that day, sight by today's: they cannot be intersected beforehand
    if (past && ask((run) => run.within !== undefined)) wheres.push(...this.scope.lay(table, (run) => run.within!));
    return { wheres, inside: (run) => run.rootArea };
  }

  /** @param abstract the field's type does not tell the object's */
  object(here: Here, nodes: Nodes, abstract = false): Sql {
    const pairs: Pair[] = [];
    const needs = new Map<string, Pair>();
    for (const [key, same] of select(this.context, here.bound.type, nodes)) {
      const name = nameOf(same);
      const typeName = typeNameOf(here.bound.type, same);
      if (typeName) {
        pairs.push([keyOf(key, same), typeName]);
        continue;
      }
      const source = here.bound.sources.get(name)!;
      if (typeof source === 'object' && source.kind === 'after') {
        this.context.text?.refuse();
        const columns = source.needs.map((c): Pair => [literal(c), here.row[c]!]);
        needs.set(name, [literal(needsOf(name)), jsonObject(columns)]);
      } else pairs.push([keyOf(key, same), compileField(this, here, same)]);
    }
    pairs.push(...needs.values());
    if (abstract && !this.context.text) pairs.push([literal(TYPE), literal(here.bound.type.name)]);
    return jsonObject(pairs);
  }

  /** the object whose key is `key`, if it may be seen */
  single(here: Here, target: Bound, local: string, nodes: Nodes, abstract = false): Sql {
    const table = this.context.table(target);
    const { wheres, inside } = this.scope.visible(table, this.scope.proven(here, local, table, target.key));
    const key = trusted`${table.row[target.key]!} = ${here.row[local]!}`;
    const object = this.object({ ...table, inside }, nodes, abstract);
    return trusted`(select ${object} from ${table.from} where ${all([key, ...table.base, ...wheres])}${table.past ? trusted` limit 1` : nothing})`;
  }

  /** a selection answered by given expressions */
  pick(type: GraphQLObjectType, nodes: Nodes, fields: Readonly<Record<string, (nodes: Nodes) => Sql>>): Sql {
    return jsonObject(
      [...select(this.context, type, nodes)].map(([key, same]) => [
        keyOf(key, same),
        typeNameOf(type, same) ?? fields[nameOf(same)]!(same),
      ]),
    );
  }

  rows(here: Here): Rows {
    return rowsFor(this, here);
  }

  /** arguments of a field, else those the resolver passed to the reader, as parameters */
  args(field: Field, nodes: Nodes): Params<Record<string, unknown>> {
    const own = new Set(field.args.map((a) => a.name));
    return new Proxy({} as Params<Record<string, unknown>>, {
      get: (_, name) =>
        new Param((run) => (own.has(String(name)) ? run.args(field, nodes[0]!) : run.rootArgs)[String(name)]),
    });
  }
}
