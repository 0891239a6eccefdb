import { eachDay, weekdayOf } from '@dangwu/platform/clock';
import { faultsOf } from './holiday-checks';
import { shippedHolidayYears } from './shipped-holidays';
import { statutoryDays } from './statutory-days';

/** Written out from the notices, apart from the table: `month-day` off, and worked. */
const notices = {
  2025: {
    status: 'NOTICED',
    noticedOn: '2024-11-12',
    off: `01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05
      05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08`,
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    status: 'NOTICED',
    noticedOn: '2025-11-04',
    off: `01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06
      05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27
      10-01 10-02 10-03 10-04 10-05 10-06 10-07`,
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
  2027: {
    status: 'PROVISIONAL',
    noticedOn: null,
    off: '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
    worked: '',
  },
} as const;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

it('ships the years it says, and no others', () => {
  expect(shippedHolidayYears.map(({ year }) => String(year))).toEqual(Object.keys(notices));
});

describe.each(Object.entries(notices))('%s', (year, notice) => {
  const shipped = shippedHolidayYears.find((each) => String(each.year) === year)!;
  const days = (kind: string): string[] =>
    shipped.days
      .filter((day) => day.kind === kind)
      .map(({ date }) => date.slice(5))
      .sort();

  it('is as the notice has it, day by day', () => {
    expect(shipped).toMatchObject({ status: notice.status, noticedOn: notice.noticedOn });
    expect(days('OFF')).toEqual(words(notice.off));
    expect(days('WORK')).toEqual(words(notice.worked));
  });

  it('has the 13 statutory days, and as many days off in all as weekends and statutory days together', () => {
    expect(statutoryDays(shipped.year)).toHaveLength(13);
    expect(faultsOf({ ...shipped, status: 'NOTICED' })).toEqual([]);
    // whatever is swapped, a year has its weekends and 13 days: 104 and 13
    if (shipped.status !== 'NOTICED') return;
    const off = new Set(days('OFF'));
    const worked = new Set(days('WORK'));
    const free = [...eachDay(`${year}-01-01`, `${year}-12-31`)].filter((date) => {
      const day = date.slice(5);
      return off.has(day) || (weekdayOf(date) > 5 && !worked.has(day));
    });
    const weekends = [...eachDay(`${year}-01-01`, `${year}-12-31`)].filter((date) => weekdayOf(date) > 5);
    expect(free).toHaveLength(weekends.length + 13);
  });
});

it.each([
  [2024, 11, ['2024-02-10', '2024-02-11', '2024-02-12'], '春节'],
  [2025, 13, ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'], '春节'],
  [2027, 13, ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'], '春节'],
  [2028, 13, ['2028-10-03'], '中秋节'],
  [2026, 13, ['2026-04-05'], '清明节'],
])('of %i: %i statutory days, among them %j for %s', (year, count, dates, name) => {
  const days = statutoryDays(year)!;
  // 2028-10-03 is both the third of 国庆 and 中秋, and counts once
  expect(days).toHaveLength(year === 2028 ? count - 1 : count);
  expect(days.filter((day) => day.name === name).map(({ date }) => date)).toEqual(dates);
});

it('knows no statutory days where the lunar table ends', () => expect(statutoryDays(2061)).toBeNull());
