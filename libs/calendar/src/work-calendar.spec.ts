import { shippedHolidayYears } from './holidays/shipped-holidays';
import { WorkCalendar } from './work-calendar';

const calendar = new WorkCalendar(shippedHolidayYears);

it.each([
  ['2026-09-18', 'WORKDAY', undefined, 'NOTICED'],
  ['2026-09-19', 'WEEKEND', undefined, 'NOTICED'],
  ['2026-09-20', 'MADE_UP', '国庆节', 'NOTICED'],
  ['2026-09-25', 'HOLIDAY', '中秋节', 'NOTICED'],
  ['2025-10-06', 'HOLIDAY', '中秋节', 'NOTICED'],
  ['2025-10-07', 'HOLIDAY', '国庆节', 'NOTICED'],
  ['2027-02-05', 'HOLIDAY', '春节', 'PROVISIONAL'],
  ['2027-02-09', 'WORKDAY', undefined, 'PROVISIONAL'],
  // nobody entered 2028: its statutory days follow from the lunar table
  ['2028-10-03', 'HOLIDAY', '中秋节', 'PROVISIONAL'],
  ['2030-02-03', 'HOLIDAY', '春节', 'PROVISIONAL'],
  // beyond the table only weekends are known
  ['2075-10-01', 'WORKDAY', undefined, 'UNKNOWN'],
  ['2075-10-05', 'WEEKEND', undefined, 'UNKNOWN'],
])('%s is a %s for %s, %s', (date, kind, holiday, certainty) => {
  const day = calendar.dayOf(date);
  expect([day.kind, day.holiday?.zh, day.certainty]).toEqual([kind, holiday, certainty]);
  expect(day.working).toBe(kind === 'WORKDAY' || kind === 'MADE_UP');
});

it('goes from working day to working day', () => {
  expect(calendar.nextWorkingDay('2026-09-30')).toBe('2026-10-08');
  expect(calendar.previousWorkingDay('2026-10-08')).toBe('2026-09-30');
  expect(calendar.nextWorkingDay('2026-10-09')).toBe('2026-10-10');
  expect(calendar.previousWorkingDay('2026-01-05')).toBe('2026-01-04');
});

it.each([
  ['MONTH', '2026-09-18', '2026-09-30'],
  ['MONTH', '2026-02-01', '2026-02-28'],
  ['QUARTER', '2026-05-09', '2026-06-30'],
  ['QUARTER', '2026-10-01', '2026-12-31'],
  ['YEAR', '2027-03-01', '2027-12-31'],
  ['MONTH', '2026-05-31', '2026-05-29'],
] as const)('the last working day of the %s of %s is %s', (period, date, last) =>
  expect(calendar.lastWorkingDayOf(period, date)).toBe(last),
);

it('counts working days, both ends included', () => {
  expect(calendar.workingDaysBetween('2026-09-28', '2026-10-10')).toBe(6);
  expect(calendar.workingDaysBetween('2026-10-10', '2026-10-10')).toBe(1);
  expect(calendar.workingDaysBetween('2026-10-10', '2026-10-09')).toBe(0);
  expect(calendar.plusWorkingDays('2026-09-28', 5)).toBe('2026-10-10');
});

it('lets a notice that reaches into December before stand above that year’s weekdays', () => {
  const name = { zh: '元旦', en: 'New Year' };
  const reaching = new WorkCalendar([
    {
      year: 2019,
      status: 'NOTICED',
      days: [
        { date: '2018-12-29', kind: 'WORK', name },
        { date: '2018-12-31', kind: 'OFF', name },
      ],
    },
  ]);
  expect(['2018-12-29', '2018-12-31'].map((date) => reaching.isWorkingDay(date))).toEqual([true, false]);
});

it('does not search for ever where nobody works', () => {
  const days = Array.from({ length: 500 }, (_, i) => ({
    date: new Date(Date.UTC(2030, 0, 1 + i)).toISOString().slice(0, 10),
    kind: 'OFF' as const,
    name: { zh: '假', en: 'off' },
  }));
  const idle = new WorkCalendar([{ year: 2030, status: 'NOTICED', days }]);
  expect(() => idle.nextWorkingDay('2030-01-01')).toThrow('no working day within 400 days');
});
