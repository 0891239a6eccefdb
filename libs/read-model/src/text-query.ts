/** A document answered as text: its root fields are resolved as graphql-js would resolve them, and put together. */
import {
  getArgumentValues,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { JsonText, NoText, textWanted } from './text';

interface RootField {
  readonly key: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nullable: boolean;
}

/** The variables after coercion, as `getVariableValues` answers them. */
type Variables = Record<string, unknown>;

/**
 * What a mutation says in its extensions when it may be answered as text: it writes once a call, however often it is resolved,
 * and answers what the reader reads afterwards.
 */
export const shortWay = { shortWay: true } as const;

export class TextQuery {
  private constructor(
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    private readonly schema: GraphQLSchema,
    private readonly root: GraphQLObjectType,
    private readonly fields: readonly RootField[],
  ) {}

  /** Whether it writes. */
  get writes(): boolean {
    return this.operation.operation === 'mutation';
  }

  /** What it asks for first, in the words of the schema. */
  get title(): string {
    return `${this.root.name} ${this.fields[0]!.field.name}`;
  }

  /** A document of plain fields with one query, or one mutation that goes the short way, validated before; null for others. */
  static of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): TextQuery | null {
    const root = rootOf(schema, operation);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (!root || operation.directives?.length || operations.length > 1) return null;
    const fields = operation.selectionSet.selections.map((node): RootField | null => {
      if (node.kind !== Kind.FIELD || node.directives?.length || !node.selectionSet) return null;
      const field = root.getFields()[node.name.value];
      if (!field?.resolve || (operation.operation === 'mutation' && !field.extensions['shortWay'])) return null;
      return { key: (node.alias ?? node.name).value, node, field, nullable: !isNonNullType(field.type) };
    });
    if (!fields.every((each) => each !== null)) return null;
    // fields of one response name would have to be merged
    if (new Set(fields.map(({ key }) => key)).size < fields.length) return null;
    if (operation.operation === 'mutation' && fields.length > 1) return null;
    return new TextQuery(document, operation, schema, root, fields);
  }

  /**
   * The JSON of `data`. Guards and pipes around the resolvers run as always.
   * @throws NoText, or what a resolver threw: the query must then be executed as any other
   */
  async answer(variables: Variables, context: unknown): Promise<string> {
    const [first, ...rest] = this.fields;
    const parts = rest.length
      ? await Promise.all(this.fields.map((field) => this.resolve(field, variables, context)))
      : [await this.resolve(first!, variables, context)];
    return `{${parts.join(',')}}`;
  }

  private async resolve(
    { key, node, field, nullable }: RootField,
    variableValues: Variables,
    context: unknown,
  ): Promise<string> {
    const info = textWanted({
      fieldName: field.name,
      fieldNodes: [node],
      returnType: field.type,
      parentType: this.root,
      path: { prev: undefined, key, typename: this.root.name },
      schema: this.schema,
      fragments: this.fragments,
      rootValue: undefined,
      operation: this.operation,
      variableValues,
    });
    const value: unknown = await field.resolve!(
      undefined,
      getArgumentValues(field, node, variableValues),
      context,
      info,
    );
    if (value instanceof JsonText) return `"${key}":${value.json}`;
    if (value === null && nullable) return `"${key}":null`;
    throw new NoText(value != null, 'not an answer of the reader');
  }

  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>> = Object.fromEntries(
    this.document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType | null | undefined {
  if (operation === 'query') return schema.getQueryType();
  return operation === 'mutation' ? schema.getMutationType() : null;
}
