import { isDay } from '@dangwu/platform/graphql';
import { seriesErrors } from './series.errors';

export type Period = 'MONTH' | 'QUARTER' | 'YEAR';
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

interface Ending {
  /** occurrences in all; null: not limited by number */
  readonly count: number | null;
  /** the last local day on which it may occur; null: open */
  readonly until: string | null;
}

/**
 * A recurrence of RFC 5545. The time of day is that of the start, so that no part smaller than a day is taken; nor are
 * days of the year and numbers of weeks, by which nobody plans a meeting.
 */
export interface CalendarRule extends Ending {
  readonly kind: 'RRULE';
  readonly frequency: Frequency;
  readonly interval: number;
  /** the parts as written, but for COUNT and UNTIL: `FREQ=WEEKLY;BYDAY=FR` */
  readonly parts: Readonly<Record<string, string>>;
}

/** The last working day of each month, quarter or year, which RFC 5545 cannot say. */
export interface LastWorkingDayRule extends Ending {
  readonly kind: 'LAST_WORKING_DAY';
  readonly every: Period;
}

export type SeriesRule = CalendarRule | LastWorkingDayRule;

const ordinal = '[+-]?[1-9]\\d?';
const list = (one: string): RegExp => new RegExp(`^${one}(?:,${one})*$`);
/** What may stand after each name. */
const grammar: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: list(`(?:${ordinal})?(?:MO|TU|WE|TH|FR|SA|SU)`),
  BYMONTHDAY: list('[+-]?(?:[1-9]|[12]\\d|3[01])'),
  BYMONTH: list('(?:[1-9]|1[0-2])'),
  BYSETPOS: list('[+-]?(?:[1-9]\\d{0,2})'),
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
  'LAST-WORKING-DAY': /^(?:MONTH|QUARTER|YEAR)$/,
};
/**
 * Reads `FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261231` (with or without `RRULE:`) or `LAST-WORKING-DAY=QUARTER;COUNT=4`.
 *
 * @throws SERIES_UNREADABLE, naming the part that cannot be read
 */
export function parseSeriesRule(text: string): SeriesRule {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  const parts: Record<string, string> = {};
  const unreadable = (part: string): Error => seriesErrors.SERIES_UNREADABLE({ rule: text, part });
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (more.length || name in parts || !grammar[name]?.test(value)) throw unreadable(part || '?');
    parts[name] = value;
  }
  const { FREQ, COUNT, UNTIL, 'LAST-WORKING-DAY': every, ...others } = parts;
  if (COUNT && UNTIL) throw unreadable('COUNT, UNTIL');
  const until = UNTIL ? `${UNTIL.slice(0, 4)}-${UNTIL.slice(4, 6)}-${UNTIL.slice(6, 8)}` : null;
  if (until && !isDay(until)) throw unreadable(`UNTIL=${UNTIL}`);
  const ending: Ending = { count: COUNT ? Number(COUNT) : null, until };
  if (every) {
    const [stray] = Object.keys({ ...others, ...(FREQ && { FREQ }) });
    if (stray) throw unreadable(stray);
    return { kind: 'LAST_WORKING_DAY', every: every as Period, ...ending };
  }
  if (!FREQ) throw unreadable('FREQ');
  const frequency = FREQ as Frequency;
  // a week has no days of a month
  if (frequency === 'WEEKLY' && others['BYMONTHDAY']) throw unreadable('FREQ=WEEKLY, BYMONTHDAY');
  // "the second Friday" needs a month or a year to be counted in
  const counted = /\d/.test(others['BYDAY'] ?? '');
  if (counted && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    throw unreadable(`FREQ=${frequency}, BYDAY=${others['BYDAY']}`);
  // "the fourth Wednesday and every Friday" of a year: the library gets these wrong, and nobody means them
  if (counted && others['BYDAY']!.split(',').some((day) => day.length === 2))
    throw unreadable(`BYDAY=${others['BYDAY']}`);
  if (others['BYSETPOS'] && !Object.keys(others).some((name) => /^BY(?!SETPOS)/.test(name)))
    throw unreadable(`BYSETPOS=${others['BYSETPOS']}`);
  return {
    kind: 'RRULE',
    frequency,
    interval: Number(others['INTERVAL'] ?? 1),
    parts: { FREQ, ...others },
    ...ending,
  };
}

/** The text that `parseSeriesRule` reads as the same rule. */
export function formatSeriesRule(rule: SeriesRule): string {
  const parts = rule.kind === 'RRULE' ? rule.parts : { 'LAST-WORKING-DAY': rule.every };
  return [
    ...Object.entries(parts).map(([name, value]) => `${name}=${value}`),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${rule.until.replaceAll('-', '')}`]),
  ].join(';');
}
