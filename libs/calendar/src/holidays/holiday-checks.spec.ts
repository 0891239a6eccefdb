import { faultsOf } from './holiday-checks';
import type { CalendarDate, HolidayKind } from './holiday-day';
import { daysInWords, holidayName } from './holiday-words';
import { shippedHolidayYears } from './shipped-holidays';
import { unnoticedYears } from './unnoticed-years';

const notice2026 = shippedHolidayYears.find(({ year }) => year === 2026)!;
const day = (date: string, kind: HolidayKind = 'OFF', name = '国庆节'): CalendarDate => ({
  date,
  kind,
  name: holidayName(name),
});
const reasons = (more: readonly CalendarDate[], without: readonly string[] = []): string[] =>
  faultsOf({
    ...notice2026,
    days: [...notice2026.days.filter(({ date }) => !without.includes(date)), ...more],
  }).map(({ name }) => name);

describe('what a year may hold', () => {
  it.each([
    ['nothing more', [], [], []],
    ['another day off', [day('2026-12-25')], [], []],
    ['a day of another year', [day('2027-01-01')], [], ['HOLIDAY_OUT_OF_YEAR']],
    ['the last days of the year before, for 元旦', [day('2025-12-31', 'OFF', '元旦')], [], []],
    ['the middle of December before', [day('2025-12-19')], [], ['HOLIDAY_OUT_OF_YEAR']],
    ['a day twice', [day('2026-10-01')], [], ['HOLIDAY_TWICE']],
    ['a day off and worked', [day('2026-10-03', 'WORK')], [], ['HOLIDAY_TWICE']],
    ['a worked Sunday', [day('2026-11-01', 'WORK')], [], []],
    ['a worked Monday', [day('2026-11-02', 'WORK')], [], ['WORK_ON_WEEKDAY']],
    ['a statutory day missing', [], ['2026-10-02'], ['STATUTORY_NOT_OFF']],
    ['a swapped day missing', [], ['2026-10-07'], []],
  ] as const)('%s', (_, more, without, found) => expect(reasons(more, without)).toEqual(found));

  it('names the statutory days that are missing', () => {
    const [fault] = faultsOf({ ...notice2026, days: [] });
    expect(fault?.messages.zh).toContain('2026-02-16 春节');
  });
});

it('tells days in runs', () => {
  const days = [day('2026-10-02'), day('2026-10-01'), day('2026-10-10', 'WORK'), day('2026-10-05')];
  expect(daysInWords(days)).toEqual({
    zh: '2026-10-01—2026-10-02 休 国庆节；2026-10-05 休 国庆节；2026-10-10 班 国庆节',
    en: '2026-10-01—2026-10-02 off National Day; 2026-10-05 off National Day; 2026-10-10 work National Day',
  });
  expect(daysInWords([])).toBeNull();
});

it.each([
  ['2025-12-31', [2025, 2026], []],
  ['2026-01-01', [2026], [2027]],
  ['2026-09-18', [2026], [2027]],
  ['2026-09-18', [2026, 2027], []],
  ['2027-03-01', [2026], [2027, 2028]],
])('on %s, with notices for %j, there is none yet for %j', (today, noticed, open) => {
  const years = noticed.map((year) => ({ year, status: 'NOTICED' as const }));
  expect(unnoticedYears(today, [...years, { year: 2027 + 1, status: 'PROVISIONAL' }]).map(({ year }) => year)).toEqual(
    open,
  );
});

it('warns from today on within the running year, else from its first day', () => {
  expect(unnoticedYears('2027-03-01', []).map(({ from }) => from)).toEqual(['2027-03-01', '2028-01-01']);
});
