import type { Inputs, Score } from '../inputs';
import type { Aggregation, CountedNode, SchemeNode, SchemeTree } from '../scheme';
import {
  add,
  between,
  divide,
  fraction,
  inside,
  inUnits,
  less,
  multiply,
  nought,
  parse,
  run,
  same,
  unity,
  unknown,
  type Fraction,
  type Known,
  type Listed,
} from './fractions';

/*
 * What assessments come to, said a second time by other means and sharing no code with the engine: fractions of BigInt in
 * lowest terms, flat rows that are walked up and down, whole units of the last place, formulas as lists that were never text.
 * Where the two differ, one of them is wrong.
 */

/** What the oracle came by that results do not tell. */
type Note = (path: string) => void;

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

export function oracle(
  tree: SchemeTree,
  inputs: Inputs,
  formulas: ReadonlyMap<string, Listed>,
  note: Note = () => undefined,
): Answer {
  const rows: Row[] = [];
  const lay = (node: SchemeNode, parent: number): void => {
    const index = rows.push({ node, parent, applies: true, weight: 0n, points: 0n }) - 1;
    if (node.kind === 'GROUP') for (const child of node.children) lay(child, index);
  };
  lay(tree.root, -1);
  decideApplying(rows, inputs);
  divideWeights(rows, tree.rounding.scale, note);
  const struck: string[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    if (!row.applies) continue;
    if (row.node.kind === 'GROUP') row.points = together(rows, index, tree);
    else if ('each' in row.node || row.node.kind === 'VETO') row.points = occurred(row.node, inputs, tree, struck);
    else row.points = judged(row, tree, inputs, formulas, note);
  }
  return answer(rows, tree, struck, note);
}

function answer(rows: readonly Row[], tree: SchemeTree, struck: readonly string[], note: Note): Answer {
  const [root] = rows;
  const total = !root!.applies || root!.points === unknown ? null : root!.points;
  let place = tree.grades.length - 1;
  if (total !== null)
    for (let index = place; index >= 0; index--) {
      const { from } = tree.grades[index]!;
      const points = fraction(total, 10n ** BigInt(tree.rounding.scale));
      if (from !== null && same(points, parse(from)!)) note('grade exactly reached');
      if (from === null || !less(points, parse(from)!)) place = index;
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

function divideWeights(rows: Row[], scale: number, note: Note): void {
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
    if (heirs.length && left > 0n) note('last places of weights given out');
    const [last, next] = [order[Number(left) - 1], order[Number(left)]];
    if (left > 0n && last !== undefined && next !== undefined && rest(last) === rest(next))
      note('… to the earlier of equals');
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

function judged(
  row: Row,
  tree: SchemeTree,
  inputs: Inputs,
  formulas: ReadonlyMap<string, Listed>,
  note: Note,
): Known<bigint> {
  const { scale, mode } = tree.rounding;
  const changed = inputs.moderated[row.node.key];
  if (changed) {
    const given = parse(changed.points);
    if (!given || given[0] < 0n || !changed.reason.trim()) return unknown;
    const units = inUnits(given, scale, 'DOWN');
    return units <= row.weight && same([units, 10n ** BigInt(scale)], given) ? units : unknown;
  }
  const share = shareOf(row.node, tree, inputs, formulas, note);
  if (share === unknown) return unknown;
  const exact = multiply(share, [row.weight, 10n ** BigInt(scale)]);
  note(`${mode}: ${between(exact, scale)}`);
  return inUnits(exact, scale, mode);
}

function shareOf(
  node: SchemeNode,
  tree: SchemeTree,
  inputs: Inputs,
  formulas: ReadonlyMap<string, Listed>,
  note: Note,
) {
  if (node.kind === 'METRIC') return measured(node, tree, inputs, formulas, note);
  if (node.kind === 'RUBRIC') return scored(node, tree, inputs.scores[node.key] ?? []);
  if (node.kind === 'BALLOT') return voted(node, inputs.votes[node.key] ?? {});
  return unknown;
}

function measured(
  node: Extract<SchemeNode, { kind: 'METRIC' }>,
  { rounding }: SchemeTree,
  { figures }: Inputs,
  formulas: ReadonlyMap<string, Listed>,
  note: Note,
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
    note(`band ${band!.from === null ? 'first' : band!.to === null ? 'last' : 'between'}`);
    if (band!.from !== null && same(value, parse(band!.from)!)) note('band exactly begun');
    return parse(band!.share)!;
  }
  const weight = parse(node.weight)!;
  if (mapping.by === 'LINEAR') {
    const [nothing, all] = [parse(mapping.from)!, parse(mapping.to)!];
    const minus = ([over, under]: Fraction): Fraction => [-over, under];
    const share = divide(add(value, minus(nothing)), add(all, minus(nothing)));
    note(
      `linear ${less(all, nothing) ? 'down' : 'up'}, ${share[0] < 0n ? 'below' : less(unity, share) ? 'above' : 'within'}`,
    );
    return inside(share, unity);
  }
  const gave = run(formulas.get(mapping.formula)!, { value, part, whole: of, weight }, rounding.mode);
  return gave === unknown ? unknown : divide(inside(gave, weight), weight);
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
  const known = (group: string, option: string, papers: number) =>
    node.groups.some(({ key }) => key === group) && node.options.some(({ key }) => key === option) && papers % 1 === 0;
  for (const [group, papers] of Object.entries(votes))
    if (!Object.entries(papers).every(([option, number]) => known(group, option, number))) return unknown;
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
