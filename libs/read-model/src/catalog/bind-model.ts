/** Finds where every field of a model comes from: declared, else a column, else a relation of the same name. */
import { GraphQLObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { AnyDeclaration, AnySource, History } from '../declare';
import { identifier, typeName, type Sql } from '../sql';
import type { Bound, Columns, Past, PlaceKind } from './bound';

type ColumnMetadata = EntityMetadata['columns'][number];

/** @throws Error with a sentence for the developer */
export function bindModel(schema: GraphQLSchema, source: DataSource, declaration: AnyDeclaration): Bound {
  const name = declaration.name ?? declaration.type.name;
  const type = declaration.internal ? new GraphQLObjectType({ name, fields: {} }) : schema.getType(name);
  if (!isObjectType(type))
    throw new Error(
      `${name}: the schema has no object type of this name; give \`name\` if @ObjectType names it otherwise, or \`internal: true\` if it is not in the schema`,
    );
  const meta = metadataOf(source, declaration.entity, name);
  const columns = columnsOf(source, meta);
  return {
    declaration,
    name,
    type,
    table: identifier(meta.tablePath),
    key: meta.primaryColumns[0]!.propertyName,
    keys: meta.primaryColumns.map((c) => c.propertyName),
    unique: uniqueColumns(meta),
    columns,
    sources: sourcesOf(type, meta, columns, declaration),
    orders: new Map(Object.entries(declaration.orders ?? {})),
    place: placeOf(declaration),
    ...(declaration.history && { past: pastOf(source, declaration.history, name) }),
  };
}

export function metadataOf(source: DataSource, entity: unknown, name: string): EntityMetadata {
  if (!source.hasMetadata(entity as never))
    throw new Error(`${name}: ${(entity as { name: string }).name} is no entity of the data source; add it there`);
  return source.getMetadata(entity as never);
}

export function columnsOf(source: DataSource, meta: EntityMetadata): Columns {
  return new Map(
    meta.columns.map((c) => [
      c.propertyName,
      {
        name: c.databaseName,
        type: databaseType(source, meta, c),
        uuid: source.driver.normalizeType(c) === 'uuid',
        nullable: c.isNullable,
      },
    ]),
  );
}

function databaseType(source: DataSource, meta: EntityMetadata, column: ColumnMetadata): Sql {
  const plain = source.driver.normalizeType(column);
  // TypeORM makes a PostgreSQL type for each enum column, named after table and column unless told otherwise
  const name = /enum/.test(plain) ? (column.enumName ?? `${meta.tableName}_${column.databaseName}_enum`) : plain;
  return typeName(column.isArray ? `${name}[]` : name);
}

function uniqueColumns(meta: EntityMetadata): ReadonlySet<string> {
  const sets = [
    meta.primaryColumns,
    ...meta.uniques.map((u) => u.columns),
    ...meta.indices.filter((i) => i.isUnique && !i.where).map((i) => i.columns),
  ];
  return new Set(sets.flatMap((c) => (c.length === 1 && !c[0]!.isNullable ? [c[0]!.propertyName] : [])));
}

function placeOf({ place, associationColumn }: AnyDeclaration): PlaceKind {
  if (typeof place === 'object')
    return { kind: 'own', column: place.own, ...(place.overseen && { overseen: place.overseen }) };
  if (place === 'association') return { kind: 'association', column: associationColumn ?? '' };
  return place === 'itself' || place === 'parent' ? { kind: place } : { kind: 'column', column: place };
}

function pastOf(source: DataSource, history: History, name: string): Past {
  const meta = metadataOf(source, history.entity, name);
  const day = (property: string): Sql => {
    const column = meta.findColumnWithPropertyName(property);
    if (!column)
      throw new Error(`${name}.history: ${meta.name} has no column ${property}; name the days of its validity`);
    return identifier(column.databaseName);
  };
  return {
    table: identifier(meta.tablePath),
    columns: columnsOf(source, meta),
    from: day(history.from),
    to: day(history.to),
  };
}

function sourcesOf(
  type: GraphQLObjectType,
  meta: EntityMetadata,
  columns: Columns,
  declaration: AnyDeclaration,
): ReadonlyMap<string, AnySource> {
  const sources = new Map<string, AnySource>(Object.entries(declaration.fields ?? {}));
  for (const field of Object.keys(type.getFields())) {
    const found = sources.get(field) ?? sourceOf(field, meta, columns);
    if (found) sources.set(field, found);
  }
  return sources;
}

function sourceOf(field: string, meta: EntityMetadata, columns: Columns): AnySource | undefined {
  const relation = meta.relations.find((r) => r.propertyName === field);
  if (!relation) return columns.has(field) ? { kind: 'column', column: field } : undefined;
  if (relation.isOneToMany && relation.inverseRelation?.joinColumns[0])
    return {
      kind: 'many',
      foreign: propertyOf(relation.inverseRelation.joinColumns[0], relation.inverseEntityMetadata),
    };
  return relation.joinColumns[0] && { kind: 'one', local: propertyOf(relation.joinColumns[0], meta) };
}

/** The property of a join column: the declared column over the one TypeORM makes for the relation. */
function propertyOf(join: ColumnMetadata, meta: EntityMetadata): string {
  const same = meta.columns.filter((c) => c.databaseName === join.databaseName);
  const relations = new Set(meta.relations.map((r) => r.propertyName));
  return (same.find((c) => !relations.has(c.propertyName)) ?? same[0] ?? join).propertyName;
}
