import { OrganizationType, Tier } from '@dangwu/organization';
import { plusDays, weekdayOf } from '@dangwu/platform/clock';
import { Period } from './cadence.enums';
import {
  deriveObligations,
  type AppliedCadence,
  type Derived,
  type History,
  type TimesRule,
} from './derive-obligations';
import { periodOf, type Days } from './periods';

const { BRANCH, JOINT_BRANCH, COMMITTEE } = OrganizationType;
const year: Days = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

const cadence = (changes: Partial<AppliedCadence> = {}): AppliedCadence => ({
  id: 'assembly',
  ruleKey: 'assembly.cadence',
  activityTypeId: 'BRANCH_ASSEMBLY',
  period: Period.QUARTER,
  organizationTypes: [BRANCH, JOINT_BRANCH],
  tiers: null,
  needsCommittee: false,
  riskDays: 15,
  ...changes,
});
const rule = (changes: Partial<TimesRule> = {}): TimesRule => ({
  id: 'regulation',
  key: 'assembly.cadence',
  layer: 'REGULATION',
  organizationId: null,
  times: 1,
  from: '2018-10-28',
  until: null,
  ...changes,
});
const branch = (from: string, until: string | null = null, type = BRANCH, line: string[] = ['b', 'a']): History => ({
  standings: [{ from, until, active: true, type, tier: Tier.SECRETARIAT, line }],
  committees: [],
});
const starts = (derived: readonly Derived[]) => derived.map(({ startsOn }) => startsOn);

describe('periods', () => {
  it('are the weeks, months, quarters, halves and years of the calendar', () => {
    expect(periodOf(Period.WEEK, '2026-01-01')).toEqual({ startsOn: '2025-12-29', endsOn: '2026-01-04' });
    expect(periodOf(Period.MONTH, '2028-02-29')).toEqual({ startsOn: '2028-02-01', endsOn: '2028-02-29' });
    expect(periodOf(Period.QUARTER, '2026-11-30')).toEqual({ startsOn: '2026-10-01', endsOn: '2026-12-31' });
    expect(periodOf(Period.HALF_YEAR, '2026-06-30')).toEqual({ startsOn: '2026-01-01', endsOn: '2026-06-30' });
    expect(periodOf(Period.YEAR, '2026-07-01')).toEqual(year);
    expect([weekdayOf('2026-11-27'), weekdayOf('2026-11-29'), weekdayOf('1969-12-31')]).toEqual([5, 7, 3]);
  });
});

