import { Ratio } from './ratio';
import type { Result, ResultNode } from './result';
import type { DecimalText, SchemeTree, TieBreaker } from './scheme';

/** Those who are compared with one another: of one tier, say. */
export interface ComparisonGroup {
  readonly entries: readonly { readonly id: string; readonly result: Result }[];
  /** of how many the share of the best grade is taken; left out: of those with a total */
  readonly base?: number;
}

export interface Ranking {
  /** best first */
  readonly places: readonly Place[];
  /** without a total */
  readonly unplaced: readonly string[];
  readonly ties: readonly Tie[];
  readonly base: number;
  /** how many may be given the best grade; null: any number */
  readonly limit: number | null;
  /** those who are equal in everything and stand across the limit */
  readonly acrossLimit: readonly string[];
}

export interface Place {
  readonly id: string;
  /** 1 is the best; equals share one, and the next is as if they did not */
  readonly rank: number;
  readonly total: DecimalText;
  /** what is given in the end; null of a scheme without grades */
  readonly grade: string | null;
  /** its total reached the best grade, and nothing but the limit keeps it from that */
  readonly outsideLimit: boolean;
  /** shares its rank */
  readonly equal: boolean;
}

/** Equal totals, and what was looked at to tell them apart. */
export interface Tie {
  readonly total: DecimalText;
  /** in the order in which they were placed */
  readonly ids: readonly string[];
  readonly steps: readonly TieStep[];
}

export interface TieStep {
  readonly breaker: TieBreaker;
  /** those still equal when it was looked at, in the order it gave */
  readonly ids: readonly string[];
  readonly values: readonly (string | null)[];
  /** SKIPPED: one of them has no such value, so that it decides nothing */
  readonly outcome: 'SPLIT' | 'EQUAL' | 'SKIPPED';
}

interface Entry {
  readonly id: string;
  readonly result: Result;
  readonly total: Ratio;
}

/** Equals, best first. */
type Classes = readonly (readonly Entry[])[];

/**
 * The order of a comparison group, and the grades under the limit of the best one. The order in which entries are given
 * does not matter.
 */
export function rank(group: ComparisonGroup, scheme: SchemeTree): Ranking {
  const entries = group.entries
    .flatMap(({ id, result }) => (result.total === null ? [] : [{ id, result, total: Ratio.read(result.total)! }]))
    .sort((a, b) => b.total.compare(a.total) || (a.id < b.id ? -1 : 1));
  const ties: Tie[] = [];
  const classes = split(entries, ({ total }) => total).flatMap((equal) => resolve(equal, scheme, ties));
  const base = group.base ?? entries.length;
  const limit = limitOf(scheme, base);
  const { top, acrossLimit } = withinLimit(classes, scheme, limit);
  let before = 0;
  const places = classes.flatMap((equals) => {
    const place = before + 1;
    before += equals.length;
    return equals.map((entry) => placeOf(entry, place, equals.length > 1, top, scheme));
  });
  const unplaced = group.entries.filter(({ result }) => result.total === null).map(({ id }) => id);
  return { places, unplaced: unplaced.sort(), ties, base, limit, acrossLimit };
}

/** Entries in the order they come in, cut where the value changes; they come sorted by it. */
function split(entries: readonly Entry[], valueOf: (entry: Entry) => Ratio): Classes {
  const classes: Entry[][] = [];
  for (const entry of entries) {
    const last = classes.at(-1);
    if (last && valueOf(last[0]!).compare(valueOf(entry)) === 0) last.push(entry);
    else classes.push([entry]);
  }
  return classes;
}

function resolve(equal: readonly Entry[], scheme: SchemeTree, ties: Tie[]): Classes {
  if (equal.length === 1) return [equal];
  const steps: TieStep[] = [];
  const classes = refine(equal, scheme.tieBreakers, steps);
  ties.push({ total: equal[0]!.result.total!, ids: classes.flat().map(({ id }) => id), steps });
  return classes;
}

