import { createHash } from 'node:crypto';
import { figuresOf } from '../cycle/figures-of';
import {
  type BallotNode,
  type FigureInput,
  type FigureTable,
  type Inputs,
  nodesOf,
  noInputs,
  type Occurrence,
  type RubricNode,
  type SchemeTree,
  type Score,
  type Subject,
} from '../engine';
import { Ratio } from '../engine/ratio';

/** A number from 0 to 1 that is always the same for a seed and a name: what is added to a scheme changes no other. */
export type Chance = (name: string) => number;

export function chanceOf(seed: number): Chance {
  return (name) => createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** Whole numbers from `least` to `most`. */
const among = (chance: number, least: number, most: number): number => least + Math.floor(chance * (most - least + 1));

/**
 * Inputs that might have been, for everything a tree asks: figures of a branch that does fairly well, scorers who agree more or
 * less, votes, some deductions, no veto. Nothing of it is read from records.
 */
export function madeUp(tree: SchemeTree, seed: number, subject: Subject, figures: FigureTable): Inputs {
  const chance = chanceOf(seed);
  const scores: Record<string, readonly Score[]> = {};
  const votes: Record<string, Record<string, Record<string, number>>> = {};
  const occurrences: Record<string, readonly Occurrence[]> = {};
  for (const { node } of nodesOf(tree.root)) {
    if (node.kind === 'RUBRIC') scores[node.key] = scoresOf(node, tree, chance);
    else if (node.kind === 'BALLOT') votes[node.key] = votesOf(node, chance);
    else if ((node.kind === 'DEDUCTION' || node.kind === 'BONUS') && node.figure === null) {
      const times = among(chance(node.key), 0, 2);
      if (times > 0) occurrences[node.key] = [{ times, reason: noReason }];
    }
  }
  const keys = figuresOf(tree).filter((key) => Object.hasOwn(figures, key));
  const counted = keys.map((key) => [key, figureOf(key, figures[key]!, chance)] as const);
  return { ...noInputs, subject, figures: Object.fromEntries(counted), scores, votes, occurrences };
}

/** What happened was made up, and so has no reason to be told. */
export const noReason = '—';

function figureOf(key: string, { unit, rate }: FigureTable[string], chance: Chance): FigureInput {
  if (!rate) return { part: String(among(chance(key), 0, 4)), whole: null };
  const whole = among(chance(`${key} whole`), 8, 40);
  const each = unit === 'HOURS' ? among(chance(key), 16, 40) : 0.7 + 0.3 * chance(key);
  return { part: String(Math.round(whole * each)), whole: String(whole) };
}

function scoresOf(node: RubricNode, tree: SchemeTree, chance: Chance): Score[] {
  const by = node.scorers ?? tree.scorers;
  const roles = by.by === 'ROLES' ? by.roles.map(({ role }) => role) : [];
  const count = by.by === 'TRIMMED' ? 2 * by.drop + 1 : 2;
  const scorers = roles.length > 0 ? roles : Array.from({ length: count }, () => 'EXPERT');
  return scorers.map((role, i) => ({
    scorer: String(i + 1),
    role,
    ...givenBy(node, tree, chance(`${node.key} ${i}`)),
  }));
}

/** Better levels more often than worse ones, points from 60 % on. */
function givenBy(node: RubricNode, { rounding }: SchemeTree, chance: number): Pick<Score, 'level' | 'points'> {
  if (node.entry === 'LEVEL') return { level: node.levels[Math.floor(chance ** 3 * node.levels.length)]?.key };
  const share = Ratio.of(among(chance, 60, 100)).over(Ratio.of(100));
  const points = (Ratio.read(node.weight) ?? Ratio.of(0)).times(share).round({ ...rounding, mode: 'DOWN' });
  return { points: points.text(rounding.scale) };
}

function votesOf(node: BallotNode, chance: Chance): Record<string, Record<string, number>> {
  return Object.fromEntries(
    node.groups.map(({ key }) => [
      key,
      Object.fromEntries(
        node.options.map((option, i) => [
          option.key,
          among(chance(`${node.key} ${key} ${option.key}`), i === 0 ? 8 : 0, i === 0 ? 20 : 4),
        ]),
      ),
    ]),
  );
}
