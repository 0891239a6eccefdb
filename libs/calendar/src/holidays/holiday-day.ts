import type { LocalText } from '@dangwu/platform/text';

/** Off although it is a weekday or within a holiday (休), or worked although it is a weekend (班). */
export type HolidayKind = 'OFF' | 'WORK';

/** A day that is not what its weekday says. */
export interface CalendarDate {
  readonly date: string;
  readonly kind: HolidayKind;
  /** of which holiday */
  readonly name: LocalText;
}

/** A year of such days: as the State Council announced it, or the statutory days alone. */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'NOTICED' | 'PROVISIONAL';
  readonly days: readonly CalendarDate[];
}
