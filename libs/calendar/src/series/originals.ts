import { lastDayOf, plusMonths } from '@dangwu/platform/clock';
import { RRuleTemporal } from 'rrule-temporal';
import type { WorkCalendar } from '../work-calendar';
import type { CalendarRule, LastWorkingDayRule, SeriesRule } from './series-rule';

/** Days only, written as noon in UTC: no zone and no change of clocks can move them. */
const at = (day: string) => ({ timeZoneId: 'UTC', toString: () => `${day}T12:00:00+00:00[UTC]` });
/** Gives occurrences back as their day. */
const asDays = { ZonedDateTime: { from: (written: string) => at(written.slice(0, 10)) } };
const dayOf = (written: { toString(): string }): string => written.toString().slice(0, 10);

/** The days on which a series is due by its rule, before holidays are looked at. */
export interface Originals {
  /** the first due day; null: there is none within 40 years */
  first(): string | null;
  /** the due days from one day to another, both included */
  between(from: string, to: string): string[];
}

/** @param start the first day on which it may occur */
export function originalsOf(rule: SeriesRule, start: string, calendar: WorkCalendar): Originals {
  return rule.kind === 'RRULE' ? ofCalendar(rule, start) : ofLastWorkingDays(rule, start, calendar);
}

function ofCalendar({ parts, count, until }: CalendarRule, start: string): Originals {
  const written = Object.entries(parts).map(([name, value]) => `${name}=${value}`);
  if (count !== null) written.push(`COUNT=${count}`);
  if (until !== null) written.push(`UNTIL=${until.replaceAll('-', '')}T120000Z`);
  const series = new RRuleTemporal({
    rruleString: written.join(';'),
    dtstart: at(start),
    tzid: 'UTC',
    temporal: asDays,
  });
  return {
    first: () => {
      // in steps, since nearly all begin within a year, and a search without end is none
      for (const years of [1, 8, 40]) {
        const [found] = series.between(at(start), at(plusMonths(start, years * 12)), true);
        if (found) return dayOf(found);
      }
      return null;
    },
    between: (from, to) => (to < from ? [] : series.between(at(from), at(to), true).map(dayOf)),
  };
}

const monthsOf = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

function ofLastWorkingDays(
  { every, count, until }: LastWorkingDayRule,
  start: string,
  calendar: WorkCalendar,
): Originals {
  const all = function* (): Generator<string> {
    let given = 0;
    for (let end = lastDayOf(every, start); count === null || given < count; end = next(end)) {
      const day = calendar.lastWorkingDayOf(every, end);
      if (until !== null && day > until) return;
      if (day < start) continue;
      given++;
      yield day;
    }
  };
  const next = (end: string): string => lastDayOf(every, plusMonths(`${end.slice(0, 7)}-01`, monthsOf[every]));
  return {
    first: () => all().next().value ?? null,
    between: (from, to) => {
      const found: string[] = [];
      for (const day of all()) {
        if (day > to) break;
        if (day >= from) found.push(day);
      }
      return found;
    },
  };
}
