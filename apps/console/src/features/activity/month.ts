import { plusDays } from '../../lib/plus-days';

/** 1 Monday to 7 Sunday. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isMonth = (text: string): boolean => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);

export function plusMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The weeks of a month's grid, Monday first, with the days beside it that fill them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const next = `${plusMonths(month, 1)}-01`;
  const weeks: string[][] = [];
  for (let monday = plusDays(first, 1 - weekday(first)); monday < next; monday = plusDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => plusDays(monday, i)));
  return weeks;
}
