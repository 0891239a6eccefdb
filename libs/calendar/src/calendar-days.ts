import { daysBetween, eachDay } from '@dangwu/platform/clock';
import type { LocalText } from '@dangwu/platform/text';
import { calendarErrors } from './holidays/holiday-year.errors';
import { festivalOn } from './lunar/festivals';
import { lunarDayOf, lunarName, lunarShort } from './lunar/lunar';
import { solarTermOn } from './lunar/solar-terms';
import type { WorkCalendar, WorkDay } from './work-calendar';

/** A day as calendars show it: whether it is worked, and what it is called. */
export interface LabelledDay extends WorkDay {
  readonly lunar: string | null;
  readonly lunarShort: string | null;
  readonly solarTerm: LocalText | null;
  readonly festival: LocalText | null;
}

/** A year and the weeks around it. */
const most = 400;

/** @throws CALENDAR_RANGE for more than 400 days, or an end before the beginning */
export function labelledDays(calendar: WorkCalendar, from: string, to: string): LabelledDay[] {
  if (to < from || daysBetween(from, to) >= most) throw calendarErrors.CALENDAR_RANGE({ from, to, most });
  return [...eachDay(from, to)].map((date) => {
    const lunar = lunarDayOf(date);
    return {
      ...calendar.dayOf(date),
      lunar: lunar && lunarName(lunar),
      lunarShort: lunar && lunarShort(lunar),
      solarTerm: solarTermOn(date),
      festival: festivalOn(date, lunar),
    };
  });
}
