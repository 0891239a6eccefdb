import { Access, type Permission, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cyclePossible, type CycleAct } from './cycle-lifecycle';
import { cancelledWords, cycleActWords, stageWords } from './cycle-words';
import { AssessmentCycleEntity, AssessmentEntity, AssessmentStepEntity } from './cycle.entity';
import { AssessmentStepKind, type CycleStage } from './cycle.enums';
import { cycleErrors } from './cycle.errors';

/** What readers are told of. */
export interface CycleNote {
  readonly kind: AssessmentStepKind;
  readonly text?: string | null;
  readonly stage?: CycleStage;
  readonly dueOn?: string;
  readonly data?: Record<string, unknown>;
}

/** What is done to a cycle. */
export interface CycleChange {
  readonly set: Partial<AssessmentCycleEntity>;
  readonly action: string;
  readonly steps?: readonly CycleNote[];
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
  readonly reason?: string | null;
}

/** What is done to one assessment in it. */
export interface AssessmentChange {
  readonly set: Partial<AssessmentEntity>;
  readonly action: string;
  readonly step?: CycleNote;
  readonly reason?: string | null;
}

export interface CycleStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** Who acts: a person, or the system by itself. */
export type CycleActor = Pick<Viewer, 'association' | 'account'>;

/** The frame of all writes of cycles: rights, lock, version, stage, the row, steps, the audit event, a live event. */
@Injectable()
export class ChangeCycle {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * What whoever conducts it does to a cycle.
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    act: CycleAct,
    step: CycleStep,
    work: (tx: EntityManager, cycle: AssessmentCycleEntity) => Promise<CycleChange>,
  ): Promise<string> {
    const { id } = await this.find(viewer, step.id);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const cycle = await locked(tx, id);
      if (cycle.version !== step.version) throw platformErrors.STALE_VERSION({ current: cycle.version });
      refuseImpossible(act, cycle);
      const change = await work(tx, cycle);
      await this.apply(tx, viewer, cycle, change);
      return id;
    });
  }

  /** Writes a change of a cycle that the transaction holds. */
  async apply(
    tx: EntityManager,
    actor: CycleActor | null,
    cycle: AssessmentCycleEntity,
    { set, action, steps = [], before, after, reason }: CycleChange,
  ): Promise<void> {
    await tx.save(AssessmentCycleEntity, { ...cycle, ...set });
    const changed = Object.keys(set) as (keyof AssessmentCycleEntity)[];
    await this.leave(tx, actor, cycle, {
      action,
      steps,
      reason,
      before: before ?? Object.fromEntries(changed.map((field) => [field, cycle[field]])),
      after: after ?? { ...set },
    });
  }

  /**
   * What is done to one assessment, where it stands.
   * @param permission held at the assessed organization; `assessment.conduct`: where the cycle is conducted
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE, and what `work` refuses
   */
  async changeAssessment(
    viewer: Viewer,
    permission: Permission,
    act: CycleAct,
    step: CycleStep,
    work: (assessment: AssessmentEntity, cycle: AssessmentCycleEntity) => AssessmentChange,
  ): Promise<string> {
    const { id } = await this.findAssessment(viewer, permission, step.id);
    return this.database.transaction(viewer.scope(permission), async (tx) => {
      const assessment = await tx.findOne(AssessmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!assessment) throw platformErrors.UNKNOWN_ID();
      if (assessment.version !== step.version) throw platformErrors.STALE_VERSION({ current: assessment.version });
      const cycle = await tx.findOneByOrFail(AssessmentCycleEntity, { id: assessment.cycleId });
      refuseImpossible(act, cycle);
      await this.applyTo(tx, viewer, cycle, assessment, work(assessment, cycle));
      return id;
    });
  }

  /** Writes a change of an assessment that the transaction holds. */
  async applyTo(
    tx: EntityManager,
    actor: CycleActor | null,
    cycle: AssessmentCycleEntity,
    assessment: AssessmentEntity,
    { set, action, step, reason }: AssessmentChange,
  ): Promise<void> {
    await tx.save(AssessmentEntity, { ...assessment, ...set });
    const { id: subjectId, organizationId, subjectName } = assessment;
    if (step) await this.note(tx, actor, cycle, [{ ...step, assessmentId: subjectId, organizationId }]);
    const changed = Object.keys(set) as (keyof AssessmentEntity)[];
    await this.audit.record(tx, {
      action,
      subjectType: 'Assessment',
      subjectId,
      subjectName,
      organizationId,
      reason,
      before: Object.fromEntries(changed.map((field) => [field, assessment[field]])),
      after: { ...set },
      associationId: cycle.associationId,
    });
    await this.announce(tx, cycle);
  }

  /** Who may see it but not conduct it is told so; to others it does not exist. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async find(viewer: Viewer, global: string): Promise<AssessmentCycleEntity> {
    const id = localId('AssessmentCycle', global);
    const cycle = await this.database.transaction(viewer.scope('assessment.read'), (tx) =>
      tx.findOneBy(AssessmentCycleEntity, { id }),
    );
    if (!cycle) throw platformErrors.UNKNOWN_ID();
    this.access.require(viewer, 'assessment.conduct', await this.access.place(null, viewer, cycle.organizationId));
    return cycle;
  }

  /** The same of an assessment. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async findAssessment(viewer: Viewer, permission: Permission, global: string): Promise<AssessmentEntity> {
    const id = localId('Assessment', global);
    const assessment = await this.database.transaction(viewer.scope('assessment.read'), (tx) =>
      tx.findOneBy(AssessmentEntity, { id }),
    );
    // what is being prepared is seen by whoever conducts it alone
    const found =
      assessment ??
      (await this.database.transaction(viewer.scope('assessment.conduct'), (tx) =>
        tx.findOneBy(AssessmentEntity, { id }),
      ));
    if (!found) throw platformErrors.UNKNOWN_ID();
    const at = permission === 'assessment.conduct' ? await this.conductor(viewer, found) : found.organizationId;
    this.access.require(viewer, permission, await this.access.place(null, viewer, at));
    return found;
  }

  private async conductor(viewer: Viewer, { cycleId }: AssessmentEntity): Promise<string> {
    const scope = viewer.scope('assessment.read');
    const cycle = await this.database.transaction(scope, (tx) => tx.findOneBy(AssessmentCycleEntity, { id: cycleId }));
    if (!cycle) throw platformErrors.UNKNOWN_ID();
    return cycle.organizationId;
  }

  /** What every write of a cycle leaves behind it. */
  async leave(
    tx: EntityManager,
    actor: CycleActor | null,
    cycle: AssessmentCycleEntity,
    { action, steps = [], before = {}, after = {}, reason }: Omit<CycleChange, 'set'>,
  ): Promise<void> {
    await this.note(tx, actor, cycle, steps);
    const { id: subjectId, associationId, organizationId, title: subjectName } = cycle;
    const subject = { subjectType: 'AssessmentCycle', subjectId, subjectName, organizationId };
    await this.audit.record(tx, { action, ...subject, reason, before, after, associationId });
    await this.announce(tx, cycle);
  }

  /** Steps of the cycle as a whole, or of one assessment in it. */
  async note(
    tx: EntityManager,
    actor: CycleActor | null,
    { id: cycleId, associationId, organizationId }: AssessmentCycleEntity,
    notes: readonly (CycleNote & { readonly assessmentId?: string; readonly organizationId?: string })[],
  ): Promise<void> {
    const now = this.clock.now();
    for (const [i, { kind, text = null, stage, dueOn, data, assessmentId = null, ...at }] of notes.entries()) {
      const facts = { ...data, ...(stage && { stage }), ...(dueOn && { dueOn }) };
      await tx.insert(AssessmentStepEntity, {
        id: newId(now.getTime()),
        ...{ associationId, cycleId, assessmentId, kind, text },
        organizationId: at.organizationId ?? organizationId,
        data: Object.keys(facts).length > 0 ? (facts as object) : null,
        actorName: actor?.account.name ?? '',
        at: now,
        // of one write the later stands later
        createdAt: () => `now() + ${i} * interval '1 millisecond'`,
      });
    }
  }

  private announce(tx: EntityManager, { id, associationId }: AssessmentCycleEntity): Promise<void> {
    const event = { kind: 'assessment', id: globalId('AssessmentCycle', id), associationId };
    return this.live.publish(tx, { to: 'association', ...event });
  }
}

/** @throws UNKNOWN_ID */
export async function locked(tx: EntityManager, id: string): Promise<AssessmentCycleEntity> {
  const cycle = await tx.findOne(AssessmentCycleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!cycle) throw platformErrors.UNKNOWN_ID();
  return cycle;
}

/** @throws CYCLE_STAGE */
export function refuseImpossible(act: CycleAct, { title, stage, cancelledAt }: AssessmentCycleEntity): void {
  if (cyclePossible(act, { stage, cancelledAt })) return;
  const [is, done] = [cancelledAt ? cancelledWords : stageWords[stage], cycleActWords[act]];
  throw cycleErrors.CYCLE_STAGE({ title, stageZh: is.zh, stageEn: is.en, actZh: done.zh, actEn: done.en });
}
