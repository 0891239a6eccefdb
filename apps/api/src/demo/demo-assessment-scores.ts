import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScoreEntity,
  CycleStage,
  cycleStages,
  figuresOf,
  MetricSnapshotEntity,
  nodesOf,
  Participation,
  SchemeVersionEntity,
  ScoreSource,
  type RubricNode,
} from '@dangwu/assessment';
import { figureOf } from '@dangwu/figures';
import { insertRows, updateRow } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';

interface Scoring {
  readonly staff: DemoAccount;
  readonly experts: readonly DemoAccount[];
}

/** Why points are cut, as people say it. */
const reasons = ['个别会议记录不完整，已督促补齐。', '计划有，分工没有落到人。', '经验做法还没有总结成文。'];

const takesPart = ({ participation }: AssessmentEntity): boolean =>
  participation === Participation.REQUIRED || participation === Participation.OPTED_IN;
const past = ({ stage }: AssessmentCycleEntity, other: CycleStage): boolean =>
  cycleStages.indexOf(stage) > cycleStages.indexOf(other);

/** What was said so far: self-assessments, what the organization above says of them, what experts give. */
export async function addScores(
  tx: EntityManager,
  cycle: AssessmentCycleEntity,
  assessed: readonly AssessmentEntity[],
  { staff, experts }: Scoring,
): Promise<void> {
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  const judged = nodesOf(tree.root).flatMap(({ node }) => (node.kind === 'RUBRIC' ? [node] : []));
  const rows: Partial<AssessmentScoreEntity>[] = [];
  for (const [i, one] of assessed.filter(takesPart).entries()) {
    const selfDone = past(cycle, CycleStage.SELF_ASSESSMENT) || i % 3 === 0;
    const verified = past(cycle, CycleStage.VERIFICATION);
    // half of the experts' sheets are in while they score
    const scoredBy = past(cycle, CycleStage.EXPERT_REVIEW) ? experts : i % 2 === 0 ? experts.slice(0, 1) : [];
    const on = (offset: number): Date => new Date(cycle.createdAt.getTime() + offset * 86_400_000);
    const by = (source: ScoreSource, who: DemoAccount, offset: number, cut: number): void => {
      for (const [n, node] of judged.entries())
        rows.push(scoreOf(one, node, source, who, on(offset), i * 7 + n * 3 + cut));
    };
    if (selfDone) by(ScoreSource.SELF, staff, 4 + (i % 5), 0);
    if (verified) by(ScoreSource.VERIFIER, staff, 14, 1);
    for (const [n, expert] of verified ? scoredBy.entries() : [])
      if (expert.at !== one.organizationId) by(ScoreSource.EXPERT, expert, 20, n + 2);
    const late = i === 1;
    await updateRow(tx, AssessmentEntity, one.id, {
      selfSubmittedAt: selfDone ? on(4 + (i % 5)) : null,
      selfLate: selfDone && late,
      verifiedAt: verified ? on(14) : null,
    });
  }
  await insertRows(tx, AssessmentScoreEntity, rows);
}

/** Mostly good, now and then less, always the same. */
function scoreOf(
  { id: assessmentId, associationId, organizationId }: AssessmentEntity,
  { key: nodeKey, entry, levels, weight }: RubricNode,
  source: ScoreSource,
  { id: accountId, name: scorerName }: DemoAccount,
  submittedAt: Date,
  seed: number,
): Partial<AssessmentScoreEntity> {
  const cut = source === ScoreSource.SELF ? (seed % 11 === 0 ? 1 : 0) : [0, 0, 1, 0, 1, 0, 2][seed % 7]!;
  const points = entry === 'POINTS' ? String(Math.max(0, Number(weight) - cut)) : null;
  const level = entry === 'LEVEL' ? (levels[Math.min(cut, levels.length - 1)]?.key ?? null) : null;
  return {
    id: newId(),
    ...{
      associationId,
      assessmentId,
      organizationId,
      nodeKey,
      source,
      accountId,
      scorerName,
      level,
      points,
      submittedAt,
    },
    ...{ occurrences: null, evidence: [], comment: cut > 0 ? reasons[seed % reasons.length]! : '' },
  };
}

/** The figures of the period as they stand, each organization with those it leads. */
export async function readFigures(
  tx: EntityManager,
  cycle: AssessmentCycleEntity,
  assessed: readonly AssessmentEntity[],
  today: string,
): Promise<void> {
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  const of = assessed.filter(takesPart);
  for (const key of figuresOf(tree)) {
    const figure = figureOf(key);
    if (!figure) continue;
    const values = await tx.query<{ id: string; part: string; whole: string | null; rows: number }[]>(
      `with counted as (select * from (${figure.records ?? figure.rows}) c
         where day between $2::date and $3::date and $1::date is not null)
       select o.id, trim_scale(round(coalesce(sum(c.part), 0), 6))::text as part, trim_scale(round(sum(c.whole), 6))::text as whole, count(c.organization_id)::int as rows
       from party_organization o
       left join party_organization b on starts_with(b.leads_path, o.leads_path)
       left join counted c on c.organization_id = b.id
       where o.id = any($4) group by o.id`,
      [today, cycle.periodFrom, cycle.periodTo, of.map(({ organizationId }) => organizationId)],
    );
    const by = new Map(values.map((value) => [value.id, value]));
    await insertRows(
      tx,
      MetricSnapshotEntity,
      of.map(({ id: assessmentId, organizationId, associationId }) => {
        const { part, whole, rows } = by.get(organizationId)!;
        const rate = figure.unit === 'PERCENT' || figure.ratio;
        return {
          id: newId(),
          ...{ associationId, assessmentId, organizationId, figure: key, part },
          ...{ whole: rate ? (whole ?? '0') : whole, rowCount: rows, takenAt: cycle.snapshotAt! },
        };
      }),
    );
  }
}
