import { kept, type Score } from './inputs';
import type { Share } from './metric';
import { Ratio, sum, whole } from './ratio';
import type { ScoresHow, ScoreUsed } from './result';
import type { Aggregation, RubricNode } from './scheme';
import type { Scoring } from './scoring';

interface Given {
  readonly score: Score;
  readonly share: Ratio;
}

export function scoreRubric(node: RubricNode, path: string, scoring: Scoring): Share {
  const scores = kept(scoring.inputs.scores, node.key) ?? [];
  if (!scores.length) return scoring.fault('SCORES_MISSING', path);
  const aggregation = node.scorers ?? scoring.tree.scorers;
  const seen = new Set<string>();
  const given: Given[] = [];
  for (const score of scores) {
    if (seen.has(score.scorer)) scoring.fault('SCORER_TWICE', path, { scorer: score.scorer });
    else if (aggregation.by === 'ROLES' && !aggregation.roles.some(({ role }) => role === score.role))
      scoring.fault('ROLE_UNKNOWN', path, { scorer: score.scorer, role: score.role });
    else {
      const share = shareOf(node, score, path, scoring);
      if (share) given.push({ score, share });
    }
    seen.add(score.scorer);
  }
  if (given.length !== scores.length) return null;
  const counted = countedOf(given, aggregation);
  const share = aggregate(counted, aggregation);
  const how: ScoresHow = {
    by: 'SCORES',
    scores: given.map((one) => used(node, one, counted.includes(one))),
    aggregation,
    share: share.shown(),
  };
  return { share, how };
}

function shareOf(node: RubricNode, score: Score, path: string, scoring: Scoring): Ratio | null {
  const share = node.entry === 'LEVEL' ? ofLevel(node, score, path, scoring) : ofPoints(node, score, path, scoring);
  // it is told beside the points and keeps nothing from being computed: whoever is still writing sees a total
  if (share && node.commentWhenCut && share.compare(whole) < 0 && !score.comment?.trim())
    scoring.fault('COMMENT_MISSING', path, { scorer: score.scorer });
  return share;
}

function ofLevel({ levels }: RubricNode, { scorer, level }: Score, path: string, { fault }: Scoring): Ratio | null {
  const found = levels.find(({ key }) => key === level);
  return found ? Ratio.readShare(found.share)! : fault('LEVEL_UNKNOWN', path, { scorer, level: String(level) });
}

function ofPoints(node: RubricNode, { scorer, points }: Score, path: string, scoring: Scoring): Ratio | null {
  const weight = Ratio.read(node.weight)!;
  const read = readGivenPoints(points, weight, { scorer }, path, scoring);
  return read && read.over(weight);
}

/** Points that somebody gives, from 0 to `most`, with no more places than points have. */
export function readGivenPoints(
  points: unknown,
  most: Ratio,
  params: Readonly<Record<string, string>>,
  path: string,
  { tree, fault }: Scoring,
): Ratio | null {
  const { scale } = tree.rounding;
  const read = Ratio.read(points);
  const given = { ...params, given: String(points) };
  if (!read) return fault('NUMBER_MALFORMED', path, given);
  if (read.isNegative() || read.compare(most) > 0)
    return fault('POINTS_OUT_OF_RANGE', path, { ...given, most: most.text(scale) });
  if (read.round({ scale, mode: 'DOWN' }).compare(read) !== 0)
    return fault('POINTS_TOO_FINE', path, { ...given, places: String(scale) });
  return read;
}

/** All scores but the highest and lowest that are left out; of equal ones the earlier goes. */
function countedOf(given: readonly Given[], aggregation: Aggregation): readonly Given[] {
  if (aggregation.by !== 'TRIMMED' || given.length <= 2 * aggregation.drop) return given;
  const ordered = [...given].sort((a, b) => a.share.compare(b.share));
  const counted = new Set(ordered.slice(aggregation.drop, given.length - aggregation.drop));
  return given.filter((one) => counted.has(one));
}

function aggregate(counted: readonly Given[], aggregation: Aggregation): Ratio {
  if (aggregation.by !== 'ROLES') return average(counted);
  // a role in which nobody scored leaves its weight to the others
  const roles = aggregation.roles
    .map(({ role, weight }) => ({
      weight: Ratio.read(weight)!,
      of: counted.filter(({ score }) => score.role === role),
    }))
    .filter(({ of }) => of.length > 0);
  const weights = sum(roles.map(({ weight }) => weight));
  return sum(roles.map(({ weight, of }) => weight.times(average(of)))).over(weights);
}

function average(given: readonly Given[]): Ratio {
  return sum(given.map(({ share }) => share)).over(Ratio.of(given.length));
}

function used(node: RubricNode, { score, share }: Given, counted: boolean): ScoreUsed {
  return {
    scorer: score.scorer,
    role: score.role,
    level: node.levels.find(({ key }) => node.entry === 'LEVEL' && key === score.level)?.name ?? null,
    points: node.entry === 'POINTS' ? score.points! : null,
    share: share.shown(),
    counted,
    comment: score.comment?.trim() || null,
  };
}
