import { daysBetween, plusDays, plusMonths, weekdayOf } from '@dangwu/platform/clock';
import { Period } from './cadence.enums';

/** A span of days, both ends in it. Days are `YYYY-MM-DD` and know no time zone. */
export interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How many days a span has. */
export const lengthOf = ({ startsOn, endsOn }: Days): number => daysBetween(startsOn, endsOn) + 1;

const months = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** The period of this kind that a day lies in. */
export function periodOf(period: Period, day: string): Days {
  if (period === Period.WEEK) {
    const startsOn = plusDays(day, 1 - weekdayOf(day));
    return { startsOn, endsOn: plusDays(startsOn, 6) };
  }
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months[period]);
  const startsOn = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { startsOn, endsOn: plusDays(plusMonths(startsOn, months[period]), -1) };
}

/** The periods of this kind that touch a span, in order. @param most no more than these are made, however long it is */
export function periodsIn(period: Period, { startsOn, endsOn }: Days, most = 10_000): Days[] {
  const found: Days[] = [];
  // a year of five digits would sort before those of four: no span of days that people mean gets there
  for (
    let one = periodOf(period, startsOn);
    one.startsOn <= endsOn && found.length < most;
    one = periodOf(period, plusDays(one.endsOn, 1))
  )
    found.push(one);
  return found;
}
