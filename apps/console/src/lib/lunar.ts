// Never Intl: its Chinese calendar puts the first day of 2027 a day late in some versions.
import { years } from './lunar-years';

const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const dayMs = 86_400_000;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

function nameOfDay(day: number): string {
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${['初', '十', '廿'][Math.floor((day - 1) / 10)]!}${digits[(day - 1) % 10]!}`;
}

/** 八月初八 for `YYYY-MM-DD`; null outside the table of years. Only said in Chinese. */
export function lunarDay(date: string): string | null {
  const year = years.findLast(({ begins }) => begins <= date);
  if (!year) return null;
  let left = at(date) - at(year.begins);
  for (const [i, long] of [...year.lengths].entries()) {
    const length = long === 'L' ? 30 : 29;
    if (left >= length) {
      left -= length;
      continue;
    }
    // the leap month follows the month whose number it repeats
    const leap = year.leap > 0 && i === year.leap;
    const number = year.leap > 0 && i >= year.leap ? i - 1 : i;
    return `${leap ? '闰' : ''}${months[number]!}月${nameOfDay(left + 1)}`;
  }
  return null;
}

/** As a calendar writes it below a day: 初八, or the month on its first day: 八月. */
export function lunarLabel(date: string): string | null {
  const lunar = lunarDay(date);
  if (!lunar) return null;
  const [month, day] = lunar.split('月');
  return day === nameOfDay(1) ? `${month!}月` : day!;
}
