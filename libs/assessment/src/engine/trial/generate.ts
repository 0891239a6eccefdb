import fc from 'fast-check';
import type { Inputs, Occurrence, Score } from '../inputs';
import type { Aggregation, Band, Grade, NotApplicable, SchemeNode, SchemeTree } from '../scheme';
import { formula, written } from './generate-formula';
import type { Listed } from './oracle';

/** A scheme, what somebody is assessed by, and its formulas as lists. */
export interface Sample {
  readonly tree: SchemeTree;
  readonly inputs: Inputs;
  readonly formulas: ReadonlyMap<string, Listed>;
}

const small = (least: number, most: number) => fc.integer({ min: least, max: most });
const types = ['BRANCH', 'COMMITTEE', 'PARTY_GROUP'];
const name = { zh: '名', en: 'Name' };

/** Decimal text of whole units. */
export function unitsText(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return units < 0 ? `-${text}` : text;
}

const number = fc.oneof(
  small(0, 40).map(String),
  fc.tuple(small(0, 99999), small(0, 3)).map(([units, scale]) => unitsText(units, scale)),
);
/** Now and then what is no number, or none that may be. */
const anyNumber = fc.oneof(
  { arbitrary: number, weight: 60 },
  { arbitrary: fc.constantFrom('NaN', 'Infinity', '1e308', '-1', '', '1234567890123'), weight: 1 },
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
type Condition = typeof condition extends fc.Arbitrary<infer T> ? T : never;
const conditions: fc.Arbitrary<readonly Condition[]> = fc.oneof(
  { arbitrary: fc.constant([]), weight: 7 },
  { arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }), weight: 1 },
);

const linear = fc
  .tuple(small(0, 100), small(0, 100))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ by: 'LINEAR' as const, from: String(from), to: String(to) }));
const stepped = fc
  .tuple(fc.uniqueArray(small(0, 100), { maxLength: 4 }), fc.array(share, { minLength: 5, maxLength: 5 }))
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

