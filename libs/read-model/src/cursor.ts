/** Cursors: base64 of ["ORDER", …column values as text]. They grant nothing: the scope is applied to every page. */
import { badCursor } from './errors';
import { all, any, join, never, trusted, type Param, type Sql } from './sql';

/** One column of an order. */
export interface OrderColumn {
  readonly value: Sql;
  readonly type: Sql;
  readonly descending: boolean;
  readonly nullable: boolean;
}
export type CursorValues = readonly (string | null)[];

const LONGEST = 8192;

/** @throws ReadInputError CURSOR unless it was made for this order */
export function decodeCursor(cursor: unknown, order: string, nullable: readonly boolean[]): CursorValues {
  if (typeof cursor !== 'string' || cursor.length > LONGEST) throw badCursor();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parts) || parts[0] !== order || parts.length !== nullable.length + 1) throw badCursor();
  const values = parts.slice(1) as unknown[];
  if (!values.every((v, i) => typeof v === 'string' || (v === null && nullable[i]))) throw badCursor();
  return values as CursorValues;
}

/** The expression that makes a row's cursor. */
export function encodeCursor(order: Sql, columns: readonly OrderColumn[]): Sql {
  const values = join(
    columns.map((c) => trusted`(${c.value})::text`),
    ', ',
  );
  // PostgreSQL breaks base64 into lines of 76 characters
  return trusted`translate(encode(convert_to(json_build_array(${order}, ${values})::text, 'UTF8'), 'base64'), E'\\n', '')`;
}

export const orderBy = (columns: readonly OrderColumn[], backward = false): Sql =>
  join(
    columns.map((c) => (c.descending !== backward ? trusted`${c.value} desc` : c.value)),
    ', ',
  );

/**
 * Rows after the cursor. PostgreSQL's own placing of nulls (last when ascending, first when descending) is kept.
 * @param nulls for each column "1" if the cursor's value is null: another pattern needs another condition
 */
export function afterCursor(
  columns: readonly OrderColumn[],
  nulls: string,
  value: (i: number) => Param,
  backward: boolean,
): Sql {
  const down = (c: OrderColumn): boolean => c.descending !== backward;
  const cursor = columns.map((c, i) => trusted`${value(i)}::${c.type}`);
  if (columns.every((c) => !c.nullable && down(c) === down(columns[0]!))) {
    // one comparison of rows, which an index over the columns serves
    const left = join(
      columns.map((c) => c.value),
      ', ',
    );
    const right = join(cursor, ', ');
    return down(columns[0]!) ? trusted`(${left}) < (${right})` : trusted`(${left}) > (${right})`;
  }
  const isNull = (i: number): boolean => nulls[i] === '1';
  const same = (c: OrderColumn, i: number): Sql =>
    isNull(i) ? trusted`${c.value} is null` : trusted`${c.value} = ${cursor[i]!}`;
  const beyond = (c: OrderColumn, i: number): Sql => {
    if (isNull(i)) return down(c) ? trusted`${c.value} is not null` : never;
    if (down(c)) return trusted`${c.value} < ${cursor[i]!}`;
    return c.nullable
      ? trusted`(${c.value} > ${cursor[i]!} or ${c.value} is null)`
      : trusted`${c.value} > ${cursor[i]!}`;
  };
  return any(columns.map((c, i) => trusted`(${all([...columns.slice(0, i).map(same), beyond(c, i)])})`));
}
