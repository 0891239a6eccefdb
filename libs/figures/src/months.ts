import { plusDays, plusMonths } from '@dangwu/platform/clock';
import { figureErrors } from './figures.errors';

/** Ten years. */
const mostMonths = 120;

/** From the first day of a month to the last day of one. */
export interface Months {
  /** first day of the first month */
  readonly from: string;
  /** last day of the last month */
  readonly to: string;
}

/** @throws FIGURE_MONTHS, FIGURE_SPAN */
export function checkMonths({ from, to }: Months): void {
  if (!from.endsWith('-01') || !plusDays(to, 1).endsWith('-01') || from > to)
    throw figureErrors.FIGURE_MONTHS({ from, to });
  if (to >= plusMonths(from, mostMonths)) throw figureErrors.FIGURE_SPAN({ limit: mostMonths });
}

/** Each month by itself. */
export function eachMonth({ from, to }: Months): Months[] {
  const months: Months[] = [];
  for (let first = from; first <= to; first = plusMonths(first, 1))
    months.push({ from: first, to: plusDays(plusMonths(first, 1), -1) });
  return months;
}
