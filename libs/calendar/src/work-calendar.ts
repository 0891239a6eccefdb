import { eachDay, lastDayOf, plusDays, weekdayOf } from '@dangwu/platform/clock';
import type { LocalText } from '@dangwu/platform/text';
import type { CalendarDate, CalendarYear } from './holidays/holiday-day';
import { holidayName } from './holidays/holiday-words';
import { statutoryDays } from './holidays/statutory-days';

/** WORKDAY 工作日, WEEKEND 周末, HOLIDAY 放假, MADE_UP 调休上班. */
export type DayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MADE_UP';

/**
 * How sure it is: NOTICED by the State Council; PROVISIONAL, only the statutory days are known and days may still be
 * swapped; UNKNOWN, a year beyond the lunar table, of which only weekends are known.
 */
export type Certainty = 'NOTICED' | 'PROVISIONAL' | 'UNKNOWN';

/** What a day is. */
export interface WorkDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly working: boolean;
  /** the holiday that makes it a day off, or for which it is worked */
  readonly holiday: LocalText | null;
  readonly certainty: Certainty;
}

/** No run of days off is nearly as long: a table without a working day is a fault, not an endless search. */
const longestSearch = 400;

/** Which days are worked, by an association's holiday years. Days are text; the host's zone plays no part. */
export class WorkCalendar {
  private readonly days = new Map<string, CalendarDate>();
  private readonly certainties = new Map<number, Certainty>();

  constructor(years: readonly CalendarYear[]) {
    for (const { year, status, days } of years) {
      this.certainties.set(year, status);
      for (const day of days) this.days.set(day.date, day);
    }
  }

  /** What is not in the table of its year is what its weekday says; years without a table have the statutory days. */
  dayOf(date: string): WorkDay {
    const year = Number(date.slice(0, 4));
    const certainty = this.certainties.get(year) ?? this.compute(year);
    const special = this.days.get(date);
    const weekend = weekdayOf(date) > 5;
    const kind = special ? (special.kind === 'OFF' ? 'HOLIDAY' : 'MADE_UP') : weekend ? 'WEEKEND' : 'WORKDAY';
    const working = kind === 'WORKDAY' || kind === 'MADE_UP';
    return { date, kind, working, holiday: special?.name ?? null, certainty };
  }

  isWorkingDay(date: string): boolean {
    return this.dayOf(date).working;
  }

  /** The first working day after `date`. */
  nextWorkingDay(date: string): string {
    return this.search(date, 1);
  }

  /** The last working day before `date`. */
  previousWorkingDay(date: string): string {
    return this.search(date, -1);
  }

  /** The last working day of the month, quarter or year in which `date` lies. */
  lastWorkingDayOf(period: 'MONTH' | 'QUARTER' | 'YEAR', date: string): string {
    return this.previousWorkingDay(plusDays(lastDayOf(period, date), 1));
  }

  /** Working days from one day to another, both included; none when `to` lies before `from`. */
  workingDaysBetween(from: string, to: string): number {
    let count = 0;
    for (const day of eachDay(from, to)) if (this.isWorkingDay(day)) count++;
    return count;
  }

  /** The day on which the `count`th working day after `date` falls: a notice of 5 working days from 9-18 ends then. */
  plusWorkingDays(date: string, count: number): string {
    let day = date;
    for (let i = 0; i < count; i++) day = this.nextWorkingDay(day);
    return day;
  }

  private search(date: string, step: 1 | -1): string {
    let day = plusDays(date, step);
    for (let i = 0; i < longestSearch; i++, day = plusDays(day, step)) if (this.isWorkingDay(day)) return day;
    throw new Error(`The calendar has no working day within ${longestSearch} days of ${date}`);
  }

  /** A year nobody entered: its statutory days follow from the lunar table. A neighbour's notice stands above them. */
  private compute(year: number): Certainty {
    const days = statutoryDays(year);
    for (const { date, name } of days ?? [])
      if (!this.days.has(date)) this.days.set(date, { date, kind: 'OFF', name: holidayName(name) });
    const certainty = days ? 'PROVISIONAL' : 'UNKNOWN';
    this.certainties.set(year, certainty);
    return certainty;
  }
}
