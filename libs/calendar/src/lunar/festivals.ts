import type { LocalText } from '@dangwu/platform/text';
import type { LunarDay } from './lunar';

/** By lunar month and day; those of the statutory holidays among them. */
const ofLunar: Readonly<Record<string, LocalText>> = {
  '1-1': { zh: '春节', en: 'Spring Festival' },
  '1-15': { zh: '元宵节', en: 'Lantern Festival' },
  '5-5': { zh: '端午节', en: 'Dragon Boat Festival' },
  '7-7': { zh: '七夕', en: 'Qixi' },
  '8-15': { zh: '中秋节', en: 'Mid-Autumn Festival' },
  '9-9': { zh: '重阳节', en: 'Double Ninth Festival' },
  '12-8': { zh: '腊八', en: 'Laba' },
};
const eve: LocalText = { zh: '除夕', en: "New Year's Eve" };

/** By month and day: those the measure on holidays names, and those of the party and the state. */
const ofYear: Readonly<Record<string, LocalText>> = {
  '01-01': { zh: '元旦', en: 'New Year' },
  '03-08': { zh: '妇女节', en: "Women's Day" },
  '03-12': { zh: '植树节', en: 'Tree Planting Day' },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '05-04': { zh: '青年节', en: 'Youth Day' },
  '06-01': { zh: '儿童节', en: "Children's Day" },
  '07-01': { zh: '建党节', en: 'Founding Day of the Party' },
  '08-01': { zh: '建军节', en: 'Army Day' },
  '09-10': { zh: '教师节', en: "Teachers' Day" },
  '10-01': { zh: '国庆节', en: 'National Day' },
};

/** The festival of a day, whether it is a day off or not; null when there is none. */
export function festivalOn(date: string, lunar: LunarDay | null): LocalText | null {
  const solar = ofYear[date.slice(5)];
  if (solar || !lunar || lunar.leap) return solar ?? null;
  if (lunar.month === 12 && lunar.day === lunar.lastOfMonth) return eve;
  return ofLunar[`${lunar.month}-${lunar.day}`] ?? null;
}
