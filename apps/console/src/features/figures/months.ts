import { today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';

export const thisYear = Number(today().slice(0, 4));
/** Those that one looks at: what was, what is, what is planned. */
export const years = [thisYear - 2, thisYear - 1, thisYear, thisYear + 1];

/** What of a year is counted: all of it, a quarter, a month. */
export const SPANS = [
  'YEAR',
  ...[1, 2, 3, 4].map((n) => `Q${n}` as const),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `M${n}` as const),
] as readonly Span[];
export type Span = 'YEAR' | `Q${number}` | `M${number}`;

/** First and last day of a span, which is of whole months. */
export function daysOf(year: number, span: Span): { from: string; to: string } {
  const n = Number(span.slice(1));
  const [first, count] = span === 'YEAR' ? [1, 12] : span.startsWith('Q') ? [n * 3 - 2, 3] : [n, 1];
  const day = (month: number) => (month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`);
  return { from: day(first), to: plusDays(day(first + count), -1) };
}
