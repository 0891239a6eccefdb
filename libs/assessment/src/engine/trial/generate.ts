import fc from 'fast-check';
import type { Inputs } from '../inputs';
import type { Grade, SchemeTree } from '../scheme';
import { Assembly } from './assembly';
import { frame, name, root, unitsText, type Leaf } from './generate-parts';
import type { Listed } from './fractions';
import { spoil } from './spoil';

/** A scheme, what somebody is assessed by, and its formulas as lists. */
export interface Sample {
  readonly tree: SchemeTree;
  readonly inputs: Inputs;
  readonly formulas: ReadonlyMap<string, Listed>;
}

/** Bounds half of the time in whole points, which totals meet. */
function gradesOf(count: number, weight: string): Grade[] {
  const millionths = Number(weight) * 1e6;
  const boundsBy = (step: number): (number | null)[] =>
    Array.from({ length: count }, (_, index) =>
      index === count - 1 ? null : Math.floor((millionths * (count - index)) / (count + 1) / step) * step,
    );
  const whole = boundsBy(count % 2 ? 1e6 : 1);
  // of two that fell together neither could be told from the other
  const apart = new Set(whole).size === whole.length && !whole.includes(0);
  return (apart ? whole : boundsBy(1)).map((bound, index) => ({
    key: `grade${index}`,
    name,
    from: bound === null ? null : unitsText(bound, 6),
  }));
}

const extra: Leaf = {
  kind: 'RUBRIC',
  units: 1000,
  conditions: [],
  entry: 'LEVEL',
  scorers: { by: 'AVERAGE' },
  commentWhenCut: false,
  scores: [{ role: 'expert', level: 1, of: 0 }],
};

/**
 * Schemes in which nothing is wrong by itself, but for formulas that mix units, with inputs that give a total three times out of
 * four; of the rest one thing is spoilt.
 */
export const samples: fc.Arbitrary<Sample> = fc.tuple(root, frame).map(([made, given]) => {
  const first = new Assembly(given);
  const laid = first.node(made);
  // a root that only deducts is no scheme
  const weightless = laid.kind !== 'GROUP' || /^[0.]*$/.test(laid.weight);
  const assembly = weightless ? new Assembly(given) : first;
  const tree = weightless ? assembly.node({ ...made, children: [...made.children, extra] }) : laid;
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
  const moderated = given.moderated.flatMap(([at, points]) => {
    const [key, most] = assembly.leaves[at] ?? [];
    if (key === undefined || most === undefined) return [];
    return [[key, { points: unitsText(points % (most + 1), given.scale), reason: 'weighed' }] as const];
  });
  const { figures, scores, votes, occurrences, formulas } = assembly;
  const sound: Inputs = {
    ...{ subject: given.subject, figures, scores, votes, occurrences },
    moderated: Object.fromEntries(moderated),
  };
  return { tree: scheme, inputs: given.spoilt ? spoil(scheme, sound, ...given.spoilt) : sound, formulas };
});