const metric = fc.record({
  kind: fc.constant('METRIC' as const),
  units: small(1, 3000),
  conditions,
  unit: fc.constantFrom('PERCENT' as const, 'COUNT' as const, 'HOURS' as const),
  mapping: fc.oneof(
    linear,
    stepped,
    formula.map((list) => ({ by: 'LISTED' as const, list })),
  ),
  part: anyNumber,
  whole: fc.oneof({ arbitrary: anyNumber, weight: 9 }, { arbitrary: fc.constantFrom(null, '0'), weight: 1 }),
  missing: small(0, 60).map((one) => one === 17),
});
const rubric = fc.record({
  kind: fc.constant('RUBRIC' as const),
  units: small(1, 3000),
  conditions,
  entry: fc.constantFrom('LEVEL' as const, 'POINTS' as const),
  scorers: fc.option(aggregation, { nil: undefined }),
  unscored: small(0, 60).map((one) => one === 17),
  scores: fc.array(fc.record({ role: fc.constantFrom('superior', 'expert'), level: small(0, 3), of: small(0, 1000) }), {
    minLength: 0,
    maxLength: 6,
    size: 'max',
  }),
});
const ballot = fc.record({
  kind: fc.constant('BALLOT' as const),
  units: small(1, 3000),
  conditions,
  weights: fc.array(small(1, 9), { minLength: 1, maxLength: 3 }),
  // of a third of the groups nobody casts what counts
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
const root = groupOf(
  fc.oneof(
    { arbitrary: leaf, weight: 2 },
    { arbitrary: inner, weight: 2 },
    { arbitrary: groupOf(fc.oneof(leaf, inner)), weight: 1 },
  ),
);

const frame = fc.record({
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
});

type Frame = typeof frame extends fc.Arbitrary<infer T> ? T : never;
type Leaf = typeof leaf extends fc.Arbitrary<infer T> ? T : never;
interface Group {
  readonly kind: 'GROUP';
  readonly conditions: readonly Condition[];
  readonly room: number | undefined;
  readonly children: readonly (Leaf | Group)[];
}

/** Lays keys, weights that add up, and inputs of those keys over what was generated. */
class Assembly {
  readonly figures: Record<string, { part: string; whole: string | null }> = {};
  readonly scores: Record<string, Score[]> = {};
  readonly votes: Record<string, Record<string, Record<string, number>>> = {};
  readonly occurrences: Record<string, Occurrence[]> = {};
  readonly formulas = new Map<string, Listed>();
  readonly leaves: string[] = [];
  private next = 0;

  constructor(private readonly frame: Frame) {}

  node(made: Leaf | Group): SchemeNode {
    const key = `n${this.next++}`;
    const own = made.conditions.map((one): NotApplicable =>
      one.on === 'OWN_WHOLE_ZERO' ? { on: 'WHOLE_ZERO', figure: `f.${key}` } : one,
    );
    const base = { key, name, notApplicable: own };
    switch (made.kind) {
      case 'GROUP':
        return this.group(made, base);
      case 'METRIC':
        return this.metric(made, base);
      case 'RUBRIC':
        return this.rubric(made, base);
      case 'BALLOT':
        return this.ballot(made, base);
      default:
        return this.counted(made, base);
    }
  }

  private text(units: number): string {
    return unitsText(units, this.frame.scale);
  }

  private group(made: Group, base: Base): SchemeNode {
    const children = made.children.map((child) => this.node(child));
    const units = (text: string) => Number(text.replace('.', ''));
    const weight = children.reduce((all, child) => all + ('weight' in child ? units(child.weight) : 0), 0);
    const room = made.room === undefined ? {} : { bonusRoom: this.text(made.room) };
    return { ...base, kind: 'GROUP', weight: this.text(weight), children, ...room };
  }

  private metric(made: Extract<Leaf, { kind: 'METRIC' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push(key);
    if (!made.missing) this.figures[`f.${key}`] = { part: made.part, whole: made.whole };
    const { mapping } = made;
    const own = {
      ...base,
      kind: 'METRIC',
      weight: this.text(made.units),
      figure: `f.${key}`,
      unit: made.unit,
    } as const;
    if (mapping.by !== 'LISTED') return { ...own, mapping };
    const text = written(mapping.list);
    this.formulas.set(text, mapping.list);
    return { ...own, mapping: { by: 'FORMULA', formula: text } };
  }

  private rubric(made: Extract<Leaf, { kind: 'RUBRIC' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push(key);
    if (!made.unscored)
      this.scores[key] = made.scores.map(({ role, level, of }, index) => {
        const score = { scorer: String(index), role };
        if (made.entry === 'LEVEL') return { ...score, level: `l${level}` };
        return { ...score, points: this.text(Math.floor((made.units * of) / 1000)) };
      });
    const levels = ['1', '0.8', '2/3', '0.15'].map((of, index) => ({ key: `l${index}`, name, share: of }));
    const scorers = made.scorers ? { scorers: made.scorers } : {};
    const { entry, units } = made;
    return { ...base, kind: 'RUBRIC', weight: this.text(units), entry, levels, commentWhenCut: false, ...scorers };
  }

  private ballot(made: Extract<Leaf, { kind: 'BALLOT' }>, base: Base): SchemeNode {
    const { key } = base;
    this.leaves.push(key);
    const all = made.weights.reduce((sum, weight) => sum + weight, 0);
    const groups = made.weights.map((weight, index) => ({ key: `g${index}`, name, weight: `${weight}/${all}` }));
    const options = ['1', '0.6', '0', null].map((of, index) => ({ key: `o${index}`, name, share: of }));
    const cast = (group: number) =>
      options.map((option, index) => [
        option.key,
        made.papers[group]![0] < 0 && option.share !== null ? 0 : Math.abs(made.papers[group]![index]!),
      ]);
    this.votes[key] = Object.fromEntries(groups.map((group, index) => [group.key, Object.fromEntries(cast(index))]));
    return { ...base, kind: 'BALLOT', weight: this.text(made.units), groups, options };
  }

  private counted(made: Extract<Leaf, { figure: string | null }>, base: Base): SchemeNode {
    const { key } = base;
    const figure = made.figure === null ? null : `f.${key}`;
    if (figure) this.figures[figure] = { part: made.figure!, whole: null };
    else this.occurrences[key] = made.notes.map((times) => ({ times, reason: 'seen' }));
    // without grades a veto would cap at nothing
    if (made.kind === 'VETO' && this.frame.grades)
      return { ...base, kind: 'VETO', figure, capsAt: `grade${made.grade % this.frame.grades}` };
    const kind = made.kind === 'VETO' ? 'DEDUCTION' : made.kind;
    return { ...base, kind, figure, each: this.text(made.each), cap: this.text(made.each + made.more) };
  }
}

interface Base {
  readonly key: string;
  readonly name: typeof name;
  readonly notApplicable: readonly NotApplicable[];
}

function gradesOf(count: number, weight: string): Grade[] {
  const millionths = Number(weight) * 1e6;
  const from = (index: number) => unitsText(Math.floor((millionths * (count - index)) / (count + 1)), 6);
  const ends = Array.from({ length: count }, (_, index) => (index === count - 1 ? null : from(index)));
  return ends.map((end, index) => ({ key: `grade${index}`, name, from: end }));
}

/** Schemes in which nothing is wrong by itself, but for formulas that mix units, with inputs of which some are. */
export const samples: fc.Arbitrary<Sample> = fc.tuple(root, frame).map(([made, given]) => {
  const assembly = new Assembly(given);
  const laid = assembly.node(made);
  // a root that only deducts is no scheme
  const weightless = laid.kind !== 'GROUP' || /^[0.]*$/.test(laid.weight);
  const extra: Leaf = {
    kind: 'RUBRIC',
    units: 1000,
    conditions: [],
    entry: 'LEVEL',
    scorers: { by: 'AVERAGE' },
    unscored: false,
    scores: [{ role: 'expert', level: 1, of: 0 }],
  };
  const again = weightless ? new Assembly(given) : assembly;
  const tree = weightless ? again.node({ ...made, children: [...made.children, extra] }) : laid;
  if (tree.kind !== 'GROUP') throw new Error('The root is a group');
  const scheme: SchemeTree = {
    rounding: { scale: given.scale, mode: given.mode },
    scorers: given.scorers,
    root: tree,
    grades: gradesOf(given.grades, tree.weight),
    topShare: null,
    tieBreakers: [],
    equalAtLimit: 'BOTH',
  };
  const moderated = given.moderated.flatMap(([at, units]) => {
    const key = again.leaves[at];
    return key === undefined ? [] : [[key, { points: unitsText(units, given.scale), reason: 'weighed' }] as const];
  });
  const { figures, scores, votes, occurrences, formulas } = again;
  const inputs = {
    subject: given.subject,
    figures,
    scores,
    votes,
    occurrences,
    moderated: Object.fromEntries(moderated),
  };
  return { tree: scheme, inputs, formulas };
});
