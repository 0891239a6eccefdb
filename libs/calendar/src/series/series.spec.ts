import { shippedHolidayYears } from '../holidays/shipped-holidays';
import { WorkCalendar } from '../work-calendar';
import { describeSeries } from './describe-series';
import { expandSeries, type HolidayPolicy, type Series } from './expand-series';
import { instantOf } from './local-time';
import { formatSeriesRule, parseSeriesRule } from './series-rule';
import { splitSeries } from './split-series';

const calendar = new WorkCalendar(shippedHolidayYears);
const series = (rule: string, more: Partial<Series> & { on?: string } = {}): Series => {
  const { on = '2026-09-01', ...rest } = more;
  const start = { date: on, time: '16:00' };
  return { rule: parseSeriesRule(rule), start, zone: 'Asia/Shanghai', holidayPolicy: 'KEEP', ...rest };
};
const dates = (of: Series, from: string, to: string | null): string[] =>
  expandSeries({ ...of, from, to, calendar }).map(({ date, originalDate, shifted }) =>
    shifted ? `${date}<${originalDate}` : date,
  );
/** The reason of a refusal. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).name;
  }
  return 'none';
}

describe('a series', () => {
  const friday = 'FREQ=WEEKLY;BYDAY=FR';
  it.each([
    ['KEEP', ['2026-09-18', '2026-09-25', '2026-10-02', '2026-10-09']],
    ['SKIP', ['2026-09-18', '2026-10-09']],
    ['SHIFT_BEFORE', ['2026-09-18', '2026-09-24<2026-09-25', '2026-09-30<2026-10-02', '2026-10-09']],
    ['SHIFT_AFTER', ['2026-09-18', '2026-09-28<2026-09-25', '2026-10-08<2026-10-02', '2026-10-09']],
  ] as const)('every Friday, on holidays %s', (holidayPolicy, found) =>
    expect(dates(series(friday, { holidayPolicy }), '2026-09-18', '2026-10-09')).toEqual(found),
  );

  it('shows what was shifted into the period, and not what was shifted out of it', () => {
    const shifting = series(friday, { holidayPolicy: 'SHIFT_AFTER' });
    expect(dates(shifting, '2026-10-03', '2026-10-08')).toEqual(['2026-10-08<2026-10-02']);
    expect(dates(shifting, '2026-09-25', '2026-09-27')).toEqual([]);
  });

  it('has no two occurrences on a day: what would be shifted onto another is left out', () => {
    const daily = series('FREQ=DAILY', { holidayPolicy: 'SHIFT_AFTER', on: '2026-09-29' });
    expect(dates(daily, '2026-09-29', '2026-10-09')).toEqual(['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09']);
    const seventh = series('FREQ=MONTHLY;BYMONTHDAY=5,6', { holidayPolicy: 'SHIFT_AFTER' });
    expect(dates(seventh, '2026-10-01', '2026-10-31')).toEqual(['2026-10-08<2026-10-05']);
  });

  it('leaves weekends alone unless they count', () => {
    const saturdays = { holidayPolicy: 'SHIFT_AFTER', on: '2026-11-01' } as const;
    expect(dates(series('FREQ=WEEKLY;BYDAY=SA', saturdays), '2026-11-01', '2026-11-08')).toEqual(['2026-11-07']);
    const fifteenth = series('FREQ=MONTHLY;BYMONTHDAY=15', { ...saturdays, weekends: true });
    expect(dates(fifteenth, '2026-11-01', '2026-11-30')).toEqual(['2026-11-16<2026-11-15']);
    // a worked Saturday is no day off
    expect(
      dates(
        series('FREQ=DAILY;COUNT=1', { on: '2026-10-10', weekends: true, holidayPolicy: 'SKIP' }),
        '2026-10-01',
        null,
      ),
    ).toEqual(['2026-10-10']);
  });

  it('leaves out its exceptions by their original day', () => {
    const shifting = series(friday, { holidayPolicy: 'SHIFT_AFTER', exceptions: ['2026-10-02'] });
    expect(dates(shifting, '2026-09-25', '2026-10-09')).toEqual(['2026-09-28<2026-09-25', '2026-10-09']);
  });

  it.each([
    ['LAST-WORKING-DAY=QUARTER', ['2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30']],
    ['LAST-WORKING-DAY=MONTH;COUNT=2', ['2026-09-30', '2026-10-30']],
    ['LAST-WORKING-DAY=YEAR;UNTIL=20261231', ['2026-12-31']],
    ['FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260910', ['2026-09-01', '2026-09-03', '2026-09-08', '2026-09-10']],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2026-09-25', '2026-10-30', '2026-11-27']],
    ['FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1', ['2027-07-01']],
  ])('%s', (rule, found) => expect(dates(series(rule), '2026-09-01', '2027-07-31')).toEqual(found));

  it('says how sure an occurrence is', () => {
    const found = expandSeries({ ...series('LAST-WORKING-DAY=YEAR'), from: '2026-01-01', to: '2027-12-31', calendar });
    expect(found.map(({ certainty }) => certainty)).toEqual(['NOTICED', 'PROVISIONAL']);
  });
});

describe('local times', () => {
  it.each([
    ['Asia/Shanghai', '2026-07-01', '16:00', '2026-07-01T08:00:00.000Z'],
    ['America/New_York', '2026-03-07', '16:00', '2026-03-07T21:00:00.000Z'],
    ['America/New_York', '2026-03-08', '16:00', '2026-03-08T20:00:00.000Z'],
    // skipped in spring: read by the clock from before
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    // comes twice in autumn: the first is meant
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Asia/Urumqi', '2026-01-01', '09:00', '2026-01-01T03:00:00.000Z'],
  ])('in %s, %s %s is %s', (zone, date, time, instant) =>
    expect(instantOf(date, time, zone).toISOString()).toBe(instant),
  );

  it('stay when the clocks change', () => {
    const weekly = series('FREQ=WEEKLY;COUNT=3', { on: '2026-03-01', zone: 'Europe/Berlin' });
    const found = expandSeries({ ...weekly, from: '2026-03-01', to: '2026-12-31', calendar, most: 3 });
    expect(found.map(({ time }) => time)).toEqual(['16:00', '16:00', '16:00']);
    const later = expandSeries({
      ...series('FREQ=WEEKLY;COUNT=6', { on: '2026-03-08', zone: 'Europe/Berlin' }),
      from: '2026-03-22',
      to: '2026-03-29',
      calendar,
    });
    expect(later.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-03-22T15:00:00.000Z',
      '2026-03-29T14:00:00.000Z',
    ]);
    expect(later[0]?.recurrenceId).toBe('20260322T160000');
  });
});

describe('a rule', () => {
  it.each([
    ['', '?'],
    ['every Friday', 'EVERY FRIDAY'],
    ['FREQ=HOURLY', 'FREQ=HOURLY'],
    ['FREQ=WEEKLY;BYHOUR=9', 'BYHOUR=9'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ=DAILY'],
    ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20261231', 'COUNT, UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20260230', 'UNTIL=20260230'],
    ['FREQ=WEEKLY;BYDAY=2FR', 'FREQ=WEEKLY, BYDAY=2FR'],
    ['FREQ=YEARLY;BYDAY=4WE,FR', 'BYDAY=4WE,FR'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'FREQ=WEEKLY, BYMONTHDAY'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS=1'],
    ['BYDAY=FR', 'FREQ'],
    ['LAST-WORKING-DAY=MONTH;BYDAY=FR', 'BYDAY'],
    ['FREQ=DAILY;LAST-WORKING-DAY=MONTH', 'FREQ'],
  ])('"%s" is not read, because of %s', (rule, part) => {
    expect(() => parseSeriesRule(rule)).toThrow(
      expect.objectContaining({ name: 'SERIES_UNREADABLE', params: { rule, part } }),
    );
  });

  it.each([
    'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5',
    'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231',
    'LAST-WORKING-DAY=QUARTER;COUNT=4',
  ])('%s is written as it is read', (rule) =>
    expect(formatSeriesRule(parseSeriesRule(` rrule:${rule.toLowerCase()} `))).toBe(rule),
  );

  it('that never happens, never ends or happens too often is refused', () => {
    const all = (rule: string, to: string | null, more: object = {}) =>
      refusal(() => expandSeries({ ...series(rule), from: '2026-01-01', to, calendar, ...more }));
    expect(all('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2030-01-01')).toBe('SERIES_NEVER_OCCURS');
    expect(all('FREQ=DAILY;UNTIL=20260831', null)).toBe('SERIES_NEVER_OCCURS');
    expect(all('LAST-WORKING-DAY=MONTH;UNTIL=20260831', null)).toBe('SERIES_NEVER_OCCURS');
    expect(all('FREQ=DAILY', null)).toBe('SERIES_NEVER_ENDS');
    expect(all('FREQ=DAILY', '2030-01-01')).toBe('SERIES_TOO_MANY');
    expect(all('FREQ=DAILY', '2026-09-10', { most: 10 })).toBe('none');
    expect(all('FREQ=DAILY', '2026-09-11', { most: 10 })).toBe('SERIES_TOO_MANY');
  });
});

describe('in words', () => {
  it.each([
    [
      'FREQ=WEEKLY;BYDAY=FR',
      'SHIFT_AFTER',
      '每周五 16:00，遇节假日顺延到下一个工作日',
      'every Friday at 16:00, moved to the next working day on holidays',
    ],
    [
      'FREQ=WEEKLY;BYDAY=TH,TU',
      'SKIP',
      '每周二、周四 16:00，遇节假日取消',
      'every Tuesday and Thursday at 16:00, left out on holidays',
    ],
    ['FREQ=WEEKLY;INTERVAL=2', 'KEEP', '每 2 周周二 16:00', 'every 2 weeks on Tuesday at 16:00'],
    ['FREQ=DAILY;COUNT=3', 'KEEP', '每天 16:00，共 3 次', 'every day at 16:00, 3 times'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'KEEP', '每天（周一至周五） 16:00', 'every day on Monday to Friday at 16:00'],
    [
      'FREQ=MONTHLY',
      'SHIFT_BEFORE',
      '每月 1 日 16:00，遇节假日提前到上一个工作日',
      'on day 1 of every month at 16:00, moved to the working day before on holidays',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'KEEP', '每月最后一天 16:00', 'on the last day of every month at 16:00'],
    [
      'FREQ=MONTHLY;BYDAY=2WE;UNTIL=20261231',
      'KEEP',
      '每月第二个周三 16:00，到 2026-12-31 为止',
      'on the second Wednesday of every month at 16:00, until 2026-12-31',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'KEEP',
      '每月最后一个周一至周五的日子 16:00',
      'on the last day from Monday to Friday of every month at 16:00',
    ],
    ['FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1', 'KEEP', '每年 7 月 1 日 16:00', 'every year on day 1 in July at 16:00'],
    [
      'LAST-WORKING-DAY=QUARTER',
      'SHIFT_AFTER',
      '每季度最后一个工作日 16:00',
      'on the last working day of every quarter at 16:00',
    ],
    [
      'FREQ=YEARLY;BYDAY=20MO',
      'KEEP',
      '按规则 FREQ=YEARLY;BYDAY=20MO 16:00',
      'by the rule FREQ=YEARLY;BYDAY=20MO at 16:00',
    ],
  ] as const)('%s, %s', (rule, holidayPolicy, zh, en) =>
    expect(describeSeries(series(rule, { holidayPolicy: holidayPolicy as HolidayPolicy }))).toEqual({ zh, en }),
  );

  it('says days off where weekends count', () => {
    expect(describeSeries(series('FREQ=MONTHLY', { holidayPolicy: 'SKIP', weekends: true })).zh).toBe(
      '每月 1 日 16:00，遇休息日取消',
    );
  });
});

describe('this and following', () => {
  it('makes two series of one', () => {
    const whole = series('FREQ=WEEKLY;BYDAY=FR;COUNT=6', { exceptions: ['2026-09-11', '2026-10-09'] });
    const { before, after } = splitSeries(whole, '2026-09-25', calendar);
    expect(formatSeriesRule(before!.rule)).toBe('FREQ=WEEKLY;BYDAY=FR;COUNT=3');
    expect(formatSeriesRule(after.rule)).toBe('FREQ=WEEKLY;BYDAY=FR;COUNT=3');
    expect(dates(before!, '2026-09-01', null)).toEqual(['2026-09-04', '2026-09-18']);
    expect(dates(after, '2026-09-01', null)).toEqual(['2026-09-25', '2026-10-02']);
  });

  it('leaves nothing before the first, and needs an occurrence', () => {
    const whole = series('LAST-WORKING-DAY=QUARTER');
    expect(splitSeries(whole, '2026-09-30', calendar).before).toBeNull();
    expect(formatSeriesRule(splitSeries(whole, '2026-12-31', calendar).before!.rule)).toBe(
      'LAST-WORKING-DAY=QUARTER;UNTIL=20261230',
    );
    expect(refusal(() => splitSeries(whole, '2026-12-30', calendar))).toBe('SERIES_NO_OCCURRENCE');
  });
});
