import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import type { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { nodesOf, type SchemeTree } from '../engine';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import { rankings } from './place-groups';
import { AssessmentAdjustmentEntity } from './result.entity';
import { ComputedBecause } from './result.enums';
import { resultErrors } from './result.errors';
import type { AdjustAssessmentInput, WithdrawAdjustmentInput } from './result.inputs';
import { Results } from './results';

/** What is set otherwise than it was computed. */
interface Setting {
  readonly nodeKey: string | null;
  readonly points: string | null;
  readonly grade: string | null;
  readonly reason: string;
  readonly objectionId?: string | null;
}

/** Points and grades that people set, each with its reason; what depends on them is computed at once. */
@Injectable()
export class Moderate {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly results: Results,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns UUID of the assessment
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE, RESULT_UNKNOWN_NODE, RESULT_POINTS, RESULT_GRADE,
   *   RESULT_TOP_SHARE
   */
  adjust(viewer: Viewer, { id, version, ...input }: AdjustAssessmentInput): Promise<string> {
    const setting: Setting = {
      nodeKey: input.nodeKey ?? null,
      points: input.nodeKey ? (input.points ?? '') : null,
      grade: input.nodeKey ? null : (input.grade ?? ''),
      reason: input.reason.trim(),
    };
    return this.changes.changeAssessment(
      viewer,
      'assessment.conduct',
      'adjust',
      { id, version },
      async (assessment, cycle, tx) => {
        await this.set(tx, viewer, cycle, assessment, setting);
        await this.results.compute(tx, cycle, ComputedBecause.ADJUSTED, [assessment.id]);
        const { nodeKey, points, grade, reason: text } = setting;
        const data = { nodeKey, points, grade };
        return {
          set: {},
          action: 'assessment.adjust',
          step: { kind: AssessmentStepKind.ADJUSTED, text, data },
          after: data,
          reason: text,
        };
      },
    );
  }

  /** @returns UUID of the assessment @throws UNKNOWN_ID, PERMISSION_MISSING, CYCLE_STAGE, ADJUSTMENT_WITHDRAWN */
  async withdraw(viewer: Viewer, { id: global, reason: given }: WithdrawAdjustmentInput): Promise<string> {
    const id = localId('AssessmentAdjustment', global);
    const reason = given.trim();
    const known = await this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
      tx.findOneBy(AssessmentAdjustmentEntity, { id }),
    );
    if (!known) throw platformErrors.UNKNOWN_ID();
    const step = { id: globalId('Assessment', known.assessmentId) };
    return this.changes.changeAssessment(
      viewer,
      'assessment.conduct',
      'adjust',
      step,
      async ({ id: of }, cycle, tx) => {
        const adjustment = await tx.findOneByOrFail(AssessmentAdjustmentEntity, { id });
        if (adjustment.withdrawnAt) throw resultErrors.ADJUSTMENT_WITHDRAWN();
        await tx.save(AssessmentAdjustmentEntity, { ...adjustment, withdrawnAt: this.clock.now() });
        await this.results.compute(tx, cycle, ComputedBecause.ADJUSTED, [of]);
        const { nodeKey, points, grade } = adjustment;
        const data = { nodeKey, points, grade };
        return {
          set: {},
          action: 'assessment.withdrawAdjustment',
          step: { kind: AssessmentStepKind.ADJUSTED, text: reason, data: { ...data, withdrawn: true } },
          before: data,
          after: {},
          reason,
        };
      },
    );
  }

  /** Writes a setting after it was checked; what rests on it is computed by the caller. */
  async set(
    tx: EntityManager,
    { account }: Pick<Viewer, 'account'>,
    cycle: AssessmentCycleEntity,
    assessment: AssessmentEntity,
    setting: Setting,
  ): Promise<void> {
    const version = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
    const { nodeKey, points, grade, reason, objectionId = null } = setting;
    if (nodeKey === null) await refuseGrade(tx, cycle, assessment, version, grade!);
    const madeAt = this.clock.now();
    await tx.insert(AssessmentAdjustmentEntity, {
      id: newId(madeAt.getTime()),
      associationId: assessment.associationId,
      assessmentId: assessment.id,
      organizationId: assessment.organizationId,
      ...{ nodeKey, points: points === '' ? null : points, grade, reason, objectionId },
      madeBy: account.name,
      madeAt,
    });
    if (nodeKey !== null) await this.refusePoints(tx, version.tree, assessment, nodeKey, points!);
  }

  /** The engine looks at what was set, since what an indicator may give depends on what applies. */
  private async refusePoints(
    tx: EntityManager,
    tree: SchemeTree,
    assessment: AssessmentEntity,
    key: string,
    points: string,
  ): Promise<void> {
    const node = nodesOf(tree.root).find(({ node: one }) => one.key === key)?.node;
    if (!node || !['METRIC', 'RUBRIC', 'BALLOT'].includes(node.kind)) throw resultErrors.RESULT_UNKNOWN_NODE({ key });
    const result = (await this.results.of(tx, tree, [assessment])).get(assessment.id)!;
    const fault = result.faults.find(({ path, params }) => path.endsWith(key) && params['given'] === points);
    if (!fault) return;
    const most = fault.params['most'] ?? ('weight' in node ? node.weight : '');
    throw resultErrors.RESULT_POINTS({ name: node.name.zh, most, points, scale: tree.rounding.scale });
  }
}

async function refuseGrade(
  tx: EntityManager,
  cycle: AssessmentCycleEntity,
  { id, groupKey, groupName }: AssessmentEntity,
  { schemeId, tree }: SchemeVersionEntity,
  grade: string,
): Promise<void> {
  const at = tree.grades.findIndex(({ key }) => key === grade);
  if (at < 0) throw resultErrors.RESULT_GRADE({ grade });
  if (at > 0 || !tree.topShare) return;
  const [group] = await rankings(tx, cycle, tree, [groupKey]);
  if (!group || group.ranking.limit === null) return;
  const { places, base, limit } = group.ranking;
  const given = places.filter((one) => one.id !== id && (group.given.get(one.id)?.grade ?? one.grade) === grade).length;
  if (given < limit) return;
  const { nameZh } = await tx.findOneByOrFail(AssessmentSchemeEntity, { id: schemeId });
  const { share } = tree.topShare;
  throw resultErrors.RESULT_TOP_SHARE({
    group: groupName,
    base,
    share,
    limit,
    grade: tree.grades[at]!.name.zh,
    given,
    scheme: nameZh,
  });
}
