/** The declaration of a read model: what the GraphQL class and the TypeORM entity do not already say. */
import type { Param, Sql } from './sql';

export type Class<T = unknown> = abstract new (...args: never[]) => T;
/** The name of a property of an entity. */
export type Property<E> = keyof E & string;

/** Columns of one row, to be used in sql`…`. */
export type Row<E> = { readonly [K in Property<E>]: Sql };
/** Values of arguments, as parameters: those of the field, else those the resolver passed to the reader. */
export type Params<A> = { readonly [K in keyof A & string]-?: Param };

/**
 * Rows of other models inside an expression. The other model's scope, soft delete and day of reading come along.
 * `via` names the column that points to this row: it is joined by the library, and may prove that no scope need be
 * checked; models with `place: 'parent'` can only be reached so.
 */
export interface Rows {
  exists<C>(of: () => Class, on?: (row: Row<C>) => Sql, via?: Property<C>): Sql;
  count<C>(of: () => Class, on?: (row: Row<C>) => Sql, via?: Property<C>): Sql;
  /** `value` of the one row found, or an aggregate such as sql`max(…)` over all; null when there is none */
  value<C>(of: () => Class, value: (row: Row<C>) => Sql, on?: (row: Row<C>) => Sql, via?: Property<C>): Sql;
  /** the day the read is of, as a date: the day asked for, else today */
  readonly day: Sql;
}
/** Must be pure: it is evaluated once at boot to be checked, then once for each plan. */
export type Expression<E, A = Record<string, unknown>> = (row: Row<E>, args: Params<A>, rows: Rows) => Sql;

export interface ListOptions {
  /** name of one of the target's orders; default: its first */
  readonly order?: string;
  /** at most so many rows by nature: the list may be asked for without first/last, and more is an internal error */
  readonly boundedBy?: number;
}

/** Sources that reach other rows and do not depend on this row's other columns. */
export type Reaching =
  | ({ readonly kind: 'many'; readonly foreign: string } & ListOptions)
  | { readonly kind: 'count'; readonly of: () => Class; readonly foreign: string; readonly where?: Expression<never> }
  | {
      readonly kind: 'aggregate';
      readonly of: () => Class;
      readonly foreign: string;
      readonly fields: Readonly<Record<string, Expression<never>>>;
    }
  | { readonly kind: 'sameRow' };
export type Source<E> =
  | Reaching
  | Expression<E>
  | { readonly kind: 'column'; readonly column: Property<E> }
  | { readonly kind: 'reference'; readonly type: string; readonly column: Property<E> }
  | {
      readonly kind: 'masked';
      readonly clear: Expression<E>;
      readonly mask: Expression<E>;
      readonly permission: string;
      readonly reveal?: Reveal;
    }
  | { readonly kind: 'one'; readonly local: Property<E> }
  | ({
      readonly kind: 'related';
      readonly on: (other: Row<never>, self: Row<E>, rows: Rows) => Sql;
    } & ListOptions)
  | { readonly kind: 'oneOf'; readonly columns: Readonly<Record<string, Property<E>>> }
  | { readonly kind: 'after'; readonly needs: readonly Property<E>[]; readonly resolve: Resolve };

export type Resolve = (row: Readonly<Record<string, unknown>>, context: unknown) => unknown;
/** Turns the clear value read from the database into the one answered, e.g. by decrypting it. */
export type Reveal = (clear: unknown, context: unknown) => unknown;
export type AnySource = Source<Record<string, unknown>>;

const listOptions = (options: string | ListOptions | undefined): ListOptions =>
  typeof options === 'string' ? { order: options } : (options ?? {});

/** A column under another name. */
export const column = <E>(name: Property<E>): Source<E> => ({ kind: 'column', column: name });

/** The opaque global id of an object of `type` whose key stands in `name`: nothing of that object is read. */
export const reference = <E>(type: string, name: Property<E>): Source<E> => ({
  kind: 'reference',
  type,
  column: name,
});

