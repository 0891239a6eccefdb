import { plusDays } from '@dangwu/platform/clock';
import { dateOfLunar } from '../lunar/lunar';
import { dayOfTerm } from '../lunar/solar-terms';

/** A day off that stands in 全国年节及纪念日放假办法 itself, before any notice. */
export interface StatutoryDay {
  readonly date: string;
  /** the holiday's name in Chinese; `holidayName` has the English one */
  readonly name: string;
}

const qingming = 6;

/** Since 2025 除夕 and 2 May are days off too (amendment of 2024-11-10). */
const amended = 2025;

/**
 * The statutory days off of a year: 元旦 1, 春节 4, 清明节 1, 劳动节 2, 端午节 1, 中秋节 1, 国庆节 3; 11 before 2025.
 * A day that belongs to two holidays (中秋 within 国庆) counts once here.
 *
 * @returns by date; null where the lunar table has no such year
 */
export function statutoryDays(year: number): readonly StatutoryDay[] | null {
  const spring = dateOfLunar(year, 1, 1);
  const sweeping = dayOfTerm(year, qingming);
  const dragonBoat = dateOfLunar(year, 5, 5);
  const midAutumn = dateOfLunar(year, 8, 15);
  if (!spring || !sweeping || !dragonBoat || !midAutumn) return null;
  const found = new Map<string, string>();
  const add = (name: string, first: string, days = 1): void => {
    for (let i = 0; i < days; i++) found.set(plusDays(first, i), found.get(plusDays(first, i)) ?? name);
  };
  const full = year >= amended;
  add('元旦', `${year}-01-01`);
  add('春节', plusDays(spring, full ? -1 : 0), full ? 4 : 3);
  add('清明节', sweeping);
  add('劳动节', `${year}-05-01`, full ? 2 : 1);
  add('端午节', dragonBoat);
  add('中秋节', midAutumn);
  add('国庆节', `${year}-10-01`, 3);
  return [...found].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
