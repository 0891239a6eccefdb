/**
 * Answers passed on as text: PostgreSQL's JSON goes to the client without being parsed, completed by graphql-js and
 * written again. Whoever asks for text (`textWanted`) must be ready to ask for objects instead: everything that
 * graphql-js would make an error of, and everything it has to compute, is refused here.
 */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';

/** JSON of one root field as PostgreSQL wrote it. */
export class JsonText {
  constructor(readonly json: string) {}
}

/** There is no text of this read, or none that may be passed on: ask for objects. */
export class NoText extends Error {
  override readonly name = 'NoText';
  constructor(
    /** no read of this document can be answered as text */
    readonly forGood: boolean,
    reason: string,
  ) {
    super(reason);
  }
}

const wanted = new WeakSet<GraphQLResolveInfo>();

/** Marks the info of a root field: the reader answers JsonText (or null, or throws NoText) to whoever passes it on. */
export function textWanted(info: GraphQLResolveInfo): GraphQLResolveInfo {
  wanted.add(info);
  return info;
}
export const isTextWanted = (info: GraphQLResolveInfo): boolean => wanted.has(info);

/** Scalars whose values the statement writes as they are answered. */
const written = new Set(['ID', 'String', 'Int', 'Boolean', 'DateTime', 'Date']);

/** What one plan must look for in its answers. */
export class TextNotes {
  /** response names at which null is an answer */
  private readonly nullable = new Set<string>();
  private readonly required = new Set<string>();
  private readonly marks = new Set<string>();
  /** something of it can only be answered by objects */
  refused = false;

  refuse(): void {
    this.refused = true;
  }

  /** a property that stands for an error */
  watch(mark: string): void {
    this.marks.add(`"${mark}"`);
  }

  /** a selected field */
  note(key: string, type: GraphQLOutputType | undefined): void {
    // __typename
    if (!type || isNonNullType(type)) this.required.add(key);
    else this.nullable.add(key);
    if (!type) return;
    const named = getNamedType(type);
    if (isScalarType(named) && !written.has(named.name)) this.refuse();
    // the database holds the values; the schema may call them otherwise
    if (isEnumType(named) && named.getValues().some(({ name, value }) => name !== value)) this.refuse();
    if (isLeafType(named) && isListType(getNullableType(type))) this.refuse();
  }

  /** Whether graphql-js would answer the same without an error. */
  accepts(json: string): boolean {
    for (const mark of this.marks) if (json.includes(mark)) return false;
    for (let at = json.indexOf(NULL); at >= 0; at = json.indexOf(NULL, at + NULL.length)) {
      // the name before it; a text value may look like one, and is then for graphql-js to tell
      const key = json.slice(json.lastIndexOf('"', at - 1) + 1, at);
      if (this.required.has(key) || !this.nullable.has(key)) return false;
    }
    return true;
  }
}

/** as json_build_object writes it after a name */
const NULL = '" : null';
