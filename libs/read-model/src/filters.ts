/** The usual conditions; anything else is a function of the row and the value. */
import type { Filter, Property } from './declare';
import { trusted } from './sql';

/** column >= value */
export const atLeast =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`${row[name]} >= ${value}`;

/** column < value */
export const before =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`${row[name]} < ${value}`;

/** column = value */
export const equals =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`${row[name]} = ${value}`;

/** column is one of the values; an empty list finds nothing */
export const among =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`${row[name]} = any(${value})`;

/** the text contains the value, whatever its case; % and _ are ordinary characters */
export const containsText =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`strpos(lower(${row[name]}), lower(${value})) > 0`;

/** the text begins with the value exactly; an index with COLLATE "C" serves it */
export const startsWith =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`starts_with(${row[name]}, ${value})`;

/**
 * The text, which the database keeps in lower case and NFKC, contains the value; what people type is no pattern. A
 * trigram index serves it.
 */
export const searches =
  <E>(name: Property<E>): Filter<E> =>
  (row, value) =>
    trusted`${row[name]} like '%' || regexp_replace(normalize(lower(${value}::text), NFKC), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
