/** Makes the fields of the models plain properties of what was read, keyed by response name. */
import {
  defaultFieldResolver,
  isAbstractType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import type { Catalog } from './catalog/catalog';
import { needsOf, TYPE } from './compile/compiler';
import { OVER } from './compile/pages';
import type { AnySource } from './declare';

type Row = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Removes the resolvers that Nest made to carry the arguments of fields (`delete`: an assigned undefined is wrapped
 * again), and gives fields that need TypeScript afterwards their own.
 */
export function takeOver(catalog: Catalog): void {
  for (const type of catalog.shapes)
    for (const field of Object.values(type.getFields())) {
      const resolve = resolverOf(field.name, catalog.models.get(type.name)?.sources.get(field.name));
      if (resolve) field.resolve = resolve;
      else delete field.resolve;
    }
  for (const type of Object.values(catalog.schema.getTypeMap()))
    if (isAbstractType(type) && catalog.schema.getPossibleTypes(type).some((t) => catalog.models.has(t.name))) {
      const before = type.resolveType;
      type.resolveType = (value, ...rest) =>
        (value as Row)[TYPE] === undefined ? before?.(value, ...rest) : String((value as Row)[TYPE]);
    }
  // an object read here is of its type by construction
  for (const type of catalog.shapes) if (isObjectType(type)) delete type.isTypeOf;
}

function resolverOf(field: string, source: AnySource | undefined): Resolver | undefined {
  if (typeof source !== 'object') return undefined;
  if (source.kind === 'after')
    return (row, _, context) => {
      const needs = (row as Row)[needsOf(field)];
      return source.resolve(needs as Row, context);
    };
  if (source.kind === 'masked' && source.reveal) {
    const { reveal } = source;
    return (row, _, context, info) => {
      const [clear, value] = (row as Row)[info.path.key] as [boolean, unknown];
      return clear && value !== null ? reveal(value, context) : value;
    };
  }
  if (source.kind === 'many' || source.kind === 'related')
    return (row, _, context, info) => withinBound((row as Row)[info.path.key], `${info.parentType.name}.${field}`);
  return undefined;
}

/** @throws Error if the list is one that grew beyond its declared bound */
export function withinBound(value: unknown, at: string): unknown {
  if (value !== null && typeof value === 'object' && OVER in value)
    throw new Error(`${at}: more rows than its declared boundedBy; raise it, or answer a connection`);
  return value;
}

/**
 * For graphql-js (Apollo's `fieldResolver`): values read here are keyed by response name, others by field name. A type
 * such as PageInfo may also be answered by hand.
 */
export const fieldResolverOf =
  (shapes: () => ReadonlySet<GraphQLObjectType>): Resolver =>
  (source, args, context, info) => {
    if (shapes().has(info.parentType) && Object.hasOwn(source as object, info.path.key))
      return (source as Row)[info.path.key];
    return defaultFieldResolver(source, args, context, info);
  };
