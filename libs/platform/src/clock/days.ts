// Days are text, `YYYY-MM-DD`, and are counted in UTC: the zone of the host must not matter.

/** `months` later; a day the month does not have becomes its last (29 February + 1 year = 28 February). */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** `days` later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay() || 7;

/** The last day of the month, quarter or year in which `day` lies. */
export function lastDayOf(period: 'MONTH' | 'QUARTER' | 'YEAR', day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const last = { MONTH: month, QUARTER: Math.ceil(month / 3) * 3, YEAR: 12 }[period];
  return new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
}

/** All days from one to another, both included. */
export function* eachDay(from: string, to: string): Generator<string> {
  // counted, not compared: behind the last day of the year 9999 comes a text that is smaller
  const days = daysBetween(from, to);
  for (let i = 0; i <= days; i++) yield plusDays(from, i);
}
