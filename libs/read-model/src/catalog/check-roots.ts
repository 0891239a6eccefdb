/** Connections, and the fields of operations and payloads that answer objects of the models. */
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Catalog } from './catalog';

const PARTS = new Set(['nodes', 'edges', 'pageInfo', 'totalCount']);
const PAGE_INFO = new Set(['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']);
const EDGE = new Set(['cursor', 'node']);

/** Registers the shapes of a connection; answers what the compiler could not fill. */
export function checkConnection(catalog: Catalog, connection: GraphQLObjectType): string[] {
  const problems: string[] = [];
  const known = (type: GraphQLObjectType, names: ReadonlySet<string>): void => {
    catalog.shapes.add(type);
    for (const field of Object.keys(type.getFields()))
      if (!names.has(field))
        problems.push(`${type.name}.${field} cannot be answered; it may have ${[...names].join(', ')}`);
  };
  known(connection, PARTS);
  for (const [name, fields] of [['edges', EDGE] as const, ['pageInfo', PAGE_INFO] as const]) {
    const field = connection.getFields()[name];
    const type = field && getNamedType(field.type);
    if (isObjectType(type)) known(type, fields);
  }
  return problems;
}

/** Every field outside the models that leads to one: connections get their shapes, plain lists must be bounded. */
export function checkRoots(catalog: Catalog): string[] {
  const inside = new Set(catalog.shapes);
  return Object.values(catalog.schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || inside.has(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const { name, list, connection } = catalog.targetOf(field);
      const model = catalog.models.get(name);
      if (!model || model.declaration.internal) return [];
      const at = `${type.name}.${field.name}: `;
      if (connection) return checkConnection(catalog, connection).map((problem) => at + problem);
      const paged = field.args.some((a) => a.name === 'first' || a.name === 'last');
      return list && !paged && !model.declaration.boundedBy && !PARTS.has(field.name)
        ? [`${at}a list of ${name} without first and last; declare boundedBy on its model, or answer a connection`]
        : [];
    });
  });
}
