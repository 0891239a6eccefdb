/** SQL text that can only come from source code; everything else travels as a parameter. */
import type { Run } from './run';

/** A value of the request, read when the statement is executed. */
export class Param {
  constructor(readonly read: (run: Run) => unknown) {}
}

/** A piece of SQL: fixed texts with other pieces or parameters between them. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly holes: readonly (Sql | Param)[],
    /** written by this library: it may name tables; text of a declaration may not (see `forbiddenText`) */
    readonly trusted = false,
  ) {}
}

type Hole = Sql | Param | string | number | boolean | bigint | Date | null | readonly unknown[];

function hole(value: unknown): Sql | Param {
  if (value instanceof Sql || value instanceof Param) return value;
  if (value === undefined) throw new TypeError('sql: a value is undefined; is this column or argument declared?');
  const plain = typeof value !== 'object' || value === null || value instanceof Date || Array.isArray(value);
  if (!plain || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError('sql: only columns, pieces of sql, parameters and plain values can stand in the text');
  return new Param(() => value);
}

function template(strings: TemplateStringsArray, holes: readonly unknown[], trusted: boolean): Sql {
  // the engine freezes the strings of a template literal: an array made at run time is refused
  if (!Object.isFrozen(strings) || !Array.isArray(strings.raw))
    throw new TypeError('sql is a template tag: its text must be written in source code');
  return new Sql(strings, holes.map(hole), trusted);
}

/** The tag for declarations: pieces are inlined, every other value becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Hole[]): Sql {
  return template(strings, holes, false);
}

/** The library's own tag. Not exported from the package: it is the only way to name a table. */
export function trusted(strings: TemplateStringsArray, ...holes: readonly Hole[]): Sql {
  return template(strings, holes, true);
}

export const nothing = new Sql([''], [], true);
export const never = trusted`false`;

/** An identifier out of a declaration or the catalog, never out of a request. */
export function identifier(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(name)) throw new TypeError(`Not a plain SQL identifier: ${name}`);
  // quoted: a column may be called "order" or "user"
  return new Sql([name.replaceAll(/[^.]+/g, '"$&"')], [], true);
}

/** A type out of the catalog. */
export function typeName(name: string): Sql {
  if (!/^[a-z_][a-z0-9_ ()[\],."]*$/.test(name)) throw new TypeError(`Not a plain SQL type: ${name}`);
  return new Sql([name], [], true);
}

/** A name of the GraphQL schema as an SQL string literal. */
export function literal(name: string): Sql {
  if (!/^[\w:-]*$/.test(name)) throw new TypeError(`Not a plain name: ${name}`);
  return new Sql([`'${name}'`], [], true);
}

/** A number out of a declaration. */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new TypeError(`Not a whole number: ${value}`);
  return new Sql([String(value)], [], true);
}

export function join(list: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' ' | " || ',' || "): Sql {
  if (list.length === 0) return nothing;
  return new Sql(['', ...list.slice(1).map(() => separator), ''], list, true);
}

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length ? join(conditions.map(bracket), ' and ') : trusted`true`;
export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length ? trusted`(${join(conditions.map(bracket), ' or ')})` : never;

/** A declared piece may hold an `or` or a `+` of its own; the library's are already bracketed. */
export const bracket = (piece: Sql): Sql => (piece.trusted ? piece : trusted`(${piece})`);

export interface Statement {
  readonly text: string;
  readonly params: readonly Param[];
}

export function render(root: Sql): Statement {
  const numbers = new Map<Param, number>();
  const parts: string[] = [];
  const write = (node: Sql): void => {
    parts.push(node.strings[0]!);
    node.holes.forEach((part, i) => {
      if (part instanceof Sql) write(part);
      else {
        if (!numbers.has(part)) numbers.set(part, numbers.size + 1);
        parts.push(`$${numbers.get(part)!}`);
      }
      parts.push(node.strings[i + 1]!);
    });
  };
  write(root);
  return { text: parts.join(''), params: [...numbers.keys()] };
}

const FORBIDDEN = /\b(from|join|select|table)\b|\b\w*(_to_xml|dblink|pg_read_|lo_get)\w*|;|--|\/\*|\$/i;

/**
 * What a declaration's own text must not contain: a way to other rows goes through `rows`, `one`, `many`, `related`,
 * because those bring the other model's scope, soft delete and day.
 * @returns the word found, or undefined
 */
export function forbiddenText(node: Sql): string | undefined {
  for (const piece of node.trusted ? [] : node.strings) {
    const bare = piece.replaceAll(/'[^']*'/g, "''").replaceAll(/\bis\s+(not\s+)?distinct\s+from\b/gi, '=');
    if (piece.split("'").length % 2 === 0) return "'";
    const found = FORBIDDEN.exec(bare);
    if (found) return found[0].toLowerCase();
  }
  for (const part of node.holes) {
    const found = part instanceof Sql ? forbiddenText(part) : undefined;
    if (found) return found;
  }
  return undefined;
}
