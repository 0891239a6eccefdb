import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Everything a client can put into one field: its arguments, with a document that asks for it. */
export interface FuzzInput {
  /** `Mutation.moveOrganization`, `PartyOrganization.children` */
  readonly name: string;
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
}

type AnyField = GraphQLField<unknown, unknown>;

interface Step {
  readonly type: GraphQLObjectType;
  readonly field: AnyField;
}

/** Every field of the schema that takes arguments, each reached by the shortest way from Query or Mutation. */
export function fuzzInputs(schema: GraphQLSchema): FuzzInput[] {
  const query = schema.getQueryType()!;
  const mutation = schema.getMutationType()!;
  const inputs = fieldsOf(mutation).map((field) => inputOf('mutation', [{ type: mutation, field }]));
  const seen = new Set<string>();
  // breadth first, so that the first way found is the shortest
  let ways: Step[][] = fieldsOf(query).map((field) => [{ type: query, field }]);
  while (ways.length > 0) {
    const further: Step[][] = [];
    for (const way of ways) {
      const last = way.at(-1)!;
      const key = `${last.type.name}.${last.field.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (last.field.args.length > 0) inputs.push(inputOf('query', way));
      const inner = getNamedType(last.field.type);
      const objects = isObjectType(inner) ? [inner] : isInterfaceType(inner) ? [...schema.getPossibleTypes(inner)] : [];
      for (const type of objects) for (const field of fieldsOf(type)) further.push([...way, { type, field }]);
    }
    ways = further;
  }
  return inputs.filter(({ args }) => args.length > 0);
}

const fieldsOf = (type: GraphQLObjectType): AnyField[] => Object.values(type.getFields());

/** Arguments of the last step are variables, those on the way only where they must be. */
function inputOf(operation: 'query' | 'mutation', way: readonly Step[]): FuzzInput {
  const last = way.at(-1)!;
  const variables: string[] = [];
  const declared: GraphQLArgument[] = [];
  let selection = selectionOf(last.field);
  for (const [at, { type, field }] of [...way.entries()].reverse()) {
    const args = at === way.length - 1 ? field.args : field.args.filter(neededOnTheWay);
    const written = args.map((arg) => {
      const name = at === way.length - 1 ? arg.name : `${arg.name}${at}`;
      variables.push(`$${name}: ${String(arg.type)}`);
      declared.push({ ...arg, name } as GraphQLArgument);
      return `${arg.name}: $${name}`;
    });
    const call = `${field.name}${written.length ? `(${written.join(', ')})` : ''}${selection}`;
    const above = way[at - 1] && getNamedType(way[at - 1]!.field.type);
    selection = at === 0 ? ` { ${call} }` : ` { ${isInterfaceType(above) ? `... on ${type.name} { ${call} }` : call} }`;
  }
  const head = variables.length ? `(${variables.join(', ')})` : '';
  return { name: `${last.type.name}.${last.field.name}`, document: `${operation}${head}${selection}`, args: declared };
}

/** A page must be asked for, though the schema lets one ask for its end instead. */
const neededOnTheWay = (arg: GraphQLArgument): boolean => isRequiredArgument(arg) || arg.name === 'first';

/** Leaves, and the leaves of objects below, as far as they need no arguments. */
function selectionOf(field: AnyField, levels = 2): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  if (!isObjectType(type) || levels === 0) return ' { __typename }';
  const inner = fieldsOf(type)
    .filter(({ args }) => args.length === 0)
    .flatMap((one) => {
      if (isLeafType(getNamedType(one.type))) return [one.name];
      return levels > 1 ? [`${one.name}${selectionOf(one, levels - 1)}`] : [];
    });
  return ` { __typename ${inner.slice(0, 25).join(' ')} }`;
}
