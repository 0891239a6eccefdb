import { Random } from '@dangwu/testing';
import type { CalendarYear } from './holidays/holiday-day';
import { expandSeries, type HolidayPolicy, type Series } from './series/expand-series';
import { parseSeriesRule } from './series/series-rule';
import { splitSeries } from './series/split-series';
import { WorkCalendar } from './work-calendar';

// The oracle walks from day to day and asks of each whether it belongs; of the library it knows the types alone.
const cases = Number(process.env['CALENDAR_CASES'] ?? 2400);
const seed = Number(process.env['CALENDAR_SEED'] ?? 20_260_918);
const random = new Random(seed);

/** Days are numbers here, from 2024-01-01 on. */
const zero = Date.UTC(2024, 0, 1) / 86_400_000;
const horizon = 366 * 9;
interface Parts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  /** Monday is 0 */
  readonly w: number;
}
const known = new Map<number, readonly [string, Parts]>();
function about(day: number): readonly [string, Parts] {
  const found = known.get(day);
  if (found) return found;
  const at = new Date((zero + day) * 86_400_000);
  const p = { y: at.getUTCFullYear(), m: at.getUTCMonth() + 1, d: at.getUTCDate(), w: (at.getUTCDay() + 6) % 7 };
  const told = [at.toISOString().slice(0, 10), p] as const;
  known.set(day, told);
  return told;
}
const text = (day: number): string => about(day)[0];
const parts = (day: number): Parts => about(day)[1];
const number = (date: string): number => Date.parse(date) / 86_400_000 - zero;

/** Years with some holidays at random, none of them statutory: the library must follow the table it is given. */
function madeYears(): CalendarYear[] {
  const name = { zh: '假', en: 'off' };
  return Array.from({ length: 12 }, (_, i) => 2023 + i).map((year) => {
    const kinds = new Map<string, 'OFF' | 'WORK'>();
    for (let run = 3 + random.below(7); run > 0; run--) {
      const first = Math.floor(Date.UTC(year, random.below(12), 1 + random.below(28)) / 86_400_000) - zero;
      for (let i = 1 + random.below(9); i > 0; i--) if (parts(first + i).y === year) kinds.set(text(first + i), 'OFF');
      let worked = first + 10;
      while (parts(worked).w < 5) worked++;
      if (parts(worked).y === year && !kinds.has(text(worked))) kinds.set(text(worked), 'WORK');
    }
    return { year, status: 'NOTICED', days: [...kinds].map(([date, kind]) => ({ date, kind, name })) };
  });
}

type Kind = 'HOLIDAY' | 'WEEKEND' | 'WORK';
const naiveKinds = (years: readonly CalendarYear[]) => {
  const table = new Map(years.flatMap(({ days }) => days.map(({ date, kind }) => [date, kind] as const)));
  return (day: number): Kind => {
    const special = table.get(text(day));
    if (special) return special === 'OFF' ? 'HOLIDAY' : 'WORK';
    return parts(day).w > 4 ? 'WEEKEND' : 'WORK';
  };
};

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
interface MadeRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly byDay: readonly { n: number; w: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  readonly wkst: number;
  readonly count: number | null;
  readonly until: number | null;
}

const some = <T>(make: () => T, most: number): T[] => [
  ...new Map(Array.from({ length: 1 + random.below(most) }, make).map((each) => [JSON.stringify(each), each])).values(),
];

