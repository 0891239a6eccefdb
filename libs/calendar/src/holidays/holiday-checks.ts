import { weekdayOf } from '@dangwu/platform/clock';
import type { DomainError } from '@dangwu/platform/errors';
import type { CalendarDate, CalendarYear } from './holiday-day';
import { calendarErrors } from './holiday-year.errors';
import { statutoryDays } from './statutory-days';

/** A New Year break has begun on 30 December (2018) and on the 31st (2022), worked on the 29th. */
const reachesBack = '12-20';

/** All that is wrong with the days of a year; nothing: they may be saved. */
export function faultsOf({ year, status, days }: CalendarYear): DomainError[] {
  const faults: DomainError[] = [];
  const outside = days.filter(({ date }) => date < `${year - 1}-${reachesBack}` || date > `${year}-12-31`);
  if (outside.length) faults.push(calendarErrors.HOLIDAY_OUT_OF_YEAR({ year, dates: dates(outside) }));
  const seen = new Set<string>();
  const twice = days.filter(({ date }) => seen.size === seen.add(date).size);
  if (twice.length) faults.push(calendarErrors.HOLIDAY_TWICE({ dates: dates(twice) }));
  const weekdays = days.filter(({ date, kind }) => kind === 'WORK' && weekdayOf(date) < 6);
  if (weekdays.length) faults.push(calendarErrors.WORK_ON_WEEKDAY({ dates: dates(weekdays) }));
  if (status === 'NOTICED') {
    const off = new Set(days.filter(({ kind }) => kind === 'OFF').map(({ date }) => date));
    const missing = (statutoryDays(year) ?? []).filter(({ date }) => !off.has(date));
    if (missing.length)
      faults.push(calendarErrors.STATUTORY_NOT_OFF({ dates: missing.map(({ date, name }) => `${date} ${name}`) }));
  }
  return faults;
}

const dates = (days: readonly CalendarDate[]): string[] => days.map(({ date }) => date);
