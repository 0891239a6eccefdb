/** A declaration bound to the schema and to TypeORM's metadata. */
import type { GraphQLObjectType } from 'graphql';
import type { AnyDeclaration, AnySource, OrderBy } from '../declare';
import { identifier, type Sql } from '../sql';

export interface Column {
  /** as it stands in the database */
  readonly name: string;
  readonly type: Sql;
  /** a uuid, or a list of them */
  readonly uuid: boolean;
  readonly nullable: boolean;
}
export type Columns = ReadonlyMap<string, Column>;

/** Where a row lies. */
export type PlaceKind =
  | { readonly kind: 'itself' }
  | { readonly kind: 'parent' }
  | { readonly kind: 'column' | 'association'; readonly column: string }
  | {
      readonly kind: 'own';
      readonly column: string;
      readonly overseen?: { readonly permission: string; readonly column: string };
    };

/** The table of versions of a model with history. */
export interface Past {
  readonly table: Sql;
  readonly columns: Columns;
  readonly from: Sql;
  readonly to: Sql;
}

export interface Bound {
  readonly declaration: AnyDeclaration;
  readonly name: string;
  /** an empty type for internal models */
  readonly type: GraphQLObjectType;
  readonly table: Sql;
  /** the first column of the primary key: what relations point to */
  readonly key: string;
  /** the whole primary key: what makes an order total */
  readonly keys: readonly string[];
  /** columns that make an order total by themselves; they must not be nullable */
  readonly unique: ReadonlySet<string>;
  readonly columns: Columns;
  readonly sources: ReadonlyMap<string, AnySource>;
  readonly orders: ReadonlyMap<string, readonly OrderBy<Record<string, unknown>>[]>;
  readonly place: PlaceKind;
  readonly past?: Past;
}

export type AnyRow = Readonly<Record<string, Sql>>;

/** The columns of a row under an alias. */
export function rowOf(columns: Columns, alias: string): AnyRow {
  const row: Record<string, Sql> = {};
  for (const [property, column] of columns) row[property] = identifier(`${alias}.${column.name}`);
  return row;
}

/** The columns that answer "where does it lie" or "who owns it", if any. */
export const placeColumn = ({ place, key }: Bound): string | undefined =>
  place.kind === 'itself' ? key : place.kind === 'parent' ? undefined : place.column;