function madeRule(start: number): MadeRule {
  const freq = random.of(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY'] as const);
  const counted = freq === 'MONTHLY' || freq === 'YEARLY';
  const ordinals = counted && random.chance(0.5);
  const byDay = random.chance(0.6)
    ? some(() => ({ n: ordinals ? random.of([1, 2, 3, 4, 5, -1, -2]) : 0, w: random.below(7) }), 4)
    : [];
  const byMonthDay =
    freq !== 'WEEKLY' && byDay.every(({ n }) => n === 0) && random.chance(0.4)
      ? some(() => random.of([1, 5, 15, 28, 29, 30, 31, -1, -3]), 3)
      : [];
  const byMonth = random.chance(freq === 'YEARLY' ? 0.7 : 0.2) ? some(() => 1 + random.below(12), 4) : [];
  const bySetPos =
    counted && byDay.length + byMonthDay.length > 0 && random.chance(0.3)
      ? some(() => random.of([1, 2, -1, -2]), 2)
      : [];
  const end = random.below(4);
  return {
    freq,
    interval: 1 + (random.chance(0.6) ? 0 : random.below(4)),
    byDay,
    byMonthDay,
    byMonth,
    bySetPos,
    wkst: random.chance(0.7) ? 0 : random.below(7),
    count: end === 0 ? 1 + random.below(40) : null,
    until: end === 1 ? start + random.below(900) : null,
  };
}

const written = (rule: MadeRule): string =>
  [
    `FREQ=${rule.freq}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...(rule.byDay.length ? [`BYDAY=${rule.byDay.map(({ n, w }) => `${n || ''}${codes[w]}`).join(',')}`] : []),
    ...(rule.byMonthDay.length ? [`BYMONTHDAY=${rule.byMonthDay.join(',')}`] : []),
    ...(rule.byMonth.length ? [`BYMONTH=${rule.byMonth.join(',')}`] : []),
    ...(rule.bySetPos.length ? [`BYSETPOS=${rule.bySetPos.join(',')}`] : []),
    ...(rule.wkst ? [`WKST=${codes[rule.wkst]}`] : []),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${text(rule.until).replaceAll('-', '')}`]),
  ].join(';');

const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();
const daysOfYear = (y: number): number => (daysIn(y, 2) === 29 ? 366 : 365);

/** Which of its kind a weekday is within a span of days, from the front and from the back. */
const nth = (at: number, length: number): [number, number] => [
  Math.floor(at / 7) + 1,
  -(Math.floor((length - 1 - at) / 7) + 1),
];

/** Whether the rule names this day at all, before BYSETPOS, COUNT and UNTIL. */
function named(rule: MadeRule, start: number, day: number): boolean {
  const [s, p] = [parts(start), parts(day)];
  if (rule.byMonth.length && !rule.byMonth.includes(p.m)) return false;
  const length = daysIn(p.y, p.m);
  if (rule.byMonthDay.length && !rule.byMonthDay.some((n) => (n > 0 ? n === p.d : length + 1 + n === p.d)))
    return false;
  const ofYear = rule.freq === 'YEARLY' && !rule.byMonth.length;
  const [front, back] = ofYear ? nth(day - number(`${p.y}-01-01`), daysOfYear(p.y)) : nth(p.d - 1, length);
  if (rule.byDay.length && !rule.byDay.some(({ n, w }) => w === p.w && (n === 0 || n === front || n === back)))
    return false;
  if (rule.byDay.length || rule.byMonthDay.length || rule.freq === 'DAILY') return true;
  if (rule.freq === 'WEEKLY') return p.w === s.w;
  return p.d === s.d && (rule.freq === 'MONTHLY' || rule.byMonth.length > 0 || p.m === s.m);
}

/** The number of the period in which a day lies, counted by the frequency. */
function periodOf({ freq, wkst }: MadeRule, day: number): number {
  const { y, m } = parts(day);
  if (freq === 'DAILY') return day;
  // 2024-01-01 was a Monday
  if (freq === 'WEEKLY') return Math.floor((day - wkst) / 7);
  return freq === 'MONTHLY' ? y * 12 + m : y;
}

