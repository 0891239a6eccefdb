import { plusMonths } from '@dangwu/platform/clock';
import { fillText, type LocalText } from '@dangwu/platform/text';
import type { CalendarYear } from './holiday-day';

/** How far ahead people plan: the year's plan is made in the autumn before. */
const monthsAhead = 12;

const message: LocalText = {
  zh: '{year} 年的放假安排尚未公布，日历只含法定节假日；调休公布后，{from} 起的安排可能要改。国务院办公厅一般在上一年 10 月至 12 月发通知。',
  en: 'The holidays of {year} are not announced yet: the calendar has the statutory days alone, and plans from {from} on may have to shift. The notice of the State Council usually comes between October and December of the year before.',
};

/** The years within twelve months for which there is no notice. */
export function unnoticedYears(
  today: string,
  years: readonly Pick<CalendarYear, 'year' | 'status'>[],
): { year: number; from: string; message: LocalText }[] {
  const [first, last] = [today, plusMonths(today, monthsAhead)].map((day) => Number(day.slice(0, 4))) as [
    number,
    number,
  ];
  const noticed = new Set(years.filter(({ status }) => status === 'NOTICED').map(({ year }) => year));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((year) => !noticed.has(year))
    .map((year) => {
      const from = year === first ? today : `${year}-01-01`;
      return { year, from, message: fillText(message, { year, from }) };
    });
}
