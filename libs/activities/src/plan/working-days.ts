import type { WorkCalendar } from '@dangwu/calendar';
import { eachDay, plusDays, weekdayOf } from '@dangwu/platform/clock';

/** The days on which something may be planned, worked out once for a year. */
export class WorkingDays {
  private readonly days: readonly string[];

  constructor(
    private readonly calendar: Pick<WorkCalendar, 'isWorkingDay'>,
    from: string,
    to: string,
  ) {
    this.days = [...eachDay(from, to)].filter((day) => calendar.isWorkingDay(day));
  }

  has(day: string): boolean {
    return this.calendar.isWorkingDay(day);
  }

  between(from: string, to: string): readonly string[] {
    return this.days.slice(this.firstNotBefore(from), this.firstNotBefore(plusDays(to, 1)));
  }

  /**
   * The days of a week's day in a span; where one is off, the working day after it, else the one before it, as far as
   * these lie in the span. In a span without such a day at all (its Friday has passed, say) any working day.
   */
  onWeekday(weekday: number, from: string, to: string): readonly string[] {
    const worked = this.between(from, to);
    const found: string[] = [];
    for (let day = plusDays(from, (weekday - weekdayOf(from) + 7) % 7); day <= to; day = plusDays(day, 7)) {
      const on = this.has(day) ? day : (worked.find((one) => one > day) ?? worked.findLast((one) => one < day));
      if (on && !found.includes(on)) found.push(on);
    }
    return found.length > 0 ? found : worked;
  }

  private firstNotBefore(day: string): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