function naiveOriginals(rule: MadeRule, start: number, last: number): number[] {
  const found: number[] = [];
  const first = periodOf(rule, start);
  // whole periods, since BYSETPOS counts from their beginning
  let period: number[] = [];
  const close = (): void => {
    const chosen = rule.bySetPos.length
      ? period.filter((_, i) => rule.bySetPos.some((n) => (n > 0 ? n - 1 === i : period.length + n === i)))
      : period;
    for (const day of chosen)
      if (
        day >= start &&
        (rule.count === null || found.length < rule.count) &&
        (rule.until === null || day <= rule.until)
      )
        found.push(day);
    period = [];
  };
  for (let day = start - 370; day <= last + 370; day++) {
    if (periodOf(rule, day) !== periodOf(rule, day - 1)) close();
    const at = periodOf(rule, day) - first;
    if (at >= 0 && at % rule.interval === 0 && named(rule, start, day)) period.push(day);
  }
  close();
  return found;
}

function naiveExpansion(
  due: readonly number[],
  kind: (day: number) => Kind,
  policy: HolidayPolicy,
  weekends: boolean,
): Map<number, number> {
  const off = (day: number): boolean => kind(day) === 'HOLIDAY' || (weekends && kind(day) === 'WEEKEND');
  const held = new Map<number, number>();
  for (const day of due) if (policy === 'KEEP' || !off(day)) held.set(day, day);
  if (policy === 'SKIP' || policy === 'KEEP') return held;
  for (const day of due) {
    if (!off(day)) continue;
    let to = day;
    do to += policy === 'SHIFT_AFTER' ? 1 : -1;
    while (kind(to) !== 'WORK');
    if (!held.has(to)) held.set(to, day);
  }
  return held;
}

it(`expands ${cases} series at random as a walk from day to day does, and splits them without loss`, () => {
  const share = { shifted: 0, skipped: 0, never: 0, split: 0, lastWorkingDay: 0, occurrences: 0 };
  for (let i = 0; i < cases; i++) {
    const years = madeYears();
    const [calendar, kind] = [new WorkCalendar(years), naiveKinds(years)];
    const start = 400 + random.below(700);
    const [from, length] = [start - 50 + random.below(900), random.below(400)];
    const special = random.chance(0.15) ? random.of(['MONTH', 'QUARTER', 'YEAR'] as const) : null;
    const rule = madeRule(start);
    const policy = random.of(['KEEP', 'SKIP', 'SHIFT_BEFORE', 'SHIFT_AFTER'] as const);
    const weekends = random.chance(0.3);
    const endings = [
      rule.count && `COUNT=${rule.count}`,
      rule.until && `UNTIL=${text(rule.until).replaceAll('-', '')}`,
    ];
    const ruleText = special ? [`LAST-WORKING-DAY=${special}`, ...endings.filter(Boolean)].join(';') : written(rule);
    const all = special ? naiveLastWorkingDays(special, rule, start, kind) : naiveOriginals(rule, start, from + length);
    const exceptions = all.filter(() => random.chance(0.1));
    const expected = [
      ...naiveExpansion(
        all.filter((day) => !exceptions.includes(day)),
        kind,
        policy,
        weekends,
      ),
    ]
      .filter(([day]) => day >= from && day <= from + length)
      .sort(([a], [b]) => a - b)
      .map(([day, original]) => `${text(day)} ${text(original)}`);
    const series: Series = {
      rule: parseSeriesRule(ruleText),
      start: { date: text(start), time: '16:00' },
      zone: 'Asia/Shanghai',
      holidayPolicy: policy,
      weekends,
      exceptions: exceptions.map(text),
    };
    const told = `case ${i} of seed ${seed}: ${ruleText} from ${text(start)}, ${policy}${weekends ? ', weekends' : ''}`;
    const asked = { from: text(from), to: text(from + length), calendar, most: 10_000 };
    const found = (one: Series): string[] =>
      expandSeries({ ...one, ...asked }).map(({ date, originalDate }) => `${date} ${originalDate}`);
    const never = all.length === 0 && refused(() => found(series));
    if (never) share.never++;
    else expect([told, found(series)]).toEqual([told, expected]);

    share.occurrences += expected.length;
    share.shifted += Number(expected.some((line) => line.slice(0, 10) !== line.slice(11)));
    share.skipped += Number(policy === 'SKIP' && all.some((day) => kind(day) === 'HOLIDAY'));
    share.lastWorkingDay += Number(special !== null);
    // split where nothing shifts across the cut
    const cuts = all.filter((day) => day <= from + length);
    if (cuts.length < 2 || policy === 'SHIFT_AFTER' || policy === 'SHIFT_BEFORE') continue;
    const { before, after } = splitSeries(series, text(random.of(cuts.slice(0, 30))), calendar);
    const both = [...(before ? found(before) : []), ...found(after)];
    expect([told, both]).toEqual([told, expected]);
    share.split += Number(before !== null);
  }
  console.log(`series: seed ${seed}, N ${cases}, ${JSON.stringify(share)}`);
  expect(share.shifted).toBeGreaterThan(cases / 20);
  expect(share.split).toBeGreaterThan(cases / 10);
});

