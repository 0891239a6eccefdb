import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ChangeCycle, type CycleActor, type CycleChange } from './change-cycle';
import { datedStages, orderOf } from './cycle-lifecycle';
import { AssessmentEntity, AssessmentStageEntity, type AssessmentCycleEntity } from './cycle.entity';
import { AssessmentStepKind, CycleStage, Participation } from './cycle.enums';

/** Moves a cycle from one stage to another: the stages with their times, and what changes for the assessed. */
@Injectable()
export class MoveCycle {
  constructor(
    private readonly changes: ChangeCycle,
    private readonly clock: Clock,
  ) {}

  /**
   * Onwards, in the transaction of whoever holds the cycle. What stands between is passed over.
   * @returns what is left to be written of the cycle itself
   */
  async onwards(
    tx: EntityManager,
    actor: CycleActor | null,
    cycle: AssessmentCycleEntity,
    to: CycleStage,
    { action, set, reason }: { action: string; set?: CycleChange['set']; reason?: string | null },
  ): Promise<CycleChange> {
    const now = this.clock.now();
    const { id: cycleId, stage } = cycle;
    await tx.update(AssessmentStageEntity, { cycleId, stage }, { endedAt: now });
    await tx.update(AssessmentStageEntity, { cycleId, stage: to }, { beganAt: now, endedAt: null });
    if (stage === CycleStage.PREPARING) await this.tell(tx, actor, cycle);
    const kind = orderOf(to) - orderOf(stage) > 1 ? AssessmentStepKind.SKIPPED : AssessmentStepKind.STAGE;
    return { set: { ...set, stage: to }, action, steps: [{ kind, stage: to, text: reason ?? null }], reason };
  }

  /**
   * Back. What stands behind the stage has not begun any more, and results are not on notice.
   * @returns what is left to be written of the cycle itself
   */
  async backwards(
    tx: EntityManager,
    { id: cycleId, digest }: AssessmentCycleEntity,
    to: CycleStage,
    reason: string,
  ): Promise<CycleChange> {
    const behind = In(datedStages.filter((stage) => orderOf(stage) > orderOf(to)));
    await tx.update(AssessmentStageEntity, { cycleId, stage: behind }, { beganAt: null, endedAt: null });
    await tx.update(AssessmentStageEntity, { cycleId, stage: to }, { endedAt: null });
    const passedOver = { cycleId, stage: to, beganAt: IsNull() };
    await tx.update(AssessmentStageEntity, passedOver, { beganAt: this.clock.now() });
    await tx.update(AssessmentEntity, { cycleId }, { publishedAt: null });
    return {
      set: { stage: to, noticeFrom: null, noticeTo: null, sealedAt: null, digest: null },
      action: 'cycle.reopen',
      // what was sealed stays known by its digest
      steps: [{ kind: AssessmentStepKind.REOPENED, stage: to, text: reason, ...(digest && { data: { digest } }) }],
      reason,
    };
  }

  /** Those below are told from now on; whoever is guided is invited. */
  private async tell(tx: EntityManager, actor: CycleActor | null, cycle: AssessmentCycleEntity): Promise<void> {
    const { id: cycleId } = cycle;
    const invited = await tx.findBy(AssessmentEntity, { cycleId, participation: Participation.INVITED });
    await tx.update(AssessmentEntity, { cycleId }, { preparing: false });
    const kind = AssessmentStepKind.INVITED;
    const notes = invited.map(({ id: assessmentId, organizationId }) => ({ kind, assessmentId, organizationId }));
    await this.changes.note(tx, actor, cycle, notes);
  }
}