describe('the obligations of an organization', () => {
  it('stand for every period, and are at risk in its last days', () => {
    const derived = deriveObligations(branch('2020-01-01'), [cadence()], [rule()], year);
    expect(starts(derived)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(derived[0]).toMatchObject({
      required: 1,
      dueFrom: '2026-01-01',
      riskFrom: '2026-03-17',
      ruleId: 'regulation',
    });
  });

  it('begin with the next period when it was founded late in one, and run from the founding when early', () => {
    const early = deriveObligations(branch('2026-05-10'), [cadence()], [rule()], year);
    expect(early.map(({ startsOn, dueFrom }) => [startsOn, dueFrom])).toEqual([
      ['2026-04-01', '2026-05-10'],
      ['2026-07-01', '2026-07-01'],
      ['2026-10-01', '2026-10-01'],
    ]);
    expect(starts(deriveObligations(branch('2026-05-20'), [cadence()], [rule()], year))).toEqual([
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  it('end with the period before the one in which it was dissolved or became of another type', () => {
    expect(starts(deriveObligations(branch('2020-01-01', '2026-09-30'), [cadence()], [rule()], year))).toEqual([
      '2026-01-01',
      '2026-04-01',
    ]);
    const retyped: History = {
      standings: [...branch('2020-01-01', '2026-08-01').standings, ...branch('2026-08-01', null, COMMITTEE).standings],
      committees: [],
    };
    expect(starts(deriveObligations(retyped, [cadence()], [rule()], year))).toEqual(['2026-01-01', '2026-04-01']);
  });

  it('ask for nothing in a week in which no day is worked', () => {
    const weekly = [cadence({ period: Period.WEEK })];
    const february: Days = { startsOn: '2026-02-09', endsOn: '2026-03-01' };
    const off = (day: string) => day >= '2026-02-15' && day <= '2026-02-23';
    const worked = (day: string) => !off(day) && weekdayOf(day) <= 5;
    const derived = deriveObligations(branch('2020-01-01'), weekly, [rule()], february, worked);
    expect(starts(derived)).toEqual(['2026-02-09', '2026-02-23']);
    // a single swapped working day is enough
    const swapped = (day: string) => day === '2026-02-21' || worked(day);
    expect(starts(deriveObligations(branch('2020-01-01'), weekly, [rule()], february, swapped))).toHaveLength(3);
  });

  it('go on through a change that does not matter', () => {
    const joint: History = {
      standings: [
        ...branch('2020-01-01', '2026-08-01').standings,
        ...branch('2026-08-01', null, JOINT_BRANCH, ['b', 'c']).standings,
      ],
      committees: [],
    };
    const third = deriveObligations(joint, [cadence()], [rule()], year)[2];
    expect(third).toMatchObject({ startsOn: '2026-07-01', dueFrom: '2026-07-01' });
  });

  it('take another number with the next period', () => {
    const rules = [rule({ until: '2026-08-01' }), rule({ id: 'new', times: 2, from: '2026-08-01' })];
    const derived = deriveObligations(branch('2020-01-01'), [cadence()], rules, year);
    expect(derived.map(({ required, ruleId }) => [required, ruleId])).toEqual([
      [1, 'regulation'],
      [1, 'regulation'],
      [1, 'regulation'],
      [2, 'new'],
    ]);
  });

  it('follow the house rule of the nearest organization that leads it', () => {
    const rules = [
      rule(),
      rule({ id: 'association', layer: 'ASSOCIATION', times: 2 }),
      rule({ id: 'a', layer: 'ORGANIZATION', organizationId: 'a', times: 3 }),
      rule({ id: 'other', layer: 'ORGANIZATION', organizationId: 'x', times: 9 }),
    ];
    const of = (line: string[]) =>
      deriveObligations(branch('2020-01-01', null, BRANCH, line), [cadence()], rules, year)[0]?.ruleId;
    expect([of(['b', 'a']), of(['b', 'c']), of(['x'])]).toEqual(['a', 'association', 'other']);
    expect(deriveObligations(branch('2020-01-01'), [cadence()], [rule({ times: 0 })], year)).toEqual([]);
  });

  it('follow the strictest of several cadences, as one obligation of the first', () => {
    const above = cadence({ id: 'above', ruleKey: 'assembly.house.a', organizationTypes: [BRANCH], riskDays: 30 });
    const house = rule({ id: 'house', key: above.ruleKey, layer: 'ORGANIZATION', organizationId: 'a', times: 2 });
    const of = (line: string[], times = 2) =>
      deriveObligations(
        branch('2020-01-01', null, BRANCH, line),
        [cadence(), above],
        [rule(), { ...house, times }],
        year,
      ).map(({ cadence: { id }, required, ruleId, riskFrom }) => [id, required, ruleId, riskFrom])[0];
    expect(of(['b', 'a'])).toEqual(['assembly', 2, 'house', '2026-03-02']);
    expect(of(['b', 'c'])).toEqual(['assembly', 1, 'regulation', '2026-03-17']);
    expect(of(['b', 'a'], 1)).toEqual(['assembly', 1, 'regulation', '2026-03-17']);
    // where the first does not apply, the other stands alone
    const alone = deriveObligations(
      branch('2020-01-01'),
      [cadence({ tiers: [Tier.COUNCIL] }), above],
      [rule(), house],
      year,
    );
    expect(alone.map(({ cadence: { id }, required }) => [id, required])[0]).toEqual(['above', 2]);
  });

  it('ask for a committee where the rule does, and for the tier', () => {
    const monthly = cadence({ period: Period.MONTH, needsCommittee: true });
    const elected = { ...branch('2020-01-01'), committees: [{ from: '2026-10-10', until: null }] };
    expect(starts(deriveObligations(elected, [monthly], [rule()], year))).toEqual([
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
    ]);
    expect(deriveObligations(branch('2020-01-01'), [cadence({ tiers: [Tier.COUNCIL] })], [rule()], year)).toEqual([]);
  });
});

/** mulberry32: the same cases for the same seed */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('on generated histories', () => {
  const cases = Number(process.env['OBLIGATION_CASES'] ?? 2_000);
  const seed = Number(process.env['OBLIGATION_SEED'] ?? Date.now() % 100_000);

  it(`equals a walk day by day, ${cases} cases of seed ${seed}`, () => {
    const random = randomFrom(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    const day = () => plusDays('2025-10-01', Math.floor(random() * 550));
    let derivedAny = 0;
    let broken = 0;
    for (let i = 0; i < cases; i++) {
      const cuts = [...new Set(Array.from({ length: Math.floor(random() * 5) }, day))].sort();
      const lines = [['b', 'a'], ['b', 'c', 'r'], ['b']];
      const standings = [...cuts, '2029-01-01'].map((until, n) => ({
        from: cuts[n - 1] ?? '2015-01-01',
        until,
        active: random() > 0.08,
        type: pick([BRANCH, BRANCH, BRANCH, JOINT_BRANCH, JOINT_BRANCH, COMMITTEE]),
        tier: pick([Tier.SECRETARIAT, Tier.SECRETARIAT, Tier.COUNCIL, null]),
        line: pick(lines),
      }));
      const committees = random() > 0.5 ? [{ from: day(), until: random() > 0.5 ? null : '2027-01-15' }] : [];
      const period = pick(Object.values(Period));
      const one = cadence({
        period,
        tiers: random() > 0.8 ? [Tier.SECRETARIAT] : null,
        needsCommittee: random() > 0.8,
      });
      const rules: TimesRule[] = [];
      const put = (id: string, more: Partial<TimesRule>): void => {
        const from = random() > 0.3 ? '2018-10-28' : day();
        const until = random() > 0.6 ? plusDays(from, 1 + Math.floor(random() * 400)) : null;
        rules.push(rule({ id, from, until, times: pick([0, 1, 1, 2, 3]), ...more }));
        if (until && random() > 0.5)
          rules.push(rule({ id: `${id}2`, from: until, times: pick([0, 1, 2, 2]), ...more }));
      };
      put('regulation', {});
      if (random() > 0.5) put('house', { layer: 'ASSOCIATION' });
      if (random() > 0.5) put('own', { layer: 'ORGANIZATION', organizationId: pick(['a', 'b', 'c', 'r']) });
      const all = [one];
      if (random() > 0.5) {
        const key = 'assembly.house.a';
        const organizationTypes = pick([[BRANCH], [BRANCH, JOINT_BRANCH], [COMMITTEE, BRANCH]]);
        all.push(cadence({ id: 'above', ruleKey: key, period, organizationTypes, needsCommittee: random() > 0.8 }));
        if (random() > 0.5) put('above', { key, layer: 'ASSOCIATION' });
        else put('above', { key, layer: 'ORGANIZATION', organizationId: pick(['a', 'b', 'c', 'r']) });
      }
      const history = { standings, committees };
      const found = deriveObligations(history, all, rules, year).map(
        ({ startsOn, endsOn, dueFrom, required, ruleId }) => ({ startsOn, endsOn, dueFrom, required, ruleId }),
      );
      expect({ seed, i, found }).toEqual({ seed, i, found: walked(history, all, rules) });
      if (found.length) derivedAny++;
      if (found.some(({ startsOn, dueFrom }) => startsOn !== dueFrom)) broken++;
    }
    // cases in which nothing applies, or nothing begins within a period, would show little
    expect(derivedAny / cases).toBeGreaterThan(0.4);
    expect(broken / cases).toBeGreaterThan(0.05);
    process.stdout.write(
      `obligations: ${cases} cases of seed ${seed}, ${derivedAny} with obligations, ${broken} beginning within a period\n`,
    );
  });
});

/** Every day of 2025 to 2027 with the key of its period, from the calendar of the language instead of ours. */
function calendarOf(period: Period): ReadonlyMap<string, string[]> {
  const spans = new Map<string, string[]>();
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const [y, m] = [date.getUTCFullYear(), date.getUTCMonth()];
    const monday = at - ((date.getUTCDay() + 6) % 7) * 86_400_000;
    const key = {
      WEEK: monday,
      MONTH: y * 12 + m,
      QUARTER: y * 4 + ((m / 3) | 0),
      HALF_YEAR: y * 2 + ((m / 6) | 0),
      YEAR: y,
    }[period];
    spans.set(`${key}`, [...(spans.get(`${key}`) ?? []), date.toISOString().slice(0, 10)]);
  }
  return spans;
}
const calendars = new Map(Object.values(Period).map((period) => [period, [...calendarOf(period).values()]]));

/** What the rules ask, by looking at every single day: slow, and without the ideas of the other. */
function walked({ standings, committees }: History, all: readonly AppliedCadence[], rules: readonly TimesRule[]) {
  const on = (span: { from: string; until: string | null }, day: string) =>
    span.from <= day && (!span.until || day < span.until);
  const rank = (candidate: TimesRule, line: readonly string[]) =>
    candidate.layer === 'ORGANIZATION'
      ? line.indexOf(candidate.organizationId!)
      : candidate.layer === 'ASSOCIATION'
        ? 50
        : 60;
  const ownOf = (one: AppliedCadence, day: string): TimesRule | null => {
    const is = standings.find((standing) => on(standing, day));
    if (!is?.active || !one.organizationTypes.includes(is.type)) return null;
    if (one.tiers && !one.tiers.includes(is.tier!)) return null;
    if (one.needsCommittee && !committees.some((committee) => on(committee, day))) return null;
    const [best] = rules
      .filter((candidate) => candidate.key === one.ruleKey && on(candidate, day) && rank(candidate, is.line) >= 0)
      .sort((a, b) => rank(a, is.line) - rank(b, is.line));
    return best && best.times > 0 ? best : null;
  };
  const ruleOf = (day: string): TimesRule | null => {
    const asked = all.flatMap((one) => ownOf(one, day) ?? []);
    const most = Math.max(0, ...asked.map(({ times }) => times));
    return asked.find(({ times }) => times === most) ?? null;
  };
  return calendars.get(all[0]!.period)!.flatMap((days) => {
    const [startsOn, endsOn] = [days[0]!, days.at(-1)!];
    if (endsOn < year.startsOn || endsOn > year.endsOn) return [];
    let applied = 0;
    let last: TimesRule | null = null;
    for (const day of days.toReversed()) {
      const applies = ruleOf(day);
      if (!applies) break;
      applied++;
      last = applies;
    }
    if (!last || applied < days.length / 2) return [];
    return [{ startsOn, endsOn, dueFrom: days.at(-applied)!, required: last.times, ruleId: last.id }];
  });
}
