import {
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

/** One field of the query itself, ready to be resolved. */
export interface RootField {
  readonly key: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nullable: boolean;
}

/** A document that Apollo has parsed, validated, measured and answered without an error before. */
export interface KnownDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly query: GraphQLObjectType;
  readonly fields: readonly RootField[];
}

const most = 500;
/** characters; longer ones are rare, and remembering them would let strangers fill the memory */
const longest = 8_000;

/** Documents by their very text. */
export class KnownDocuments {
  /** null: not for the lane */
  private readonly known = new Map<string, KnownDocument | null>();

  find(source: string): KnownDocument | undefined {
    return this.known.get(source) ?? undefined;
  }

  add(source: string, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void {
    if (source.length > longest || this.known.has(source)) return;
    if (this.known.size >= most) this.known.clear();
    this.known.set(source, prepare(schema, document, operation));
  }

  refuse(source: string): void {
    this.known.set(source, null);
  }
}

/** A single query of plain fields. Whatever else there is, is Apollo's. */
function prepare(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownDocument | null {
  const query = schema.getQueryType();
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (!query || operation.operation !== 'query' || operation.directives?.length || operations.length > 1) return null;
  const fields = operation.selectionSet.selections.map((node): RootField | null => {
    if (node.kind !== Kind.FIELD || node.directives?.length) return null;
    const field = query.getFields()[node.name.value];
    if (!field?.resolve || !node.selectionSet) return null;
    return { key: (node.alias ?? node.name).value, node, field, nullable: !isNonNullType(field.type) };
  });
  if (!fields.every((each) => each !== null)) return null;
  if (new Set(fields.map(({ key }) => key)).size < fields.length) return null;
  const fragments = document.definitions.flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
  );
  return { document, operation, fragments: Object.fromEntries(fragments), query, fields };
}
