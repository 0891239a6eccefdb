import type { Operation } from '@dangwu/access';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { areas } from './expected';

/** Fields that reach from one object to many. */
export function edgesOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !roots.includes(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => /Connection$/.test(getNamedType(field.type).name))
        .map((field) => `Edge ${type.name}.${field.name}`),
    );
}

/** What can be asked and has no row in the table, each with what to add where. */
export function missingRows(
  schema: GraphQLSchema,
  operations: readonly Operation[],
  nodes: readonly string[],
): readonly string[] {
  const known = new Set(areas.flatMap(({ rows }) => rows.map(({ operation }) => operation)));
  return [
    ...operations.map(({ kind, name }) => `${kind} ${name}`),
    ...edgesOf(schema),
    ...nodes.map((type) => `Node ${type}`),
  ]
    .filter((operation) => !known.has(operation))
    .map(
      (operation) =>
        `${operation} has no row in the permission table: say in apps/api/src/permissions/expected/<area>.ts who may, where, ` +
        `because of which sentence, and how it is asked ({ operation: '${operation}', of, may, because, ask }); ` +
        `a new area is listed in expected/index.ts, and what its rows ask about is made in trial/arrange.ts.`,
    );
}
