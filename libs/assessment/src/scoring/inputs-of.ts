import { associationZone } from '@dangwu/platform/clock';
import type { EntityManager } from 'typeorm';
import type { AssessmentEntity } from '../cycle/cycle.entity';
import {
  nodesOf,
  noInputs,
  type FigureInput,
  type Inputs,
  type Occurrence,
  type SchemeTree,
  type Score,
} from '../engine';
import { engineDecimal } from './engine-decimal';
import { countedScores, type KeptScore } from './counted-scores';

/** Who is assessed, as far as inputs depend on it. */
export type Assessed = Pick<AssessmentEntity, 'id' | 'organizationType' | 'tier' | 'duties'>;

/**
 * What assessments are computed from, without what moderation set: figures as the cycle read them, scores that were handed in,
 * votes that were counted, and what is known of the assessed. Each kind is read by one statement, for all of them.
 *
 * @param tree of the version that their cycle uses
 * @returns by UUID
 */
export async function inputsOf(
  tx: EntityManager,
  tree: SchemeTree,
  assessments: readonly Assessed[],
): Promise<ReadonlyMap<string, Inputs>> {
  const ids = assessments.map(({ id }) => id);
  const figures = await figuresOf(tx, ids);
  const scores = await scoresOf(tx, ids);
  const votes = await votesOf(tx, ids);
  return new Map(
    assessments.map(({ id, organizationType, tier, duties }) => [
      id,
      {
        ...noInputs,
        subject: { type: organizationType, tier, duties },
        figures: figures.get(id) ?? {},
        ...saidOf(tree, scores.get(id) ?? []),
        votes: votes.get(id) ?? {},
      },
    ]),
  );
}

/** What was said of one assessed, as the engine takes it. */
export function saidOf(tree: SchemeTree, kept: readonly KeptScore[]): Pick<Inputs, 'scores' | 'occurrences'> {
  const scores: Record<string, readonly Score[]> = {};
  const occurrences: Record<string, readonly Occurrence[]> = {};
  const byNode = new Map<string, KeptScore[]>();
  for (const one of kept) byNode.set(one.nodeKey, [...(byNode.get(one.nodeKey) ?? []), one]);
  for (const { node } of nodesOf(tree.root)) {
    const said = byNode.get(node.key) ?? [];
    if (node.kind === 'RUBRIC' && said.length) scores[node.key] = countedScores(said, node.scorers ?? tree.scorers);
    if (!('figure' in node) || node.kind === 'METRIC' || node.figure !== null) continue;
    const noted = body(said);
    if (noted?.occurrences) occurrences[node.key] = [{ times: noted.occurrences, reason: noted.comment }];
  }
  return { scores, occurrences };
}

/** The verifier's word stands over that of the assessed. */
const body = (said: readonly KeptScore[]): KeptScore | undefined =>
  said.find(({ source }) => source === 'VERIFIER') ?? said.find(({ source }) => source === 'SELF');

type ByAssessment<T> = Map<string, Record<string, T>>;

function put<T>(all: ByAssessment<T>, id: string, key: string, value: T): void {
  const one = all.get(id) ?? {};
  one[key] = value;
  all.set(id, one);
}

const moments = new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone, dateStyle: 'short', timeStyle: 'short' });

async function figuresOf(tx: EntityManager, ids: readonly string[]): Promise<ByAssessment<FigureInput>> {
  const rows = await tx.query<
    { id: string; figure: string; part: string; whole: string | null; rows: number; takenAt: Date }[]
  >(
    `select assessment_id as id, figure, part::text as part, whole::text as whole, row_count as rows, taken_at as "takenAt"
     from metric_snapshot where assessment_id = any($1) and deleted_at is null order by figure`,
    [ids],
  );
  const all: ByAssessment<FigureInput> = new Map();
  for (const { id, figure, part, whole, rows: counted, takenAt } of rows)
    put(all, id, figure, {
      part: engineDecimal(part),
      whole: whole && engineDecimal(whole),
      rows: counted,
      asOf: moments.format(takenAt),
    });
  return all;
}

/**
 * Of sheets that were handed in: those of experts who were removed since count, those of experts who have to keep away since
 * stay on record and do not.
 */
async function scoresOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, KeptScore[]>> {
  const rows = await tx.query<(KeptScore & { id: string })[]>(
    `select s.assessment_id as id, s.node_key as "nodeKey", s.source, s.account_id as "accountId", r.role, s.level,
       s.points::text as points, s.occurrences, s.comment
     from assessment_score s join assessment a on a.id = s.assessment_id
     left join lateral (
       select c.id, c.role, c.recused from assessment_scorer c
       where s.source = 'EXPERT' and c.cycle_id = a.cycle_id and c.account_id = s.account_id and c.deleted_at is null
       order by c.removed_at desc nulls first limit 1) r on a.organization_id <> all (r.recused)
     where s.assessment_id = any($1) and s.submitted_at is not null and s.deleted_at is null
       and (s.source <> 'EXPERT' or r.id is not null)
     order by s.node_key, s.account_id`,
    [ids],
  );
  const all = new Map<string, KeptScore[]>();
  for (const { id, ...score } of rows) {
    const one = all.get(id);
    if (one) one.push(score);
    else all.set(id, [score]);
  }
  return all;
}

type Papers = Record<string, Record<string, number>>;

/** Of votes that were counted, in this system group by group, or by hand. */
async function votesOf(tx: EntityManager, ids: readonly string[]): Promise<ByAssessment<Papers>> {
  const all: ByAssessment<Papers> = new Map();
  const rows = await tx.query<{ id: string; nodeKey: string; papers: Papers }[]>(
    `select assessment_id as id, node_key as "nodeKey", papers from assessment_ballot
     where assessment_id = any($1) and deleted_at is null and papers is not null order by node_key, group_key`,
    [ids],
  );
  for (const { id, nodeKey, papers } of rows) put(all, id, nodeKey, { ...all.get(id)?.[nodeKey], ...papers });
  return all;
}
