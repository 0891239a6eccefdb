import type { Row, Rows } from './declare';
import { sql, type Sql } from './sql';

/** Rows that hold from a day until the day before another. */
interface Dated {
  readonly since: string;
  readonly until: string | null;
}

/** In a read model: the row holds on the day the read is of, be that today or the day asked for. */
export const holding = (row: Pick<Row<Dated>, 'since' | 'until'>, { day }: Rows): Sql =>
  sql`${row.since} <= ${day} and (${row.until} is null or ${row.until} > ${day})`;
