/**
 * Answers that TypeScript made, written as text. What graphql-js would do for each of their values is decided once for a
 * document here; what it would make an error of, and what it has to compute, is refused.
 */
import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { isTextWanted, JsonText, NoText } from './text';

type Write = (value: unknown) => string;
type Document = Pick<GraphQLResolveInfo, 'fragments'>;

/** What a root field answers, by what is selected of it: documents that are known come again as the same nodes. */
const writers = new WeakMap<FieldNode, Write>();

/** What does not change and is answered again and again, as it was written last. */
const kept = new WeakMap<object, { by: Write | null; text: string }>();

/** Says that an object is never changed, so that what was written of it may be written again. */
export function unchanging<T extends object>(value: T): T {
  if (!kept.has(value)) kept.set(value, { by: null, text: '' });
  return value;
}

/**
 * What a root field is to answer: text where text is wanted, the value itself otherwise.
 *
 * @throws NoText when graphql-js has to compute or to look at something of it
 */
export function written<T>(info: GraphQLResolveInfo, value: T): T | JsonText {
  if (!isTextWanted(info)) return value;
  const [node, ...others] = info.fieldNodes;
  if (!node || others.length > 0) throw notWritten('a field is selected twice');
  let write = writers.get(node);
  if (!write) writers.set(node, (write = writerOf(info.returnType, node, info)));
  return new JsonText(write(value));
}

function writerOf(type: GraphQLOutputType, node: FieldNode, document: Document): Write {
  if (!isNonNullType(type)) {
    const some = writerOfSome(type, node, document);
    return (value) => (value === null || value === undefined ? 'null' : some(value));
  }
  const some = writerOfSome(type.ofType, node, document);
  return (value) => {
    if (value === null || value === undefined) throw new NoText(false, 'a null where none may be');
    return some(value);
  };
}

/** Of what is not null. */
function writerOfSome(type: GraphQLOutputType, node: FieldNode, document: Document): Write {
  if (isListType(type)) {
    const each = writerOf(type.ofType, node, document);
    return keeping((value) => `[${(value as readonly unknown[]).map(each).join(',')}]`);
  }
  if (isObjectType(type) && node.selectionSet) return writerOfObject(type, node.selectionSet, document);
  if (isLeafType(type)) return (value) => leaf(type.serialize(value));
  throw notWritten(`${getNamedType(type).name} is of several types`);
}

function writerOfObject(type: GraphQLObjectType, selection: SelectionSetNode, document: Document): Write {
  const fields = fieldsOf(type, selection, document).map((node) => {
    const { name, alias } = node;
    const before = `${JSON.stringify((alias ?? name).value)}:`;
    if (name.value === '__typename') return () => `${before}${JSON.stringify(type.name)}`;
    const field = type.getFields()[name.value];
    const read = field && propertyOf(field);
    if (!read || node.arguments?.length) throw notWritten(`${type.name}.${name.value} is computed`);
    const write = writerOf(field.type, node, document);
    return (value: unknown) => before + write(read(value));
  });
  return keeping((value) => `{${fields.map((write) => write(value)).join(',')}}`);
}

/**
 * How a field is read off its object. Nest gives fields a resolver that takes the object and nothing else; one that somebody
 * wrote is called with arguments, context and info as well.
 */
function propertyOf({ name, resolve }: GraphQLField<unknown, unknown>): ((value: unknown) => unknown) | undefined {
  if (!resolve) return (value) => (value as Readonly<Record<string, unknown>>)[name];
  return resolve.length === 1 ? (resolve as (value: unknown) => unknown) : undefined;
}

/** The fields that are selected, fragments taken apart. */
function fieldsOf(type: GraphQLObjectType, selection: SelectionSetNode, document: Document): FieldNode[] {
  const fields = selection.selections.flatMap((node): FieldNode[] => {
    if (node.directives?.length) throw notWritten('a directive decides');
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : document.fragments[node.name.value]!;
    if (fragment.directives?.length) throw notWritten('a directive decides');
    if ((fragment.typeCondition?.name.value ?? type.name) !== type.name) throw notWritten('a type decides');
    return fieldsOf(type, fragment.selectionSet, document);
  });
  const keys = new Set(fields.map(({ name, alias }) => (alias ?? name).value));
  if (keys.size < fields.length) throw notWritten('a field is selected twice');
  return fields;
}

function keeping(write: Write): Write {
  const keeper: Write = (value) => {
    const before = kept.get(value as object);
    if (!before) return write(value);
    if (before.by !== keeper) Object.assign(before, { text: write(value), by: keeper });
    return before.text;
  };
  return keeper;
}

function leaf(value: unknown): string {
  // graphql-js has its own words for it
  if (value === null || value === undefined) throw new NoText(false, 'a value that is none of its type');
  return JSON.stringify(value);
}

const notWritten = (reason: string): NoText => new NoText(true, reason);
