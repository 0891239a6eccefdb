import { insertRows } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';
import { AssessmentStepEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { compute, digest, noInputs } from '../engine';
import { AssessmentAdjustmentEntity, AssessmentObjectionEntity, AssessmentResultEntity } from '../result/result.entity';
import { ComputedBecause, ObjectionState } from '../result/result.enums';
import { AssessmentBallotEntity, AssessmentScoreEntity } from '../scoring/scoring.entity';
import { ScoreSource } from '../scoring/scoring.enums';
import { smallScheme } from './small-scheme';

/**
 * Of one assessment everything that can be said of it, as rows: each body a line that was handed in and a draft, an expert a line,
 * papers, a moderation, a result, an objection, steps.
 */
export async function lay(
  world: World,
  at: {
    /** global ids */
    readonly cycle: string;
    readonly assessment: string;
    readonly published: boolean;
    /** who wrote for the assessed */
    readonly hand: Actor;
    readonly expert: Actor;
  },
): Promise<void> {
  const { associationId, clock } = world;
  const [cycleId, assessmentId] = [localId('AssessmentCycle', at.cycle), localId('Assessment', at.assessment)];
  const now = clock.now();
  await world.write(async (tx) => {
    const [row] = await tx.query<{ place: string; conductor: string }[]>(
      `select a.organization_id as place, c.organization_id as conductor from assessment a
       join assessment_cycle c on c.id = a.cycle_id where a.id = $1`,
      [assessmentId],
    );
    const organizationId = row!.place;
    const of = () => ({ id: newId(), associationId, assessmentId, organizationId });
    const said = (nodeKey: string, source: ScoreSource, by: Actor, handedIn: boolean) => ({
      ...{ ...of(), nodeKey, source, accountId: by.accountId, scorerName: '某人', comment: '见佐证' },
      ...(nodeKey === 'drive.study' ? { points: '18', level: null } : { points: null, level: 'GOOD' }),
      submittedAt: handedIn ? now : null,
    });
    await insertRows(tx, AssessmentScoreEntity, [
      said('drive.study', ScoreSource.SELF, at.hand, true),
      said('base.files', ScoreSource.SELF, at.hand, false),
      said('drive.study', ScoreSource.VERIFIER, world.staff, true),
      said('base.files', ScoreSource.VERIFIER, world.staff, false),
      said('drive.study', ScoreSource.EXPERT, at.expert, true),
    ]);
    const papers = { MEMBERS: { YES: 20, NO: 1 }, STAFF: { YES: 5 } };
    await insertRows(tx, AssessmentBallotEntity, [{ ...of(), nodeKey: 'base.voice', papers, tellers: '王岚' }]);
    const by = { madeBy: '某人', madeAt: now };
    await insertRows(tx, AssessmentAdjustmentEntity, [
      { ...of(), nodeKey: 'drive.study', points: '17', grade: null, reason: '综合平衡', objectionId: null, ...by },
    ]);
    const result = compute(smallScheme, noInputs);
    await insertRows(tx, AssessmentResultEntity, [
      {
        ...{ ...of(), no: 1, total: '92.00', tree: result, standing: result, digest: digest(result), computedAt: now },
        reason: ComputedBecause.ASKED,
      },
    ]);
    await insertRows(tx, AssessmentObjectionEntity, [
      {
        ...{ ...of(), nodeKey: null, text: '请复核', raisedBy: '某人', raisedByAccountId: at.hand.accountId },
        ...{ raisedAt: now, state: ObjectionState.OPEN },
      },
    ]);
    const step = { associationId, cycleId, text: '测试', actorName: '某人', at: now };
    await insertRows(tx, AssessmentStepEntity, [
      { ...step, id: newId(), assessmentId, organizationId, kind: AssessmentStepKind.ADJUSTED },
      { ...step, id: newId(), assessmentId, organizationId, kind: AssessmentStepKind.RETURNED },
      {
        ...step,
        id: newId(),
        assessmentId: null,
        organizationId: row!.conductor,
        kind: AssessmentStepKind.SCORER_NAMED,
      },
    ]);
    await tx.query(`update assessment set total = 92, rank = 1, grade = 'TOP', published_at = $2 where id = $1`, [
      assessmentId,
      at.published ? now : null,
    ]);
  });
}
