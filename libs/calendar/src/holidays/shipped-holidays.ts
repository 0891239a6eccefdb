import { plusDays } from '@dangwu/platform/clock';
import type { CalendarDate, CalendarYear, HolidayKind } from './holiday-day';
import { holidayName } from './holiday-words';
import { statutoryDays } from './statutory-days';

/** A year as it ships. */
export interface ShippedYear extends CalendarYear {
  readonly basis: string;
  /** when the notice was given; null: there is none */
  readonly noticedOn: string | null;
}

/** `holiday: first day off, number of days off; weekend days worked`, as the notice lists them. */
type Line = readonly [name: string, first: string, days: number, worked?: readonly string[]];

const listed = (year: number, lines: readonly Line[]): CalendarDate[] =>
  lines.flatMap(([name, first, days, worked = []]) => {
    const one = (date: string, kind: HolidayKind): CalendarDate => ({
      date,
      kind,
      name: holidayName(named(date, name)),
    });
    const off = Array.from({ length: days }, (_, i) => one(plusDays(`${year}-${first}`, i), 'OFF'));
    return [...off, ...worked.map((day) => one(`${year}-${day}`, 'WORK'))];
  });

/** Of two holidays in one run (国庆节、中秋节) each statutory day is called by its own. */
function named(date: string, name: string): string {
  const statutory = statutoryDays(Number(date.slice(0, 4)))?.find((day) => day.date === date);
  return statutory?.name ?? name;
}

const notice = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`;

/** The State Council's notices, and the statutory days of the year that has none yet. */
export const shippedHolidayYears: readonly ShippedYear[] = [
  {
    year: 2025,
    status: 'NOTICED',
    basis: `${notice(2025)}（国办发明电〔2024〕12号）`,
    noticedOn: '2024-11-12',
    days: listed(2025, [
      ['元旦', '01-01', 1],
      ['春节', '01-28', 8, ['01-26', '02-08']],
      ['清明节', '04-04', 3],
      ['劳动节', '05-01', 5, ['04-27']],
      ['端午节', '05-31', 3],
      ['国庆节', '10-01', 8, ['09-28', '10-11']],
    ]),
  },
  {
    year: 2026,
    status: 'NOTICED',
    basis: `${notice(2026)}（国办发明电〔2025〕7号）`,
    noticedOn: '2025-11-04',
    days: listed(2026, [
      ['元旦', '01-01', 3, ['01-04']],
      ['春节', '02-15', 9, ['02-14', '02-28']],
      ['清明节', '04-04', 3],
      ['劳动节', '05-01', 5, ['05-09']],
      ['端午节', '06-19', 3],
      ['中秋节', '09-25', 3],
      ['国庆节', '10-01', 7, ['09-20', '10-10']],
    ]),
  },
  {
    year: 2027,
    status: 'PROVISIONAL',
    basis: '《全国年节及纪念日放假办法》（2024 年 11 月 10 日修订）',
    noticedOn: null,
    days: listed(2027, [
      ['元旦', '01-01', 1],
      ['春节', '02-05', 4],
      ['清明节', '04-05', 1],
      ['劳动节', '05-01', 2],
      ['端午节', '06-09', 1],
      ['中秋节', '09-15', 1],
      ['国庆节', '10-01', 3],
    ]),
  },
];
