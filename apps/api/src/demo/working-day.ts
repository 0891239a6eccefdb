import type { WorkCalendar } from '@dangwu/calendar';

/** The day itself when it is worked, else the next one that is, else the one before; within the span, if it has any. */
export function workingDayNear(calendar: WorkCalendar, day: string, from: string, to: string): string {
  if (calendar.isWorkingDay(day)) return day;
  const next = calendar.nextWorkingDay(day);
  if (next <= to) return next;
  const before = calendar.previousWorkingDay(day);
  return before >= from ? before : day;
}
