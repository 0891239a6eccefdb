import { shippedHolidayYears } from '../holidays/shipped-holidays';
import { WorkCalendar } from '../work-calendar';
import { expandSeries, type Series } from './expand-series';
import { formatSeriesRule, parseSeriesRule } from './series-rule';
import { shiftSeries } from './shift-series';

const calendar = new WorkCalendar(shippedHolidayYears);
const series = (rule: string, more: Partial<Series> = {}): Series => ({
  rule: parseSeriesRule(rule),
  start: { date: '2026-09-01', time: '16:00' },
  zone: 'Asia/Shanghai',
  holidayPolicy: 'KEEP',
  ...more,
});
const days = (of: Series, from: string, to: string): string[] =>
  expandSeries({ ...of, from, to, calendar }).map(({ originalDate }) => originalDate);

describe('a series of which one date is dragged', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=FR', '2026-09-18', '2026-09-17', 'FREQ=WEEKLY;BYDAY=TH'],
    ['FREQ=WEEKLY;BYDAY=FR', '2026-09-18', '2026-09-22', 'FREQ=WEEKLY;BYDAY=TU'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', '2026-09-18', '2026-09-20', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=WE'],
    ['FREQ=DAILY;INTERVAL=10', '2026-09-11', '2026-09-14', 'FREQ=DAILY;INTERVAL=10'],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-09-08', '2026-09-09', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-09-08', '2026-09-30', 'FREQ=MONTHLY;BYDAY=-1WE'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-09-25', '2026-09-24', 'FREQ=MONTHLY;BYDAY=-1TH'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-09-15', '2026-09-16', 'FREQ=MONTHLY;BYMONTHDAY=16'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15', '2026-09-15', '2026-09-03', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3'],
  ])('%s, %s on %s, is %s, and each of its days goes where the new rule has it', (rule, from, to, expected) => {
    const whole = series(rule);
    const shifted = shiftSeries(whole, from, to, calendar)!;
    expect(formatSeriesRule(shifted.series.rule)).toBe(expected);
    expect(shifted.becomes(from)).toBe(to);
    const before = days(whole, '2026-09-01', '2027-06-30');
    expect(before.length).toBeGreaterThan(4);
    const after = before.map(shifted.becomes);
    expect(days(shifted.series, after[0]!, after.at(-1)!)).toEqual(after);
  });

  it('ends as often, and leaves out the same', () => {
    const counted = series('FREQ=WEEKLY;BYDAY=FR;COUNT=4', { exceptions: ['2026-09-18'] });
    const thursdays = shiftSeries(counted, '2026-09-25', '2026-09-24', calendar)!.series;
    expect(days(thursdays, '2026-08-01', '2027-12-31')).toEqual(['2026-09-03', '2026-09-10', '2026-09-24']);
    const until = series('FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261120');
    const later = shiftSeries(until, '2026-09-15', '2026-09-25', calendar)!.series;
    expect(days(later, '2026-08-01', '2027-12-31')).toEqual(['2026-09-25', '2026-10-25', '2026-11-25']);
  });

  it.each([
    ['LAST-WORKING-DAY=QUARTER', '2026-09-30', '2026-09-29'],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', '2026-09-25', '2026-09-24'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-09-15', '2026-09-16'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-09-15', '2026-09-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-09-15', '2026-10-02'],
    ['FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1', '2027-07-01', '2027-07-02'],
  ])('%s cannot follow from %s to %s', (rule, from, to) =>
    expect(shiftSeries(series(rule), from, to, calendar)).toBeNull(),
  );
});
