import { TextQuery } from '@dangwu/read-model';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

const most = 500;
/** characters; longer ones are rare, and remembering them would let strangers fill the memory */
const longest = 8_000;

/** Documents that Apollo has parsed, validated, measured and answered without an error before, by their very text. */
export class KnownDocuments {
  /** null: not for the lane */
  private readonly known = new Map<string, TextQuery | null>();

  find(source: string): TextQuery | undefined {
    return this.known.get(source) ?? undefined;
  }

  add(source: string, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void {
    if (source.length > longest || this.known.has(source)) return;
    if (this.known.size >= most) this.known.clear();
    this.known.set(source, TextQuery.of(schema, document, operation));
  }

  refuse(source: string): void {
    this.known.set(source, null);
  }
}