/**
 * Personal data: `mask` instead of `clear` unless the viewer holds `permission` at the row's place. What `clear`
 * touches can be read nowhere else: not by another field, a filter or an order.
 */
export const masked = <E>(
  clear: Expression<E>,
  mask: Expression<E>,
  permission: string,
  reveal?: Reveal,
): Source<E> => ({ kind: 'masked', clear, mask, permission, ...(reveal && { reveal }) });

/** The object whose key stands in `local`; its type is the field's type in the schema. */
export const one = <E>(local: Property<E>): Source<E> => ({ kind: 'one', local });

/** The objects whose `foreign` points here: a list or a connection, as the schema says. */
export const many = <C>(foreign: Property<C>, options?: string | ListOptions): Reaching => ({
  kind: 'many',
  foreign,
  ...listOptions(options),
});

/**
 * Objects by condition: a list, a connection, or the first of them. The target's scope is always checked, as nothing
 * proves where its rows lie.
 */
export const related = <C, E>(
  on: (other: Row<C>, self: Row<E>, rows: Rows) => Sql,
  options?: string | ListOptions,
): Source<E> => ({ kind: 'related', on, ...listOptions(options) });

/** How many visible rows of a model point here. */
export const count = <C>(of: () => Class, foreign: Property<C>, where?: Expression<C>): Reaching => ({
  kind: 'count',
  of,
  foreign,
  ...(where && { where }),
});

/** Several figures over the rows that point here, in one pass; `fields` are those of the field's type. */
export const aggregate = <C>(
  of: () => Class,
  foreign: Property<C>,
  fields: Readonly<Record<string, Expression<C>>>,
): Reaching => ({ kind: 'aggregate', of, foreign, fields });

/** The same row read as another type of the same entity. */
export const sameRow = (): Reaching => ({ kind: 'sameRow' });

/** A union or interface: one key column for each possible type, the first that is set. */
export const oneOf = <E>(columns: Readonly<Record<string, Property<E>>>): Source<E> => ({ kind: 'oneOf', columns });

/** Escape hatch: computed in TypeScript from columns fetched along, e.g. a signed link. */
export const after = <E>(needs: readonly Property<E>[], resolve: Resolve): Source<E> => ({
  kind: 'after',
  needs,
  resolve,
});

export interface OrderBy<E> {
  readonly column: Property<E>;
  readonly descending: boolean;
}
export const asc = <E>(name: Property<E>): OrderBy<E> => ({ column: name, descending: false });
export const desc = <E>(name: Property<E>): OrderBy<E> => ({ column: name, descending: true });

/** A condition for a field of the filter input; it is left out when the client leaves the field out. */
export type Filter<E> = (row: Row<E>, value: Param, rows: Rows) => Sql;

/** Fields the entity does not have must say where they come from; the others, and those of resolvers, may. */
export type Fields<T, E> = { readonly [K in Exclude<keyof T, keyof E> & string]-?: Source<E> } & {
  readonly [K in keyof T & keyof E & string]?: Source<E>;
} & { readonly [resolverField: string]: Source<E> | undefined };

/** Rows as they were: the entity of the versions, with the same property names as the present one. */
export interface History {
  readonly entity: Class;
  /** first day of the version */
  readonly from: string;
  /** day on which it no longer held; null: until now */
  readonly to: string;
}

