import { LunarMonth, type SolarDay } from 'tyme4ts';
import { lunarDay, lunarLabel } from './lunar';

it.each([
  ['2026-09-18', '八月初八'],
  ['2027-02-05', '腊月廿九'],
  ['2027-02-06', '正月初一'],
  ['2025-07-25', '闰六月初一'],
  ['2026-03-08', '正月二十'],
])('%s is %s', (date, lunar) => expect(lunarDay(date)).toBe(lunar));

it('agrees with an astronomical calendar on the first and last day of every month of 61 years', () => {
  const wrong: string[] = [];
  const say = (day: SolarDay, expected: string): void => {
    const parts = [day.getYear(), day.getMonth(), day.getDay()];
    const date = parts.map((part) => String(part).padStart(2, '0')).join('-');
    const name = expected.replace('十一月', '冬月').replace('十二月', '腊月');
    if (lunarDay(date) !== name) wrong.push(`${date} ${lunarDay(date)} ${name}`);
  };
  let months = 0;
  for (let month = LunarMonth.fromYm(2000, 1); month.getYear() < 2061; month = month.next(1), months++) {
    const first = month.getFirstJulianDay().getSolarDay();
    const days = month.getDayCount();
    say(first, `${month.getName()}初一`);
    say(first.next(days - 1), `${month.getName()}${days === 30 ? '三十' : '廿九'}`);
  }
  expect(wrong).toEqual([]);
  expect(months).toBe(61 * 12 + 22);
});

it('says nothing outside its years', () => {
  expect([lunarDay('2000-02-04'), lunarDay('2061-12-31')]).toEqual([null, null]);
});

it('writes the day below a date, and the month on its first day', () => {
  expect(lunarLabel('2026-09-18')).toBe('初八');
  expect(lunarLabel('2026-09-11')).toBe('八月');
  // the first of a leap month
  expect(lunarLabel('2025-07-25')).toBe('闰六月');
  expect(lunarLabel('1800-01-01')).toBeNull();
});
