import fc from 'fast-check';
import type { Aggregation, Band } from '../scheme';
import { formula } from './generate-formula';

/* What schemes are generated from. What makes a sample unsound is laid over sound ones by spoil.ts. */

/** Decimal text of whole units. */
export function unitsText(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return units < 0 ? `-${text}` : text;
}

const small = (least: number, most: number) => fc.integer({ min: least, max: most });
const types = ['BRANCH', 'COMMITTEE', 'PARTY_GROUP'];
export const name = { zh: '名', en: 'Name' };

/** Whole numbers half of the time, so that bounds are met. */
const number = fc.oneof(
  small(0, 100).map(String),
  fc.tuple(small(0, 99999), small(0, 3)).map(([units, scale]) => unitsText(units, scale)),
);
const of = (whole: number) => fc.tuple(small(0, whole).map(String), fc.constant(String(whole)));
/** Part and whole: mostly a part of it, now and then more than all, or of a whole that nothing comes out even with. */
const figure = fc.oneof(
  of(20),
  of(40),
  of(100),
  fc.tuple(number, fc.oneof(small(1, 9999).map(String), fc.constant('7'))),
);
const share = fc.oneof(
  small(0, 100).map((percent) => unitsText(percent, 2)),
  fc.tuple(small(0, 7), small(7, 9)).map(([over, under]) => `${over}/${under}`),
);

const condition = fc.oneof(
  fc.record({
    on: fc.constantFrom('TYPE_IN' as const, 'TYPE_NOT_IN' as const),
    list: fc.subarray(types, { minLength: 1 }),
  }),
  fc.record({
    on: fc.constantFrom('TIER_IN' as const, 'TIER_NOT_IN' as const),
    list: fc.subarray(['A', 'B', 'C'], { minLength: 1 }),
  }),
  fc.record({
    on: fc.constant('DUTY_NONE_OF' as const),
    list: fc.subarray(['LEAD', 'GUIDE', 'PLAN'], { minLength: 1 }),
  }),
  fc.constant({ on: 'OWN_WHOLE_ZERO' as const }),
);
export type Condition = typeof condition extends fc.Arbitrary<infer T> ? T : never;
const conditions: fc.Arbitrary<readonly Condition[]> = fc.oneof(
  { arbitrary: fc.constant([]), weight: 7 },
  { arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }), weight: 1 },
);

const linear = fc
  .tuple(small(0, 100), small(0, 100))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ by: 'LINEAR' as const, from: String(from), to: String(to) }));
const stepped = fc
  .tuple(
    fc.uniqueArray(fc.oneof(small(0, 100), fc.constantFrom(10, 20, 50, 60, 80, 90)), { maxLength: 4 }),
    fc.array(share, { minLength: 5, maxLength: 5 }),
  )
  .map(([cuts, shares]) => {
    const ends = [null, ...cuts.sort((a, b) => a - b).map(String), null];
    const bands: Band[] = ends.slice(1).map((to, at) => ({ from: ends[at]!, to, share: shares[at]! }));
    return { by: 'STEPPED' as const, bands };
  });

const aggregation: fc.Arbitrary<Aggregation> = fc.oneof(
  fc.constant({ by: 'AVERAGE' as const }),
  small(1, 2).map((drop) => ({ by: 'TRIMMED' as const, drop })),
  small(1, 9).map((weight) => ({
    by: 'ROLES' as const,
    roles: [
      { role: 'superior', name, weight: unitsText(weight, 1) },
      { role: 'expert', name, weight: unitsText(10 - weight, 1) },
    ],
  })),
);

/** Few units make ties of rounding. */
const units = fc.oneof(small(1, 40), small(1, 3000));
const metric = fc.record({
  kind: fc.constant('METRIC' as const),
  units,
  conditions,
  unit: fc.constantFrom('PERCENT' as const, 'COUNT' as const, 'HOURS' as const),
  mapping: fc.oneof(
    linear,
    stepped,
    formula.map((list) => ({ by: 'LISTED' as const, list })),
  ),
  figure,
  // a sum has none
  whole: small(0, 2).map((one) => one > 0),
  // of formulas one in ten divides by nothing, or may
  guarded: small(0, 9).map((one) => one > 0),
});
const rubric = fc.record({
  kind: fc.constant('RUBRIC' as const),
  units,
  conditions,
  entry: fc.constantFrom('LEVEL' as const, 'POINTS' as const),
  scorers: fc.option(aggregation, { nil: undefined }),
  commentWhenCut: small(0, 9).map((one) => one === 7),
  scores: fc.array(fc.record({ role: fc.constantFrom('superior', 'expert'), level: small(0, 3), of: small(0, 1000) }), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  }),
});
const ballot = fc.record({
  kind: fc.constant('BALLOT' as const),
  units,
  conditions,
  weights: fc.array(small(1, 9), { minLength: 1, maxLength: 3 }),
  // of a third of the groups but the last nobody casts what counts
  papers: fc.array(fc.tuple(small(-6, 12), small(0, 9), small(0, 9), small(0, 3)), { minLength: 3, maxLength: 3 }),
});
const counted = fc.record({
  kind: fc.constantFrom('DEDUCTION' as const, 'BONUS' as const, 'VETO' as const),
  conditions,
  each: small(1, 200),
  more: small(0, 600),
  grade: small(0, 3),
  figure: fc.option(small(0, 6).map(String), { nil: null }),
  notes: fc.array(small(1, 4), { maxLength: 2 }),
});
const leaf = fc.oneof(
  { arbitrary: metric, weight: 4 },
  { arbitrary: rubric, weight: 3 },
  { arbitrary: ballot, weight: 2 },
  { arbitrary: counted, weight: 2 },
);
const groupOf = <T>(child: fc.Arbitrary<T>) =>
  fc.record({
    kind: fc.constant('GROUP' as const),
    conditions,
    room: fc.option(small(0, 500), { nil: undefined }),
    children: fc.array(child, { minLength: 1, maxLength: 4 }),
  });
const inner = groupOf(leaf);
const whole = groupOf(
  fc.oneof(
    { arbitrary: leaf, weight: 2 },
    { arbitrary: inner, weight: 2 },
    { arbitrary: groupOf(fc.oneof(leaf, inner)), weight: 1 },
  ),
);
/** Of which all as a whole seldom does not apply. */
export const root = fc
  .tuple(whole, small(0, 3))
  .map(([made, one]) => (one > 0 ? { ...made, conditions: [] as readonly Condition[] } : made));

export const frame = fc.record({
  scale: small(0, 4),
  mode: fc.constantFrom('HALF_UP' as const, 'HALF_EVEN' as const, 'DOWN' as const),
  scorers: aggregation,
  grades: small(0, 4),
  subject: fc.record({
    type: fc.constantFrom(null, ...types),
    tier: fc.constantFrom(null, 'A', 'B', 'C'),
    duties: fc.subarray(['LEAD', 'GUIDE', 'PLAN']),
  }),
  moderated: fc.array(fc.tuple(small(0, 12), small(0, 2000)), { maxLength: 1 }),
  // which way of spoiling, and which node of those it can spoil; one sample in four
  spoilt: fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: fc.tuple(small(0, 999), small(0, 99)), weight: 1 },
  ),
});

export type Frame = typeof frame extends fc.Arbitrary<infer T> ? T : never;
export type Leaf = typeof leaf extends fc.Arbitrary<infer T> ? T : never;
export interface Group {
  readonly kind: 'GROUP';
  readonly conditions: readonly Condition[];
  readonly room: number | undefined;
  readonly children: readonly (Leaf | Group)[];
}
