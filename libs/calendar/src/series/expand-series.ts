import { plusDays } from '@dangwu/platform/clock';
import type { LocalText } from '@dangwu/platform/text';
import type { Certainty, WorkCalendar } from '../work-calendar';
import { instantOf } from './local-time';
import { originalsOf } from './originals';
import { seriesErrors } from './series.errors';
import { formatSeriesRule, type SeriesRule } from './series-rule';

/** What becomes of an occurrence on a day off: it stays, is left out, or moves to the working day before or after. */
export type HolidayPolicy = 'KEEP' | 'SKIP' | 'SHIFT_BEFORE' | 'SHIFT_AFTER';

/** A series: a rule, where it starts, and what holidays do to it. */
export interface Series {
  readonly rule: SeriesRule;
  /** local date and time of the start; the rule is counted from that day */
  readonly start: { readonly date: string; readonly time: string };
  /** IANA zone of the local times: Asia/Shanghai */
  readonly zone: string;
  readonly holidayPolicy: HolidayPolicy;
  /** whether ordinary weekends count as days off too; default no: a course on Saturdays is meant so */
  readonly weekends?: boolean;
  /** original days that are left out (EXDATE) */
  readonly exceptions?: readonly string[];
}

/** One occurrence of a series. */
export interface Occurrence {
  /** the day it was due by the rule, which names it whatever happens to it (RECURRENCE-ID) */
  readonly originalDate: string;
  /** 20261002T160000, the same as iCalendar writes it, in local time */
  readonly recurrenceId: string;
  /** the local day and time it takes place */
  readonly date: string;
  readonly time: string;
  readonly startsAt: Date;
  readonly shifted: boolean;
  /** why it was shifted, or what day it stays on: the holiday; null on other days */
  readonly holiday: LocalText | null;
  /** how sure the calendar of its original day is: what is provisional may still shift */
  readonly certainty: Certainty;
}

export interface Expansion extends Series {
  /** the first local day asked for */
  readonly from: string;
  /** the last; null: all there are, for series that end */
  readonly to: string | null;
  readonly calendar: WorkCalendar;
  /** more than so many are refused; 1,000 when left out */
  readonly most?: number;
}

/** Longer than any run of days off: what is shifted into the period was due no further away. */
const reach = 31;
/** Beyond it nobody plans, and the calendar knows weekends alone. */
const farAway = '2099-12-31';

/**
 * The occurrences of a series that take place in a period, by their day. Two never share a day: what would be shifted
 * onto a day that has one already, or that an earlier one was shifted to, is left out.
 *
 * @throws SERIES_NEVER_OCCURS, SERIES_NEVER_ENDS, SERIES_TOO_MANY
 */
export function expandSeries(expansion: Expansion): Occurrence[] {
  const { rule, start, calendar, from, to, most = 1000 } = expansion;
  if (to === null && rule.count === null && rule.until === null)
    throw seriesErrors.SERIES_NEVER_ENDS({ rule: formatSeriesRule(rule) });
  const originals = originalsOf(rule, start.date, calendar);
  const first = originals.first();
  if (first === null) throw seriesErrors.SERIES_NEVER_OCCURS({ rule: formatSeriesRule(rule), start: start.date });
  const last = to === null || to > farAway ? farAway : to;
  const begin = plusDays(from, -reach) < first ? first : plusDays(from, -reach);
  const due = originals.between(begin, plusDays(last, reach)).filter((day) => !expansion.exceptions?.includes(day));
  const placed = place(due, expansion).filter(({ date }) => from <= date && date <= last);
  if (placed.length > most) throw seriesErrors.SERIES_TOO_MANY({ rule: formatSeriesRule(rule), most });
  return placed.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function place(due: readonly string[], series: Expansion): Occurrence[] {
  const { calendar, holidayPolicy, weekends = false } = series;
  const off = (day: string): boolean => {
    const { kind } = calendar.dayOf(day);
    return kind === 'HOLIDAY' || (weekends && kind === 'WEEKEND');
  };
  const stays = (day: string): boolean => holidayPolicy === 'KEEP' || !off(day);
  const taken = new Set(due.filter(stays));
  const placed: Occurrence[] = [];
  for (const day of due) {
    if (stays(day)) placed.push(occurrence(day, day, series));
    else if (holidayPolicy !== 'SKIP') {
      const after = holidayPolicy === 'SHIFT_AFTER';
      const to = after ? calendar.nextWorkingDay(day) : calendar.previousWorkingDay(day);
      if (!taken.has(to)) placed.push(occurrence(day, to, series));
      taken.add(to);
    }
  }
  return placed;
}

function occurrence(originalDate: string, date: string, { start: { time }, zone, calendar }: Expansion): Occurrence {
  const { holiday, certainty } = calendar.dayOf(originalDate);
  return {
    originalDate,
    recurrenceId: `${originalDate.replaceAll('-', '')}T${time.replace(':', '')}00`,
    date,
    time,
    startsAt: instantOf(date, time, zone),
    shifted: date !== originalDate,
    holiday,
    certainty,
  };
}
