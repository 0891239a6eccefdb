import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { ChangeCycle } from '../cycle/change-cycle';
import { AssessmentEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { nodesOf } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { Moderate } from './moderate';
import { AssessmentObjectionEntity } from './result.entity';
import { ComputedBecause, ObjectionState } from './result.enums';
import { resultErrors } from './result.errors';
import type { DecideObjectionInput, RaiseObjectionInput } from './result.inputs';
import { Results } from './results';

/** What the assessed says against its result while it is on notice, and what is decided on it. */
@Injectable()
export class Objections {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly moderate: Moderate,
    private readonly results: Results,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns UUID of the assessment
   * @throws UNKNOWN_ID, PERMISSION_MISSING, CYCLE_STAGE, OBJECTION_LATE, RESULT_UNKNOWN_NODE
   */
  raise(viewer: Viewer, { id: of, nodeKey: key, text: given }: RaiseObjectionInput): Promise<string> {
    return this.changes.changeAssessment(
      viewer,
      'assessment.self',
      'object',
      { id: of },
      async (assessment, cycle, tx) => {
        const { title, noticeTo, schemeVersionId } = cycle;
        if (noticeTo! < this.clock.today()) throw resultErrors.OBJECTION_LATE({ title, noticeTo: noticeTo! });
        const nodeKey = key ?? null;
        if (nodeKey !== null) {
          const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId });
          if (!nodesOf(tree.root).some(({ node }) => node.key === nodeKey))
            throw resultErrors.RESULT_UNKNOWN_NODE({ key: nodeKey });
        }
        const raisedAt = this.clock.now();
        const text = given.trim();
        const { id: assessmentId, associationId, organizationId } = assessment;
        await tx.insert(AssessmentObjectionEntity, {
          id: newId(raisedAt.getTime()),
          ...{ associationId, assessmentId, organizationId, nodeKey, text, raisedAt },
          raisedBy: viewer.account.name,
          raisedByAccountId: viewer.account.id,
          state: ObjectionState.OPEN,
        });
        const data = { nodeKey };
        return {
          set: {},
          action: 'assessment.object',
          step: { kind: AssessmentStepKind.OBJECTED, text, data },
          after: { ...data, text },
        };
      },
    );
  }

  /**
   * @returns UUID of the assessment
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE, OBJECTION_DECIDED, RESULT_UNKNOWN_NODE, RESULT_POINTS
   */
  async decide(viewer: Viewer, input: DecideObjectionInput): Promise<string> {
    const id = localId('AssessmentObjection', input.id);
    const { upheld, points } = input;
    const answer = input.answer.trim();
    const known = await this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
      tx.findOneBy(AssessmentObjectionEntity, { id }),
    );
    if (!known) throw platformErrors.UNKNOWN_ID();
    const step = { id: globalId('Assessment', known.assessmentId) };
    return this.changes.changeAssessment(
      viewer,
      'assessment.conduct',
      'decide',
      step,
      async (assessment, cycle, tx) => {
        const objection = await tx.findOneByOrFail(AssessmentObjectionEntity, { id });
        if (objection.version !== input.version) throw platformErrors.STALE_VERSION({ current: objection.version });
        if (objection.state !== ObjectionState.OPEN) throw resultErrors.OBJECTION_DECIDED();
        const reason = answer;
        const set = upheld ? (points ?? []) : [];
        for (const { nodeKey, points: given } of set)
          await this.moderate.set(tx, viewer, cycle, assessment, {
            ...{ nodeKey, points: given, grade: null, reason, objectionId: id },
          });
        if (set.length > 0) await this.results.compute(tx, cycle, ComputedBecause.OBJECTION, [assessment.id]);
        const now = await tx.findOneByOrFail(AssessmentEntity, { id: assessment.id });
        const state = upheld ? ObjectionState.UPHELD : ObjectionState.REJECTED;
        const totals = { totalBefore: assessment.total, totalAfter: now.total };
        await tx.save(AssessmentObjectionEntity, {
          ...objection,
          ...{ state, answer, ...totals },
          decidedBy: viewer.account.name,
          decidedAt: this.clock.now(),
        });
        const data = { state, ...totals };
        return {
          set: {},
          action: 'assessment.decideObjection',
          step: { kind: AssessmentStepKind.OBJECTION_DECIDED, text: answer, data },
          before: { total: assessment.total, grade: assessment.grade },
          after: { total: now.total, grade: now.grade, state },
          reason,
        };
      },
    );
  }
}
