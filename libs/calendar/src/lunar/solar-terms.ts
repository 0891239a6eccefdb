import type { LocalText } from '@dangwu/platform/text';

/**
 * Days of the 24 solar terms, 2000 to 2060: a digit each, from Lesser Cold in January on. Of the two in a month the first
 * counts from the 3rd, the second from the 18th. Written by `npm run lunar:table`; the spec compares every day.
 */
const table = [
  '2000 331122122323444545554443',
  '2001 221022222323454545554444',
  '2002 221133223333455555554444',
  '2003 321133223334455555665544',
  '2004 331122122323444545554443',
  '2005 221022222323454545554444',
  '2006 221133222333454555554444',
  '2007 321133223334455555665544',
  '2008 331122122323444544554443',
  '2009 221022122323454545554444',
  '2010 221133222333454555554444',
  '2011 321133223334455555565544',
  '2012 331122122223444544554443',
  '2013 221022122323444545554444',
  '2014 221133222333454555554444',
  '2015 321133223334455555565444',
  '2016 321122112223444544554443',
  '2017 220022122323444545554444',
  '2018 221123222333454555554444',
  '2019 221133223333455555565444',
  '2020 321122112223344444554443',
  '2021 220022122323444545554443',
  '2022 221122222333454545554444',
  '2023 221133223333455555565444',
  '2024 321122112223344444554433',
  '2025 220022122323444545554443',
  '2026 221022222323454545554444',
  '2027 221133223333455555554444',
  '2028 321122112223344444554433',
  '2029 220022122323444545554443',
  '2030 221022222323454545554444',
  '2031 221133223333455555554444',
  '2032 321122112223344444554433',
  '2033 220022122323444545554443',
  '2034 221022222323454545554444',
  '2035 221133222333454555554444',
  '2036 321122112223344444554433',
  '2037 220022122323444545554443',
  '2038 221022222323454545554444',
  '2039 221133222333454555554444',
  '2040 321122112223344444554433',
  '2041 220022122223444544554443',
  '2042 221022122323454545554444',
  '2043 221133222333454555554444',
  '2044 321122112223344444454433',
  '2045 220022112223444544554443',
  '2046 221022122323444545554444',
  '2047 221133222333454555554444',
  '2048 321122112222344444454333',
  '2049 210022112223344444554443',
  '2050 220022122323444545554444',
  '2051 221122222333454545554444',
  '2052 221122112222344444454333',
  '2053 210022112223344444554443',
  '2054 220022122323444545554444',
  '2055 221122222323454545554444',
  '2056 221122112222344444454333',
  '2057 210022112223344444554433',
  '2058 220022122323444545554443',
  '2059 221122222323454545554444',
  '2060 221122112222344444443333',
];

/** In the order of the year. */
export const solarTerms: readonly LocalText[] = [
  { zh: '小寒', en: 'Lesser Cold' },
  { zh: '大寒', en: 'Greater Cold' },
  { zh: '立春', en: 'Beginning of Spring' },
  { zh: '雨水', en: 'Rain Water' },
  { zh: '惊蛰', en: 'Waking of Insects' },
  { zh: '春分', en: 'Spring Equinox' },
  { zh: '清明', en: 'Qingming' },
  { zh: '谷雨', en: 'Grain Rain' },
  { zh: '立夏', en: 'Beginning of Summer' },
  { zh: '小满', en: 'Lesser Fullness' },
  { zh: '芒种', en: 'Grain in Ear' },
  { zh: '夏至', en: 'Summer Solstice' },
  { zh: '小暑', en: 'Lesser Heat' },
  { zh: '大暑', en: 'Greater Heat' },
  { zh: '立秋', en: 'Beginning of Autumn' },
  { zh: '处暑', en: 'End of Heat' },
  { zh: '白露', en: 'White Dew' },
  { zh: '秋分', en: 'Autumn Equinox' },
  { zh: '寒露', en: 'Cold Dew' },
  { zh: '霜降', en: "Frost's Descent" },
  { zh: '立冬', en: 'Beginning of Winter' },
  { zh: '小雪', en: 'Lesser Snow' },
  { zh: '大雪', en: 'Greater Snow' },
  { zh: '冬至', en: 'Winter Solstice' },
];

const byYear = new Map(table.map((line) => line.split(' ') as [string, string]));

/** The day of a term (0: Lesser Cold) in a year; null outside the table. */
export function dayOfTerm(year: number, term: number): string | null {
  const digit = byYear.get(String(year))?.[term];
  if (digit === undefined) return null;
  const day = Number(digit) + (term % 2 ? 18 : 3);
  return `${year}-${String(Math.floor(term / 2) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The term that begins on a day, or null. */
export function solarTermOn(date: string): LocalText | null {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const term = [month * 2 - 2, month * 2 - 1].find((each) => dayOfTerm(year, each) === date);
  return term === undefined ? null : solarTerms[term]!;
}
