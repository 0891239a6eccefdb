import { daysBetween, lastDayOf, plusDays, weekdayOf } from '@dangwu/platform/clock';
import type { WorkCalendar } from '../work-calendar';
import type { Series } from './expand-series';
import { originalsOf } from './originals';
import type { CalendarRule } from './series-rule';

/** A series that falls on other days, as when one of its dates is dragged. */
export interface ShiftedSeries {
  readonly series: Series;
  /** the day on which is due now what was due on another */
  becomes(day: string): string;
}

/** How a rule follows: its parts, and where each of its days goes. */
interface Shift {
  readonly parts: CalendarRule['parts'];
  readonly becomes: (day: string) => string;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * What a series is when what is due on one of its days is due on another: Fridays become Thursdays, the second Tuesday of
 * each month the second Wednesday, the 15th the 16th. Its ending and what is left out follow.
 *
 * @returns null for rules whose days cannot follow: the last working day, several days of a month, chosen months, and a
 * day of the month that not every month has
 */
export function shiftSeries(series: Series, from: string, to: string, calendar: WorkCalendar): ShiftedSeries | null {
  if (from === to) return { series, becomes: (day) => day };
  const { rule, start, exceptions = [] } = series;
  if (rule.kind !== 'RRULE') return null;
  const shift = shiftOf(rule, from, to);
  if (!shift) return null;
  const { parts, becomes } = shift;
  const originals = originalsOf(rule, start.date, calendar);
  const last = rule.until && originals.between(start.date, rule.until).at(-1);
  return {
    becomes,
    series: {
      ...series,
      rule: { ...rule, parts, until: last ? becomes(last) : rule.until },
      start: { ...start, date: becomes(originals.first() ?? start.date) },
      exceptions: exceptions.map(becomes),
    },
  };
}

function shiftOf({ frequency, parts }: CalendarRule, from: string, to: string): Shift | null {
  const { BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS } = parts;
  if (BYMONTH || BYSETPOS || (BYDAY && BYMONTHDAY)) return null;
  if (frequency === 'DAILY' || frequency === 'WEEKLY') return BYMONTHDAY ? null : byDays(parts, daysBetween(from, to));
  if (frequency === 'YEARLY' || from.slice(0, 7) !== to.slice(0, 7)) return null;
  return BYDAY ? byWeekdayOfMonth(parts, BYDAY, to) : byDayOfMonth(parts, to);
}

/** All days alike: the weekdays turn, and with them the day on which a week begins, by which every second is counted. */
function byDays(parts: CalendarRule['parts'], by: number): Shift {
  const turned = (day: string): string => weekdays[(((weekdays.indexOf(day as 'MO') + by) % 7) + 7) % 7]!;
  const { BYDAY, INTERVAL, WKST = 'MO' } = parts;
  return {
    parts: {
      ...parts,
      ...(BYDAY && { BYDAY: BYDAY.split(',').map(turned).join(',') }),
      ...(BYDAY && INTERVAL && { WKST: turned(WKST) }),
    },
    becomes: (day) => plusDays(day, by),
  };
}

/** The same month, the weekday and its number those of the day; what was counted from the end still is. */
function byWeekdayOfMonth(parts: CalendarRule['parts'], written: string, to: string): Shift | null {
  const number = /^([+-]?\d+)[A-Z]{2}$/.exec(written)?.[1];
  if (!number) return null;
  const end = lastDayOf('MONTH', to);
  const fromEnd = Math.floor(daysBetween(to, end) / 7) + 1;
  const fromStart = Math.floor((Number(to.slice(8)) - 1) / 7) + 1;
  // a fifth is not in every month: the last is
  const nth = Number(number) < 0 || fromStart === 5 ? -fromEnd : fromStart;
  if (nth === -5) return null;
  const weekday = weekdayOf(to);
  return { parts: { ...parts, BYDAY: `${nth}${weekdays[weekday - 1]}` }, becomes: (day) => nthOf(day, weekday, nth) };
}

function nthOf(day: string, weekday: number, nth: number): string {
  const first = `${day.slice(0, 7)}-01`;
  const end = lastDayOf('MONTH', day);
  return nth > 0
    ? plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
    : plusDays(end, -(((weekdayOf(end) - weekday + 7) % 7) + 7 * (-nth - 1)));
}

/** The same month, another day: one that every month has. */
function byDayOfMonth(parts: CalendarRule['parts'], to: string): Shift | null {
  const { BYMONTHDAY } = parts;
  if (BYMONTHDAY && !/^\+?\d+$/.test(BYMONTHDAY)) return null;
  const date = to.slice(8);
  if (Number(date) > 28) return null;
  return {
    parts: { ...parts, ...(BYMONTHDAY && { BYMONTHDAY: String(Number(date)) }) },
    becomes: (day) => `${day.slice(0, 8)}${date}`,
  };
}
