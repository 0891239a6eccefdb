import { whatDoesNotApply } from './applicability';
import { scoreBallot } from './ballot';
import type { InputFault } from './fault';
import { gradeByPoints, underVetoes } from './grades';
import { type Inputs, kept } from './inputs';
import { scoreMetric, type Share } from './metric';
import { scoreOccurrences } from './occurrences';
import { between, Ratio, sum, zero } from './ratio';
import type { Result, ResultNode, SumHow, WhyNot } from './result';
import { readGivenPoints, scoreRubric } from './rubric';
import type { CountedNode, GroupNode, SchemeNode, SchemeTree, WeightedNode } from './scheme';
import { isWeighted, nodesOf } from './scheme';
import type { Scoring } from './scoring';
import { weightsOf } from './weights';

/** Everything a node needs to be computed. */
interface Run extends Scoring {
  readonly why: ReadonlyMap<string, WhyNot>;
  readonly weights: ReadonlyMap<string, Ratio>;
  readonly vetoes: { readonly key: string; readonly capsAt: string }[];
}

/** A node with its points still as a number, for those above it. */
interface Computed {
  readonly node: ResultNode;
  readonly points: Ratio | null;
}

/**
 * Points, and how they came about, of what one organization or person was found to have done. The same scheme and inputs
 * give the same result, digit by digit, whenever and wherever they are computed.
 *
 * @param tree a scheme in which `checkScheme` finds nothing; of another the result means nothing
 */
export function compute(tree: SchemeTree, inputs: Inputs): Result {
  const faults: InputFault[] = [];
  const why = whatDoesNotApply(tree.root, inputs);
  const run: Run = {
    tree,
    inputs,
    fault: (code, path, params = {}) => {
      faults.push({ code, path, params });
      return null;
    },
    why,
    weights: weightsOf(tree.root, why, tree.rounding),
    vetoes: [],
  };
  if (why.has(tree.root.key)) run.fault('NOTHING_APPLIES', tree.root.key);
  const root = computeNode(tree.root, tree.root.key, run);
  refuseUnknownModeration(run);
  const byPoints = root.points && gradeByPoints(tree.grades, root.points);
  return {
    total: root.node.points,
    grade: byPoints && underVetoes(tree.grades, byPoints, run.vetoes),
    gradeByPoints: byPoints,
    vetoes: run.vetoes.map(({ key }) => key),
    faults,
    root: root.node,
    tieFigures: tieFigures(tree, inputs),
  };
}

function computeNode(node: SchemeNode, path: string, run: Run): Computed {
  if (run.why.has(node.key)) return notApplying(node, run);
  switch (node.kind) {
    case 'GROUP':
      return computeGroup(node, path, run);
    case 'METRIC':
      return computeShare(node, path, run, scoreMetric(node, path, run));
    case 'RUBRIC':
      return computeShare(node, path, run, scoreRubric(node, path, run));
    case 'BALLOT':
      return computeShare(node, path, run, scoreBallot(node, path, run));
    default:
      return computeCounted(node, path, run);
  }
}

function frame(node: SchemeNode, { weights, tree }: Run): Omit<ResultNode, 'how' | 'points'> {
  const { scale } = tree.rounding;
  return {
    key: node.key,
    name: node.name,
    kind: node.kind,
    applies: true,
    whyNot: null,
    declaredWeight: isWeighted(node) ? Ratio.read(node.weight)!.text(scale) : null,
    weight: weights.get(node.key)?.text(scale) ?? null,
    moderated: null,
    children: [],
  };
}

function notApplying(node: SchemeNode, run: Run): Computed {
  const children = node.kind === 'GROUP' ? node.children.map((child) => notApplying(child, run).node) : [];
  const whyNot = run.why.get(node.key)!;
  return { node: { ...frame(node, run), applies: false, whyNot, points: null, how: null, children }, points: null };
}

function computeGroup(node: GroupNode, path: string, run: Run): Computed {
  const { scale } = run.tree.rounding;
  const below = node.children.map((child) => computeNode(child, `${path}/${child.key}`, run));
  const applying = below.filter((child) => child.node.applies);
  const counts = applying.map((child) => child.points).filter((points) => points !== null);
  const children = below.map((child) => child.node);
  if (counts.length < applying.length)
    return { node: { ...frame(node, run), points: null, how: null, children }, points: null };
  const all = sum(counts);
  const points = held(node, all, run.weights.get(node.key)!);
  const difference = points.compare(all);
  const how: SumHow = {
    by: 'SUM',
    sum: all.text(scale),
    held: difference === 0 ? null : difference > 0 ? 'AT_LEAST' : 'AT_MOST',
    applying: applying.length,
    notApplying: below.length - applying.length,
  };
  return { node: { ...frame(node, run), points: points.text(scale), how, children }, points };
}

/** Between 0 and the weight with its room for bonuses; a group without weight hands on what is below 0. */
function held({ weight, bonusRoom }: GroupNode, all: Ratio, effective: Ratio): Ratio {
  const room = bonusRoom === undefined ? null : Ratio.read(bonusRoom)!;
  if (Ratio.read(weight)!.isZero()) return room ? all.min(room) : all;
  return between(all, zero, effective.plus(room ?? zero));
}

function computeShare(node: Exclude<WeightedNode, GroupNode>, path: string, run: Run, scored: Share): Computed {
  const { rounding } = run.tree;
  const weight = run.weights.get(node.key)!;
  const points = scored && scored.share.times(weight).round(rounding);
  const text = points?.text(rounding.scale) ?? null;
  const how = scored?.how ?? null;
  const moderation = kept(run.inputs.moderated, node.key);
  if (!moderation) return { node: { ...frame(node, run), points: text, how }, points };
  const given = readGivenPoints(moderation.points, weight, {}, path, run);
  const reason = moderation.reason.trim();
  if (!reason) run.fault('REASON_MISSING', path);
  const after = reason ? given : null;
  return {
    node: {
      ...frame(node, run),
      points: after?.text(rounding.scale) ?? null,
      how,
      moderated: { before: text, reason },
    },
    points: after,
  };
}

function computeCounted(node: CountedNode, path: string, run: Run): Computed {
  const scored = scoreOccurrences(node, path, run);
  if (!scored) return { node: { ...frame(node, run), points: null, how: null }, points: null };
  if (node.kind === 'VETO' && scored.occurred) run.vetoes.push({ key: node.key, capsAt: node.capsAt });
  const text = scored.points.text(run.tree.rounding.scale);
  return { node: { ...frame(node, run), points: text, how: scored.how }, points: scored.points };
}

/** Moderation of what cannot be moderated would get lost without a word. */
function refuseUnknownModeration({ tree, inputs, why, fault }: Run): void {
  const nodes = nodesOf(tree.root).map(({ node }) => node);
  for (const key of Object.keys(inputs.moderated)) {
    const node = nodes.find((one) => one.key === key);
    const moderable = node && isWeighted(node) && node.kind !== 'GROUP' && !why.has(key);
    if (!moderable) fault('MODERATED_UNKNOWN', key, { key });
  }
}

function tieFigures({ tieBreakers }: SchemeTree, { figures }: Inputs): Result['tieFigures'] {
  const named = tieBreakers.flatMap((breaker) => (breaker.by === 'FIGURE' ? [breaker.figure] : []));
  const given = named.flatMap((key) => {
    const figure = kept(figures, key);
    return figure ? [[key, { part: figure.part, whole: figure.whole }] as const] : [];
  });
  return Object.fromEntries(given);
}
