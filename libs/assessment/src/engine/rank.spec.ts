import fc from 'fast-check';
import { compute } from './compute';
import { explainRanking } from './explain-ranking';
import { rank } from './rank';
import type { SchemeTree } from './scheme';
import { counted, inputs, rubric, scheme } from './trial/build-scheme';
import { type Contestant, standings } from './trial/rank-oracle';

const words = (zh: string, en: string) => ({ zh, en });
const byPoints = { entry: 'POINTS', levels: [] } as const;

/** Two scores of 10 points, a bonus that makes some of them equal, and a veto. */
function schemeOf(more: Partial<SchemeTree>): SchemeTree {
  const small = [{ on: 'TYPE_IN', list: ['SMALL'] }] as const;
  const base = scheme([], { rounding: { scale: 0, mode: 'HALF_UP' } });
  return {
    ...base,
    root: {
      ...base.root,
      weight: '20',
      children: [
        rubric('one', '10', { ...byPoints, name: words('一', 'One') }),
        rubric('two', '10', { ...byPoints, name: words('二', 'Two'), notApplicable: small }),
        counted('VETO', 'struck', { capsAt: 'fair' }),
      ],
    },
    grades: [
      { key: 'best', name: words('优秀', 'Excellent'), from: '12' },
      { key: 'good', name: words('良好', 'Good'), from: '8' },
      { key: 'fair', name: words('一般', 'Fair'), from: null },
    ],
    tieBreakers: [
      { by: 'NODE', key: 'two' },
      { by: 'FIGURE', figure: 'late', name: words('逾期', 'Late'), first: 'LOW' },
      { by: 'FIGURE', figure: 'rate', name: words('到会率', 'Attendance'), first: 'HIGH' },
    ],
    ...more,
  };
}

interface One {
  readonly one: number;
  readonly two: number;
  readonly small: boolean;
  readonly struck: boolean;
  readonly late: number | null;
  readonly rate: readonly [number, number];
  readonly scored: boolean;
}

const score = (points: number) => [{ scorer: 'a', role: 'expert', points: String(points) }];

function resultOf(tree: SchemeTree, { one, two, small, struck, late, rate, scored }: One) {
  return compute(
    tree,
    inputs({
      subject: { type: small ? 'SMALL' : 'BRANCH', tier: null, duties: [] },
      scores: scored ? { one: score(one), two: score(two) } : {},
      occurrences: struck ? { struck: [{ times: 1, reason: 'known' }] } : {},
      figures: {
        ...(late === null ? {} : { late: { part: String(late), whole: null } }),
        rate: { part: String(rate[0]), whole: String(rate[1]) },
      },
    }),
  );
}

const few = (most: number) => fc.integer({ min: 0, max: most });
const rarely = few(15).map((of) => of === 7);
const group = fc.array(
  fc.record({
    one: fc.integer({ min: 5, max: 7 }),
    two: fc.integer({ min: 6, max: 7 }),
    small: rarely,
    struck: rarely,
    late: few(9).map((of) => (of === 7 ? null : Number(of > 7))),
    rate: fc.tuple(fc.constant(1), fc.integer({ min: 1, max: 2 })),
    scored: few(20).map((of) => of !== 17),
  }),
  { minLength: 6, maxLength: 14, size: 'max' },
);

