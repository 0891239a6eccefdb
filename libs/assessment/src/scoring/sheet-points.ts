import { Decimal } from 'decimal.js';
import { compute, nodesOf, type Aggregation, type Inputs, type ResultNode, type SchemeTree } from '../engine';
import type { SaidOfNode } from './score-checks';
import { ScoreSource } from './scoring.enums';

/** What a sheet comes to as far as it is filled in. */
export interface SheetPoints {
  /** by key: of a group the sum of what is there already; null: nothing yet */
  readonly points: ReadonlyMap<string, string | null>;
  readonly weights: ReadonlyMap<string, string | null>;
  /** keys of those that do not apply */
  readonly notApplying: ReadonlySet<string>;
}

/**
 * Computes a sheet while it is being filled in, by the engine and what the sheet says; groups that lack something are summed
 * of what is there.
 *
 * @param known what is known besides: the assessed, figures, votes
 */
export function pointsOfSheet(
  tree: SchemeTree,
  as: ScoreSource,
  known: Pick<Inputs, 'subject' | 'figures' | 'votes'>,
  said: ReadonlyMap<string, SaidOfNode>,
): SheetPoints {
  const { root } = compute(tree, { ...known, ...inputsOfSheet(tree, as, said), moderated: {} });
  const points = new Map<string, string | null>();
  const weights = new Map<string, string | null>();
  const notApplying = new Set<string>();
  const walk = (node: ResultNode): string | null => {
    const below = node.children.map(walk).filter((each) => each !== null);
    const own = node.points ?? (node.kind === 'GROUP' && node.applies && below.length ? summed(below, tree) : null);
    points.set(node.key, own);
    weights.set(node.key, node.weight);
    if (!node.applies) notApplying.add(node.key);
    return own;
  };
  walk(root);
  return { points, weights, notApplying };
}

const summed = (parts: readonly string[], { rounding }: SchemeTree): string =>
  Decimal.sum(...parts).toFixed(rounding.scale);

function inputsOfSheet(
  tree: SchemeTree,
  as: ScoreSource,
  said: ReadonlyMap<string, SaidOfNode>,
): Pick<Inputs, 'scores' | 'occurrences'> {
  const scores: Record<string, Inputs['scores'][string]> = {};
  const occurrences: Record<string, Inputs['occurrences'][string]> = {};
  for (const { node } of nodesOf(tree.root)) {
    const one = said.get(node.key);
    if (!one) continue;
    if (one.occurrences) occurrences[node.key] = [{ times: one.occurrences, reason: one.comment || node.name.zh }];
    if (node.kind !== 'RUBRIC' || (one.level === null && one.points === null)) continue;
    const role = roleIn(node.scorers ?? tree.scorers, as);
    const value = one.level !== null ? { level: one.level } : { points: one.points! };
    scores[node.key] = [{ scorer: as, role, ...value, comment: one.comment }];
  }
  return { scores, occurrences };
}

/** A sheet by itself is computed alike whoever fills it in. */
const roleIn = (aggregation: Aggregation, as: ScoreSource): string =>
  aggregation.by === 'ROLES' ? aggregation.roles[0]!.role : as;
