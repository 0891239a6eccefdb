import { LunarMonth, SolarTerm, type SolarDay } from 'tyme4ts';
import { festivalOn } from './festivals';
import { dateOfLunar, lunarDayOf, lunarName, lunarShort } from './lunar';
import { solarTermOn } from './solar-terms';

const lunarDay = (date: string): string | null => {
  const found = lunarDayOf(date);
  return found && lunarName(found);
};
const written = (day: SolarDay): string =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');

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
    const date = written(day);
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

it('finds the day of a lunar date again, across leap months', () => {
  const wrong: string[] = [];
  for (let month = LunarMonth.fromYm(2000, 1); month.getYear() < 2061; month = month.next(1)) {
    if (month.isLeap()) continue;
    const date = written(month.getFirstJulianDay().getSolarDay());
    if (dateOfLunar(month.getYear(), month.getMonthWithLeap(), 1) !== date) wrong.push(date);
  }
  expect(wrong).toEqual([]);
  expect(dateOfLunar(1999, 1, 1)).toBeNull();
});

it('agrees with an astronomical calendar on all solar terms of 61 years, and knows no others', () => {
  const wrong: string[] = [];
  let terms = 0;
  for (let term = SolarTerm.fromIndex(2000, 1); terms < 61 * 24; term = term.next(1), terms++) {
    const date = written(term.getSolarDay());
    if (solarTermOn(date)?.zh !== term.getName()) wrong.push(`${date} ${term.getName()}`);
    const before = written(term.getSolarDay().next(-1));
    if (solarTermOn(before)) wrong.push(before);
  }
  expect(wrong).toEqual([]);
  expect(solarTermOn('2061-01-05')).toBeNull();
});

it.each([
  ['2026-09-11', '八月'],
  ['2026-09-18', '初八'],
  ['2025-07-25', '闰六月'],
])('in a small cell %s is %s', (date, short) => expect(lunarShort(lunarDayOf(date)!)).toBe(short));

it.each([
  ['2027-02-05', '除夕'],
  ['2027-02-06', '春节'],
  ['2026-09-25', '中秋节'],
  ['2026-06-19', '端午节'],
  ['2026-09-10', '教师节'],
  ['2026-07-01', '建党节'],
  ['2026-09-18', undefined],
  // the fifth day of a leap fifth month is no festival
  ['2028-06-27', undefined],
])('%s is the festival %s', (date, festival) => {
  expect(festivalOn(date, lunarDayOf(date))?.zh).toBe(festival);
});