it('agrees with an oracle on 600 generated groups, in whatever order they come', () => {
  const reached = new Map<string, number>();
  const note = (rule: string, when: boolean) => when && reached.set(rule, (reached.get(rule) ?? 0) + 1);
  const ways = fc.record({
    share: fc.constantFrom('0.30', '1/3', '0', '1', '0.5'),
    atLeastOne: fc.boolean(),
    equalAtLimit: fc.constantFrom('BOTH' as const, 'NEITHER' as const),
    base: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(group, ways, (all, { share, atLeastOne, equalAtLimit, base }) => {
      const tree = schemeOf({ topShare: { share, atLeastOne }, equalAtLimit });
      const entries = all.map((of, index) => ({ id: `e${index}`, result: resultOf(tree, of) }));
      const ranking = rank({ entries, ...(base === undefined ? {} : { base }) }, tree);
      const contestants = entries.map(({ id, result }, index): Contestant => {
        const { late, rate, small, struck } = all[index]!;
        const total = result.total === null ? null : Number(result.total);
        const two = result.root.children[1]!.points;
        const breakers = [small || two === null ? null : Number(two), late === null ? null : -late, rate[0] / rate[1]];
        return { id, total, reached: total !== null && total >= 12 && !struck, breakers };
      });
      const placed = contestants.filter(({ total }) => total !== null).length;
      const of = base ?? placed;
      const down = { '0.30': Math.floor((3 * of) / 10), '1/3': Math.floor(of / 3), '0': 0, '1': of, '0.5': of >> 1 }[
        share
      ]!;
      const limit = atLeastOne && of > 0 ? Math.max(1, down) : down;
      const expected = standings(contestants, limit, equalAtLimit);
      expect(ranking.limit).toBe(limit);
      expect(ranking.places.length + ranking.unplaced.length).toBe(all.length);
      for (const { id, rank: place, grade, outsideLimit, equal } of ranking.places) {
        expect([place, grade === 'best']).toEqual([expected.get(id)!.rank, expected.get(id)!.top]);
        const { reached: could } = contestants.find((one) => one.id === id)!;
        expect(outsideLimit).toBe(could && grade !== 'best');
        note('outside the limit', outsideLimit);
        note('equal', equal);
      }
      const ranks = ranking.places.map(({ rank: place }) => place);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(rank({ entries: entries.toReversed(), ...(base === undefined ? {} : { base }) }, tree)).toEqual(ranking);
      for (const { breaker, outcome } of ranking.ties.flatMap((tie) => tie.steps))
        note(`by ${breaker.by === 'NODE' ? 'points' : `the ${breaker.first} of a figure`}: ${outcome}`, true);
      note('at least one', atLeastOne && down === 0 && limit === 1);
      note('a limit of none', limit === 0);
      note('another base', base !== undefined && base !== placed);
      note(
        'reached it but for a veto',
        all.some(({ struck }, index) => struck && Number(entries[index]!.result.total) >= 12),
      );
      note(`across the limit, ${equalAtLimit}`, ranking.acrossLimit.length > 0);
      note('unplaced', ranking.unplaced.length > 0);
      for (const line of [...explainRanking(ranking, tree, 'zh'), ...explainRanking(ranking, tree, 'en')])
        expect(line).not.toMatch(/undefined|null|NaN/);
    }),
    { numRuns: 600, seed: 20261003 },
  );
  expect([...reached.keys()].sort()).toEqual([
    'a limit of none',
    'across the limit, BOTH',
    'across the limit, NEITHER',
    'another base',
    'at least one',
    'by points: EQUAL',
    'by points: SKIPPED',
    'by points: SPLIT',
    'by the HIGH of a figure: EQUAL',
    'by the HIGH of a figure: SPLIT',
    'by the LOW of a figure: EQUAL',
    'by the LOW of a figure: SKIPPED',
    'by the LOW of a figure: SPLIT',
    'equal',
    'outside the limit',
    'reached it but for a veto',
    'unplaced',
  ]);
  expect([...reached].filter(([, count]) => count < 20)).toEqual([]);
}, 300_000);

it('takes the third of three, which 0.3333 would not', () => {
  const all = [7, 6, 5].map((one) => ({ one, two: 7 }));
  const base = { small: false, struck: false, late: 0, rate: [1, 1], scored: true } as const;
  const top = (share: string, atLeastOne: boolean) => {
    const tree = schemeOf({ topShare: { share, atLeastOne } });
    const entries = all.map((of, index) => ({ id: String(index), result: resultOf(tree, { ...base, ...of }) }));
    return rank({ entries }, tree).places.map(({ grade }) => grade);
  };
  expect(top('1/3', false)).toEqual(['best', 'good', 'good']);
  expect(top('0.3333', false)).toEqual(['good', 'good', 'good']);
  expect(top('0.3333', true)).toEqual(['best', 'good', 'good']);
});

it('does not give the place of one under a veto away to nobody', () => {
  const base = { small: false, late: 0, rate: [1, 1], scored: true, two: 7 } as const;
  const tree = schemeOf({ topShare: { share: '1/3', atLeastOne: false } });
  const of = (id: string, one: number, struck: boolean) => ({ id, result: resultOf(tree, { ...base, one, struck }) });
  const { places } = rank({ entries: [of('a', 8, true), of('b', 7, false), of('c', 6, false)] }, tree);
  expect(places.map(({ id, rank: place, grade }) => `${place} ${id} ${grade}`)).toEqual([
    '1 a fair',
    '2 b best',
    '3 c good',
  ]);
});

it('says in both languages what settled a tie and what could not', () => {
  const tree = schemeOf({ topShare: { share: '0.5', atLeastOne: true }, equalAtLimit: 'NEITHER' });
  const base = { struck: false, scored: true, small: false } as const;
  const of = (id: string, more: Omit<One, keyof typeof base>) => ({ id, result: resultOf(tree, { ...base, ...more }) });
  const entries = [
    of('a', { one: 6, two: 6, late: null, rate: [1, 2] }),
    of('b', { one: 6, two: 6, late: 1, rate: [2, 3] }),
    of('c', { one: 6, two: 6, late: 0, rate: [1, 2] }),
  ];
  const ranking = rank({ entries }, tree);
  expect(ranking.places.map(({ id, rank: place }) => `${place} ${id}`)).toEqual(['1 b', '2 a', '2 c']);
  expect(explainRanking(ranking, tree, 'zh')).toEqual([
    '优秀不超过 50%，3 个中取整即 1 个（至少 1 个）。',
    '第 1、2 名同为 12，“逾期”有的不适用，不作比较，按“到会率”2/3、1/2、1/2 排定，比较各项仍相同，名次并列。',
    '第 2 名 12 到优秀线，超出名额，评为良好。',
  ]);
  expect(explainRanking(ranking, tree, 'en')).toEqual([
    'Excellent: at most 50% of 3, rounded down, which is 1 (at least one).',
    'Places 1, 2: the same total 12; “Late” does not apply to all of them and decides nothing; ' +
      'settled by “Attendance”: 2/3, 1/2, 1/2; equal in everything that is compared, same rank.',
    'Place 2 with 12 reaches Excellent but is beyond the limit: Good.',
  ]);
});
