import type { Inputs, Score } from '../inputs';
import type { Aggregation, CountedNode, SchemeNode, SchemeTree } from '../scheme';

/*
 * What assessments come to, said a second time by other means and sharing no code with the engine: fractions of BigInt in
 * lowest terms, flat rows that are walked up and down, whole units of the last place, formulas as lists that were never text.
 * Where the two differ, one of them is wrong.
 */

/** A formula as a list, `['+', 'value', '2']`. */
export type Listed = string | readonly [string, ...Listed[]];

/** [over, under] in lowest terms, under above 0. */
type Fraction = readonly [bigint, bigint];

/** A node that cannot be computed. */
const unknown: unique symbol = Symbol('unknown');
type Known<T> = T | typeof unknown;

function fraction(over: bigint, under = 1n): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b) [a, b] = [b, a % b];
  const sign = under < 0n ? -1n : 1n;
  return a === 0n ? [0n, 1n] : [(sign * over) / a, (sign * under) / a];
}

/** The fraction of a decimal or of a/b, or nothing. */
function parse(text: unknown): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(String(text));
  if (!match || typeof text !== 'string') return undefined;
  const [, minus, whole = '', places = '', under] = match;
  if (whole.length > 12 || places.length > 6) return undefined;
  const over = BigInt(whole + places) * (minus ? -1n : 1n);
  return fraction(over, under ? BigInt(under) : 10n ** BigInt(places.length));
}

const add = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * d + c * b, b * d);
const multiply = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * c, b * d);
const divide = ([a, b]: Fraction, [c, d]: Fraction) => fraction(a * d, b * c);
const less = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;
const same = (one: Fraction, other: Fraction) => !less(one, other) && !less(other, one);
const nought: Fraction = [0n, 1n];
const unity: Fraction = [1n, 1n];

/** In whole units of the last place. */
function inUnits(value: Fraction, scale: number, mode: string): bigint {
  const [over, under] = multiply(value, [10n ** BigInt(scale), 1n]);
  const size = over < 0n ? -over : over;
  const [down, rest] = [size / under, (size % under) * 2n];
  const odd = down % 2n === 1n;
  const up = { DOWN: false, HALF_UP: rest >= under, HALF_EVEN: rest > under || (rest === under && odd) }[mode];
  return (over < 0n ? -1n : 1n) * (up ? down + 1n : down);
}

interface Row {
  readonly node: SchemeNode;
  readonly parent: number;
  applies: boolean;
  /** in whole units of the last place */
  weight: bigint;
  points: Known<bigint>;
}

export interface Answer {
  readonly points: Readonly<Record<string, bigint | null>>;
  readonly weights: Readonly<Record<string, bigint | null>>;
  readonly applying: readonly string[];
  readonly total: bigint | null;
  readonly grade: string | null;
}

export function oracle(tree: SchemeTree, inputs: Inputs, formulas: ReadonlyMap<string, Listed>): Answer {
  const rows: Row[] = [];
  const lay = (node: SchemeNode, parent: number): void => {
    const index = rows.push({ node, parent, applies: true, weight: 0n, points: 0n }) - 1;
    if (node.kind === 'GROUP') for (const child of node.children) lay(child, index);
  };
  lay(tree.root, -1);
  decideApplying(rows, inputs);
  divideWeights(rows, tree.rounding.scale);
  const struck: string[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    if (!row.applies) continue;
    if (row.node.kind === 'GROUP') row.points = together(rows, index, tree);
    else if ('each' in row.node || row.node.kind === 'VETO') row.points = occurred(row.node, inputs, tree, struck);
    else row.points = judged(row, tree, inputs, formulas);
  }
  return answer(rows, tree, struck);
}