function naiveLastWorkingDays(
  every: 'MONTH' | 'QUARTER' | 'YEAR',
  { count, until }: MadeRule,
  start: number,
  kind: (day: number) => Kind,
): number[] {
  const found: number[] = [];
  for (let day = start - 370; day < horizon; day++) {
    const { m } = parts(day);
    const ends = parts(day + 1).m !== m && m % { MONTH: 1, QUARTER: 3, YEAR: 12 }[every] === 0;
    if (!ends) continue;
    let last = day;
    while (kind(last) !== 'WORK') last--;
    if (last >= start && (until === null || last <= until) && (count === null || found.length < count))
      found.push(last);
  }
  return found;
}

function refused(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    return (error as Error).name === 'SERIES_NEVER_OCCURS';
  }
}

it(`knows working days at random as a walk from day to day does, ${cases} times`, () => {
  const share = { off: 0, madeUp: 0 };
  let [calendar, kind] = [new WorkCalendar([]), naiveKinds([])];
  let special: readonly number[] = [];
  for (let i = 0; i < cases; i++) {
    if (i % 20 === 0) {
      const years = madeYears();
      [calendar, kind] = [new WorkCalendar(years), naiveKinds(years)];
      special = years.flatMap(({ days }) => days.map(({ date }) => number(date))).filter((at) => at > 200 && at < 2700);
    }
    // half of them at or shortly before what is special
    const day = random.chance(0.5) ? random.of(special) - random.below(3) : 200 + random.below(2500);
    const works = (at: number): boolean => kind(at) === 'WORK';
    const walk = (from: number, step: number): number => {
      let at = from + step;
      while (!works(at)) at += step;
      return at;
    };
    let end = day;
    const period = random.of(['MONTH', 'QUARTER', 'YEAR'] as const);
    const closes = (at: number): boolean =>
      parts(at + 1).m !== parts(at).m && parts(at).m % { MONTH: 1, QUARTER: 3, YEAR: 12 }[period] === 0;
    while (!closes(end)) end++;
    const to = day + random.below(60);
    let between = 0;
    for (let at = day; at <= to; at++) between += Number(works(at));
    expect([
      text(day),
      calendar.isWorkingDay(text(day)),
      calendar.nextWorkingDay(text(day)),
      calendar.previousWorkingDay(text(day)),
      calendar.lastWorkingDayOf(period, text(day)),
      calendar.workingDaysBetween(text(day), text(to)),
    ]).toEqual([
      text(day),
      works(day),
      text(walk(day, 1)),
      text(walk(day, -1)),
      text(works(end) ? end : walk(end, -1)),
      between,
    ]);
    share.off += Number(kind(day) === 'HOLIDAY');
    share.madeUp += Number(works(day) && parts(day).w > 4);
  }
  console.log(`working days: seed ${seed}, N ${cases}, ${JSON.stringify(share)}`);
  expect(share.off).toBeGreaterThan(cases / 10);
  expect(share.madeUp).toBeGreaterThan(cases / 50);
});
