// Never Intl: its Chinese calendar puts the first day of 2027 a day late in some versions.
import { daysBetween, plusDays } from '@dangwu/platform/clock';
import { years } from './lunar-years';

const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A day of the lunar calendar. */
export interface LunarDay {
  /** by the calendar year in which the lunar one begins */
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** whether it is the second month of that number */
  readonly leap: boolean;
  /** 1 to 30 */
  readonly day: number;
  /** 29 or 30 */
  readonly lastOfMonth: number;
}

/** The lunar day of a date; null outside the table of years, 2000-02-05 to 2061-01-20. */
export function lunarDayOf(date: string): LunarDay | null {
  const year = years.findLast(({ begins }) => begins <= date);
  if (!year) return null;
  let left = daysBetween(year.begins, date);
  for (const [i, long] of [...year.lengths].entries()) {
    const lastOfMonth = long === 'L' ? 30 : 29;
    if (left >= lastOfMonth) {
      left -= lastOfMonth;
      continue;
    }
    // the leap month follows the month whose number it repeats
    const leap = year.leap > 0 && i === year.leap;
    const month = (year.leap > 0 && i >= year.leap ? i - 1 : i) + 1;
    return { year: Number(year.begins.slice(0, 4)), month, leap, day: left + 1, lastOfMonth };
  }
  return null;
}

/** The date of a day of the lunar year that begins in `year` (not of a leap month); null outside the table. */
export function dateOfLunar(year: number, month: number, day: number): string | null {
  const found = years.find(({ begins }) => begins.startsWith(`${year}-`));
  if (!found) return null;
  const index = found.leap > 0 && month > found.leap ? month : month - 1;
  const before = [...found.lengths.slice(0, index)].reduce((sum, long) => sum + (long === 'L' ? 30 : 29), 0);
  return plusDays(found.begins, before + day - 1);
}

function nameOfDay(day: number): string {
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${['初', '十', '廿'][Math.floor((day - 1) / 10)]!}${digits[(day - 1) % 10]!}`;
}

const nameOfMonth = ({ leap, month }: LunarDay): string => `${leap ? '闰' : ''}${months[month - 1]!}月`;

/** 八月初八. Only said in Chinese. */
export const lunarName = (lunar: LunarDay): string => `${nameOfMonth(lunar)}${nameOfDay(lunar.day)}`;

/** What stands in a small cell: 初八, and on the first of a month its name. */
export const lunarShort = (lunar: LunarDay): string => (lunar.day === 1 ? nameOfMonth(lunar) : nameOfDay(lunar.day));