function answer(rows: readonly Row[], tree: SchemeTree, struck: readonly string[]): Answer {
  const [root] = rows;
  const total = !root!.applies || root!.points === unknown ? null : root!.points;
  let place = tree.grades.length - 1;
  if (total !== null)
    for (let index = place; index >= 0; index--) {
      const { from } = tree.grades[index]!;
      if (from === null || !less([total, 10n ** BigInt(tree.rounding.scale)], parse(from)!)) place = index;
    }
  for (const grade of struck) place = Math.max(place, tree.grades.map(({ key }) => key).indexOf(grade));
  const said = (row: Row, value: Known<bigint>) => (row.applies && value !== unknown ? value : null);
  return {
    points: Object.fromEntries(rows.map((row) => [row.node.key, said(row, row.points)])),
    weights: Object.fromEntries(rows.map((row) => [row.node.key, 'weight' in row.node ? said(row, row.weight) : null])),
    applying: rows.filter(({ applies }) => applies).map(({ node }) => node.key),
    total,
    grade: total === null || !tree.grades.length ? null : tree.grades[place]!.key,
  };
}

const heavy = ({ node }: Row) => 'weight' in node && parse(node.weight)![0] > 0n;

function decideApplying(rows: Row[], { figures, subject }: Inputs): void {
  for (let index = rows.length - 1; index >= 0; index--) {
    const { node } = rows[index]!;
    const own = (node.notApplicable ?? []).some((condition) => {
      if (condition.on === 'WHOLE_ZERO') return parse(figures[condition.figure]?.whole)?.[0] === 0n;
      const { list, on } = condition;
      if (on === 'DUTY_NONE_OF')
        return new Set([...list, ...subject.duties]).size === new Set(list).size + new Set(subject.duties).size;
      const among = list.some((one) => one === (on.startsWith('TYPE') ? subject.type : subject.tier));
      return on.endsWith('NOT_IN') ? !among : among;
    });
    const below = rows.filter(({ parent }) => parent === index);
    const needed = below.some(heavy) ? below.filter(heavy) : below;
    rows[index]!.applies = !own && (node.kind !== 'GROUP' || needed.some(({ applies }) => applies));
  }
  for (const row of rows) if (row.parent >= 0 && !rows[row.parent]!.applies) row.applies = false;
}

function divideWeights(rows: Row[], scale: number): void {
  rows[0]!.weight = inUnits(parse(tree0(rows))!, scale, 'DOWN');
  rows.forEach((row, index) => {
    const heirs = rows.filter((one) => one.parent === index && one.applies && heavy(one));
    const parts = heirs.map(({ node }) => inUnits(parse((node as { weight: string }).weight)!, scale, 'DOWN'));
    const all = parts.reduce((sum, part) => sum + part, 0n);
    let left = row.weight;
    heirs.forEach((heir, at) => {
      heir.weight = (row.weight * parts[at]!) / all;
      left -= heir.weight;
    });
    const rest = (at: number) => (row.weight * parts[at]!) % all;
    const order = heirs.map((_, at) => at).sort((a, b) => Number(rest(b) - rest(a)) || a - b);
    for (const at of order.slice(0, Number(left))) heirs[at]!.weight += 1n;
  });
}

const tree0 = (rows: readonly Row[]) => (rows[0]!.node as { weight: string }).weight;

function together(rows: readonly Row[], index: number, { rounding }: SchemeTree): Known<bigint> {
  const { node, weight } = rows[index]!;
  if (node.kind !== 'GROUP') return unknown;
  let sum = 0n;
  for (const { parent, applies, points } of rows)
    if (parent === index && applies) {
      if (points === unknown) return unknown;
      sum += points;
    }
  const room = node.bonusRoom === undefined ? null : inUnits(parse(node.bonusRoom)!, rounding.scale, 'DOWN');
  if (parse(node.weight)![0] === 0n) return room !== null && sum > room ? room : sum;
  const most = weight + (room ?? 0n);
  return sum < 0n ? 0n : sum > most ? most : sum;
}

