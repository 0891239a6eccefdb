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
