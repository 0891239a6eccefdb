import type { BoardSpan } from './words';

/** A column of the board: a span of days of the year. */
export interface BoardColumn {
  readonly startsOn: string;
  /** its number in the year, from 1 */
  readonly number: number;
  readonly current: boolean;
  /** all its days are over */
  readonly over: boolean;
}

const months: Record<BoardSpan, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The columns of a year; today's is marked. Days are texts, no zone comes in. */
export function columnsOf(year: number, span: BoardSpan, today: string): BoardColumn[] {
  const length = months[span];
  return Array.from({ length: 12 / length }, (_, i) => {
    const first = i * length + 1;
    const startsOn = `${year}-${String(first).padStart(2, '0')}-01`;
    const next = first + length > 12 ? `${year + 1}-01-01` : `${year}-${String(first + length).padStart(2, '0')}-01`;
    return { startsOn, number: i + 1, current: startsOn <= today && today < next, over: next <= today };
  });
}