function occurred(node: CountedNode, inputs: Inputs, { rounding }: SchemeTree, struck: string[]): Known<bigint> {
  let times: Fraction | undefined;
  if (node.figure === null) {
    const notes = inputs.occurrences[node.key] ?? [];
    if (notes.some((note) => !(note.times >= 1) || note.times % 1 !== 0 || note.reason.trim() === '')) return unknown;
    times = fraction(notes.reduce((all, note) => all + BigInt(note.times), 0n));
  } else {
    const { part, whole } = inputs.figures[node.figure] ?? {};
    times = parse(part);
    const of = whole === null ? nought : parse(whole);
    if (!times || !of || times[1] !== 1n || times[0] < 0n || of[0] < 0n) return unknown;
  }
  if (node.kind === 'VETO') {
    if (times[0] > 0n) struck.push(node.capsAt);
    return 0n;
  }
  const all = multiply(times, parse(node.each)!);
  const points = inUnits(less(parse(node.cap)!, all) ? parse(node.cap)! : all, rounding.scale, 'DOWN');
  return node.kind === 'BONUS' ? points : -points;
}

function judged(row: Row, tree: SchemeTree, inputs: Inputs, formulas: ReadonlyMap<string, Listed>): Known<bigint> {
  const { scale, mode } = tree.rounding;
  const changed = inputs.moderated[row.node.key];
  if (changed) {
    const given = parse(changed.points);
    if (!given || given[0] < 0n || !changed.reason.trim()) return unknown;
    const units = inUnits(given, scale, 'DOWN');
    return units <= row.weight && same([units, 10n ** BigInt(scale)], given) ? units : unknown;
  }
  const share = shareOf(row.node, tree, inputs, formulas);
  return share === unknown ? unknown : inUnits(multiply(share, [row.weight, 10n ** BigInt(scale)]), scale, mode);
}

function shareOf(node: SchemeNode, tree: SchemeTree, inputs: Inputs, formulas: ReadonlyMap<string, Listed>) {
  if (node.kind === 'METRIC') return measured(node, tree, inputs, formulas);
  if (node.kind === 'RUBRIC') return scored(node, tree, inputs.scores[node.key] ?? []);
  if (node.kind === 'BALLOT') return voted(node, inputs.votes[node.key] ?? {});
  return unknown;
}

function measured(
  node: Extract<SchemeNode, { kind: 'METRIC' }>,
  { rounding }: SchemeTree,
  { figures }: Inputs,
  formulas: ReadonlyMap<string, Listed>,
): Known<Fraction> {
  const given = figures[node.figure];
  const part = parse(given?.part);
  const of = given?.whole == null ? null : parse(given.whole);
  if (!part || of === undefined || part[0] < 0n) return unknown;
  if (of === null ? node.unit === 'PERCENT' : of[0] <= 0n) return unknown;
  const times: Fraction = node.unit === 'PERCENT' ? [100n, 1n] : unity;
  const value = of === null ? part : multiply(divide(part, of), times);
  const { mapping } = node;
  if (mapping.by === 'STEPPED') {
    const [band] = mapping.bands.filter(({ to }) => to === null || less(value, parse(to)!));
    return parse(band!.share)!;
  }
  const weight = parse(node.weight)!;
  if (mapping.by === 'LINEAR') {
    const [nothing, all] = [parse(mapping.from)!, parse(mapping.to)!];
    const minus = ([over, under]: Fraction): Fraction => [-over, under];
    return inside(divide(add(value, minus(nothing)), add(all, minus(nothing))), unity);
  }
  const gave = run(formulas.get(mapping.formula)!, { value, part, whole: of, weight }, rounding.mode);
  return gave === unknown ? unknown : divide(inside(gave, weight), weight);
}

const inside = (value: Fraction, most: Fraction) => (value[0] < 0n ? nought : less(most, value) ? most : value);

