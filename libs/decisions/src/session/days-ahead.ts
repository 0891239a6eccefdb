import type { WorkCalendar } from '@dangwu/calendar';

/** When papers came, and how many working days a session is later. */
export interface DaysAhead {
  /** working days before the session by which the rule wants papers */
  readonly asked: number;
  /** the first day on which a session may deal with them */
  readonly earliestOn: string;
  readonly inTime: boolean;
}

/**
 * Three days ahead of a session on the 24th: papers are there on the 21st when both days between are worked. The day on
 * which papers come does not count, the day of the session does.
 */
export function daysAheadOf(calendar: WorkCalendar, cameOn: string, asked: number, sessionOn: string): DaysAhead {
  const earliestOn = calendar.plusWorkingDays(cameOn, asked);
  return { asked, earliestOn, inTime: sessionOn >= earliestOn };
}