type Reserved = 'itself' | 'parent' | 'association';
type ReadByPlace<E> = {
  /**
   * Where a row lies, which decides who sees it: its own tree node, the column naming one, wherever the row lies
   * through which it was reached (never a root then), or for `own` nowhere: it belongs to the viewer.
   */
  readonly place: 'itself' | 'parent' | Exclude<Property<E>, Reserved>;
  /** the permission that makes a row visible */
  readonly read: string;
  /** what is not for all of its readers yet, such as a draft */
  readonly withheld?: Withheld<Property<E>>;
  readonly associationColumn?: never;
};
/** Rows whose column, a boolean, is true are visible only where the viewer holds a second permission as well. */
export interface Withheld<Column extends string = string> {
  readonly when: Column;
  readonly unless: string;
  /** the column naming the node where that must be held; left out: where the row lies */
  readonly at?: Column;
}
/** Whoever holds the permission anywhere sees the rows of everybody in the association, which `column` names. */
interface Oversight<Column extends string = string> {
  readonly permission: string;
  readonly column: Column;
}
type ReadByOwner<E> = {
  /** rows whose column holds the viewer's `key`; where `overseen`, all of the association's for its holders */
  readonly place: { readonly own: Property<E>; readonly overseen?: Oversight<Property<E>> };
  /** if given, it must be held somewhere */
  readonly read?: string;
  readonly associationColumn?: never;
};
type ReadByAssociation<E> = {
  /** rows of the viewer's association, visible to whoever holds `read` anywhere */
  readonly place: 'association';
  readonly associationColumn: Property<E>;
  readonly read: string;
};

interface Common<T, E, F, O extends string> {
  /** the @ObjectType class */
  readonly type: Class<T>;
  /** its name in the schema, when it is not the name of the class */
  readonly name?: string;
  /** not in the schema: its rows serve `count`, `aggregate` and `rows` of other models */
  readonly internal?: boolean;
  /** the TypeORM @Entity class */
  readonly entity: Class<E>;
  /** prefix of the opaque ids; default: the name of the type */
  readonly idPrefix?: string;
  /** the column that is set when the row was deleted: it is then invisible everywhere */
  readonly deleted?: Property<E>;
  readonly history?: History;
  /** rows of this model are at most so many by nature, wherever they are listed */
  readonly boundedBy?: number;
  /** by the values of the order enum; the key is appended, so every order is total */
  readonly orders?: { readonly [K in O]: readonly OrderBy<E>[] };
  /** by the fields of the filter input */
  readonly filters?: { readonly [K in keyof F & string]-?: Filter<E> };
}
/** asks whether all fields are optional */
type WithFields<T, E> =
  Record<never, never> extends Fields<T, E> ? { readonly fields?: Fields<T, E> } : { readonly fields: Fields<T, E> };

export type Declaration<T, E, F, O extends string> = Common<T, E, F, O> &
  WithFields<T, E> &
  (ReadByPlace<E> | ReadByOwner<E> | ReadByAssociation<E>);

/** A checked declaration; T, F and O give the reader's calls their types. */
export interface ReadModel<T = unknown, F = unknown, O extends string = string> {
  readonly declaration: AnyDeclaration;
  /** never set: carries the types only */
  readonly types?: readonly [T, F, O];
}

/** Fields that a library adds to a type of one below it; its resolver gives them to the schema. */
export interface ModelExtension {
  readonly extends: AnyDeclaration;
  readonly fields: Readonly<Record<string, AnySource>>;
}

/** What the library itself handles: a declaration of any entity. */
export interface AnyDeclaration extends Common<unknown, Record<string, unknown>, Record<string, unknown>, string> {
  readonly place: string | { readonly own: string; readonly overseen?: Oversight };
  readonly read?: string;
  readonly withheld?: Withheld;
  readonly associationColumn?: string;
  readonly fields?: Readonly<Record<string, AnySource>>;
}

/** Declares how a GraphQL type is read from an entity; `Reader.bind` checks it against both. */
export function readModel<T, E, F = Record<never, never>, O extends string = never>(
  declaration: Declaration<T, E, F, O>,
): ReadModel<T, F, O> {
  return { declaration: declaration as unknown as AnyDeclaration };
}

/** Declares where fields come from that a library adds to a type of one below it. E: the entity of that type. */
export function extendModel<E>(
  { declaration }: { readonly declaration: AnyDeclaration },
  fields: Readonly<Record<string, Source<E>>>,
): ModelExtension {
  return { extends: declaration, fields: fields as ModelExtension['fields'] };
}