function run(formula: Listed, values: Readonly<Record<string, Fraction | null>>, mode: string): Known<Fraction> {
  if (typeof formula === 'string') {
    const value = formula in values ? values[formula] : parse(formula);
    return value ?? unknown;
  }
  const [name, ...rest] = formula;
  if (name === '?') {
    const [comparison, yes, no] = rest as [readonly [string, Listed, Listed], Listed, Listed];
    const left = run(comparison[1], values, mode);
    const right = run(comparison[2], values, mode);
    if (left === unknown || right === unknown) return unknown;
    const way = less(left, right) ? '<' : less(right, left) ? '>' : '=';
    const ways: Record<string, string> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '==': '=', '!=': '<>' };
    return run(ways[comparison[0]]!.includes(way) ? yes : no, values, mode);
  }
  const given = rest.map((one) => run(one, values, mode));
  if (given.includes(unknown)) return unknown;
  const [a, b, c] = given as [Fraction, Fraction, Fraction];
  const ordered = (given as Fraction[]).toSorted((one, other) => (less(one, other) ? -1 : less(other, one) ? 1 : 0));
  switch (name) {
    case '+':
      return add(a, b);
    case '-':
      return given.length === 1 ? [-a[0], a[1]] : add(a, [-b[0], b[1]]);
    case '*':
      return multiply(a, b);
    case '/':
      return b[0] === 0n ? unknown : divide(a, b);
    case 'min':
      return ordered[0]!;
    case 'max':
      return ordered.at(-1)!;
    case 'clamp': {
      const raised = less(a, b) ? b : a;
      return less(c, raised) ? c : raised;
    }
    default: {
      const places = Number((b ?? nought)[0]);
      return fraction(inUnits(a, places, mode), 10n ** BigInt(places));
    }
  }
}

function scored(
  node: Extract<SchemeNode, { kind: 'RUBRIC' }>,
  tree: SchemeTree,
  scores: readonly Score[],
): Known<Fraction> {
  const how: Aggregation = node.scorers ?? tree.scorers;
  const weight = parse(node.weight)!;
  const shares: { role: string; share: Fraction }[] = [];
  for (const { role, level, points } of scores) {
    const share =
      node.entry === 'LEVEL'
        ? parse(node.levels.find(({ key }) => key === level)?.share)
        : ofPoints(points, weight, tree);
    if (!share) return unknown;
    if (how.by === 'ROLES' && !how.roles.some((one) => one.role === role)) return unknown;
    shares.push({ role, share });
  }
  if (!shares.length || new Set(scores.map(({ scorer }) => scorer)).size < scores.length) return unknown;
  if (how.by === 'ROLES') {
    let [sum, weights] = [nought, nought];
    for (const one of how.roles) {
      const own = shares.filter(({ role }) => role === one.role).map(({ share }) => share);
      if (!own.length) continue;
      weights = add(weights, parse(one.weight)!);
      sum = add(sum, multiply(parse(one.weight)!, mean(own)));
    }
    return divide(sum, weights);
  }
  const ordered = shares.map(({ share }) => share).sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  if (how.by === 'TRIMMED' && ordered.length > 2 * how.drop)
    for (let dropped = 0; dropped < how.drop; dropped++) {
      ordered.pop();
      ordered.shift();
    }
  return mean(ordered);
}

function ofPoints(points: string | undefined, weight: Fraction, { rounding }: SchemeTree): Fraction | undefined {
  const given = parse(points);
  if (!given || given[0] < 0n || less(weight, given)) return undefined;
  const units = inUnits(given, rounding.scale, 'DOWN');
  return same([units, 10n ** BigInt(rounding.scale)], given) ? divide(given, weight) : undefined;
}

function mean(shares: readonly Fraction[]): Fraction {
  return multiply(shares.reduce(add), [1n, BigInt(shares.length)]);
}

function voted(
  node: Extract<SchemeNode, { kind: 'BALLOT' }>,
  votes: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Known<Fraction> {
  let [sum, weights] = [nought, nought];
  for (const { key, weight } of node.groups) {
    let [points, papers] = [nought, 0n];
    for (const option of node.options) {
      const cast = BigInt(votes[key]?.[option.key] ?? 0);
      if (option.share === null) continue;
      papers += cast;
      points = add(points, multiply([cast, 1n], parse(option.share)!));
    }
    if (papers === 0n) continue;
    weights = add(weights, parse(weight)!);
    sum = add(sum, multiply(parse(weight)!, divide(points, [papers, 1n])));
  }
  return weights[0] === 0n ? unknown : divide(sum, weights);
}
