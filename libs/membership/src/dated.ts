import type { Row, Rows, Sql } from '@dangwu/read-model';
import { sql } from '@dangwu/read-model';
import { IsNull, MoreThan } from 'typeorm';

/** Rows that hold from a day until the day before another. */
interface Dated {
  readonly since: string;
  readonly until: string | null;
}

export const holdsOn = ({ since, until }: Dated, day: string): boolean =>
  since <= day && (until === null || until > day);

/** Conditions for those that hold on the day or will hold later. */
export const openAfter = (day: string) => [{ until: IsNull() }, { until: MoreThan(day) }];

/** In a read model: it holds on the day the read is of. */
export const holding = (row: Pick<Row<Dated>, 'since' | 'until'>, { day }: Rows): Sql =>
  sql`${row.since} <= ${day} and (${row.until} is null or ${row.until} > ${day})`;