function refine(equal: readonly Entry[], [breaker, ...rest]: readonly TieBreaker[], steps: TieStep[]): Classes {
  if (!breaker || equal.length === 1) return [equal];
  const looked = equal.map((entry) => ({ entry, ...valueOf(entry.result, breaker) }));
  const values = new Map(looked.map(({ entry, value }) => [entry, value]));
  if (looked.some(({ value }) => !value)) {
    // comparing only those that have a value would put a before b and b before c, but not a before c
    steps.push(step(breaker, looked, 'SKIPPED'));
    return refine(equal, rest, steps);
  }
  const sign = breaker.by === 'FIGURE' && breaker.first === 'LOW' ? 1 : -1;
  looked.sort((a, b) => sign * a.value!.compare(b.value!) || (a.entry.id < b.entry.id ? -1 : 1));
  const classes = split(
    looked.map(({ entry }) => entry),
    (entry) => values.get(entry)!,
  );
  steps.push(step(breaker, looked, classes.length > 1 ? 'SPLIT' : 'EQUAL'));
  return classes.flatMap((one) => refine(one, rest, steps));
}

function step(
  breaker: TieBreaker,
  looked: readonly { readonly entry: Entry; readonly text: string | null }[],
  outcome: TieStep['outcome'],
): TieStep {
  return { breaker, ids: looked.map(({ entry }) => entry.id), values: looked.map(({ text }) => text), outcome };
}

function valueOf(result: Result, breaker: TieBreaker): { value: Ratio | null; text: string | null } {
  if (breaker.by === 'NODE') {
    const text = find(result.root, breaker.key)?.points ?? null;
    return { value: Ratio.read(text), text };
  }
  const figure = Object.hasOwn(result.tieFigures, breaker.figure) ? result.tieFigures[breaker.figure]! : null;
  const part = Ratio.read(figure?.part);
  if (!figure || !part) return { value: null, text: null };
  if (figure.whole === null) return { value: part, text: figure.part };
  const whole = Ratio.read(figure.whole);
  if (!whole || whole.isZero()) return { value: null, text: null };
  return { value: part.over(whole), text: `${figure.part}/${figure.whole}` };
}

function find(node: ResultNode, key: string): ResultNode | undefined {
  if (node.key === key) return node;
  for (const child of node.children) {
    const found = find(child, key);
    if (found) return found;
  }
  return undefined;
}

function limitOf({ topShare }: SchemeTree, base: number): number | null {
  if (!topShare) return null;
  const share = Ratio.readShare(topShare.share)!.times(Ratio.of(base));
  const down = Number(share.round({ scale: 0, mode: 'DOWN' }).text(0));
  return topShare.atLeastOne && base > 0 ? Math.max(1, down) : down;
}

/** Who is given the best grade: in order, as long as all who are equal fit in. */
function withinLimit(classes: Classes, scheme: SchemeTree, limit: number | null) {
  const best = scheme.grades[0]?.key;
  const reached = classes.map((equals) => equals.filter(({ result }) => result.grade === best)).filter((c) => c.length);
  const top = new Set<string>();
  for (const equals of reached) {
    const left = limit === null ? Infinity : limit - top.size;
    const across = left > 0 && equals.length > left;
    if (left <= 0 || (across && scheme.equalAtLimit === 'NEITHER'))
      return { top, acrossLimit: across ? equals.map(({ id }) => id) : [] };
    for (const { id } of equals) top.add(id);
    if (across) return { top, acrossLimit: equals.map(({ id }) => id) };
  }
  return { top, acrossLimit: [] };
}

function placeOf(
  { id, result }: Entry,
  place: number,
  equal: boolean,
  top: ReadonlySet<string>,
  { grades }: SchemeTree,
): Place {
  const outsideLimit = result.grade !== null && result.grade === grades[0]?.key && !top.has(id);
  const grade = outsideLimit ? grades[1]!.key : result.grade;
  return { id, rank: place, total: result.total!, grade, outsideLimit, equal };
}
