import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from './change-cycle';
import { CycleGaps } from './cycle-gaps';
import { nextStage, orderOf } from './cycle-lifecycle';
import type { CycleGap } from './cycle-parts.type';
import { stageWords } from './cycle-words';
import { AssessmentStageEntity, type AssessmentCycleEntity } from './cycle.entity';
import { AssessmentStepKind, CycleStage, cycleStages } from './cycle.enums';
import { cycleErrors } from './cycle.errors';
import type {
  AdvanceAssessmentCycleInput,
  CancelAssessmentCycleInput,
  ChangeAssessmentCycleInput,
  ReopenAssessmentCycleInput,
  TakeMetricSnapshotInput,
} from './cycle.inputs';
import { checkDeadlines, moved, type Deadline } from './deadlines';
import { DissolvedMeanwhile } from './dissolved-meanwhile';
import { MoveCycle } from './move-cycle';
import { refuseWhileVoting } from './open-votes';
import { refuseWhileReading } from './reading-now';
import { Snapshots } from './snapshots';

/** What whoever conducts a cycle does to it as a whole. Each answers the UUID. */
@Injectable()
export class ConductCycle {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly moves: MoveCycle,
    private readonly gaps: CycleGaps,
    private readonly snapshots: Snapshots,
    private readonly dissolved: DissolvedMeanwhile,
    private readonly clock: Clock,
  ) {}

  /** What it lacks before it moves on. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async missing(viewer: Viewer, global: string, to?: CycleStage | null): Promise<CycleGap[]> {
    const cycle = await this.changes.find(viewer, global);
    const target = to ?? nextStage(cycle.stage);
    if (!target || cycle.cancelledAt) return [];
    return this.database.transaction(viewer.scope('assessment.conduct'), (tx) => this.gaps.of(tx, cycle, target));
  }

  /**
   * Onwards. Where the figures were not read for all, that is done first, and the cycle moves when it is done.
   * @throws STALE_VERSION, CYCLE_STAGE, CYCLE_SKIP, CYCLE_BLOCKED, CYCLE_MISSING
   */
  advance(viewer: Viewer, { to, reason: given, ...step }: AdvanceAssessmentCycleInput): Promise<string> {
    const reason = given?.trim() || null;
    return this.changes.change(viewer, 'advance', step, async (tx, cycle) => {
      await this.dissolved.exclude(tx, cycle);
      const target = to ?? nextStage(cycle.stage)!;
      refuseSkipping(cycle, target, reason);
      const gaps = await this.gaps.of(tx, cycle, target);
      refuseMissing(cycle, gaps, reason);
      const reading =
        orderOf(target) > orderOf(CycleStage.SELF_ASSESSMENT) &&
        (await this.snapshots.begin(tx, viewer, cycle, { again: false, to: target, reason }));
      if (reading) return { set: { readingJobId: reading }, action: 'cycle.readFigures', reason };
      return this.moves.onwards(tx, viewer, cycle, target, { action: 'cycle.advance', reason });
    });
  }

  /** @throws STALE_VERSION, CYCLE_STAGE, CYCLE_BACK, CYCLE_READING, CYCLE_DEADLINES */
  reopen(viewer: Viewer, { to, deadlines, reason: given, ...step }: ReopenAssessmentCycleInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'reopen', step, async (tx, cycle) => {
      await refuseWhileReading(tx, cycle);
      if (orderOf(to) >= orderOf(cycle.stage) || to === CycleStage.PREPARING) {
        const words = stageWords[to];
        throw cycleErrors.CYCLE_BACK({ stageZh: words.zh, stageEn: words.en });
      }
      if (deadlines && deadlines.length > 0) {
        const all = moved(await deadlinesOf(tx, cycle), deadlines);
        checkDeadlines(all, this.clock.today(), to);
        await writeDeadlines(tx, cycle, deadlines);
      }
      return this.moves.backwards(tx, cycle, to, reason);
    });
  }

  /** @throws STALE_VERSION, CYCLE_STAGE, CYCLE_READING, CYCLE_VOTING */
  cancel(viewer: Viewer, { reason: given, ...step }: CancelAssessmentCycleInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'cancel', step, async (tx, cycle) => {
      await refuseWhileReading(tx, cycle);
      await refuseWhileVoting(tx, cycle);
      return {
        set: { cancelledAt: this.clock.now(), cancelReason: reason },
        action: 'cycle.cancel',
        steps: [{ kind: AssessmentStepKind.CANCELLED, text: reason }],
        reason,
      };
    });
  }

  /** @throws STALE_VERSION, CYCLE_STAGE, CYCLE_READING, CYCLE_SNAPSHOT_REASON */
  takeSnapshot(viewer: Viewer, { reason: given, ...step }: TakeMetricSnapshotInput): Promise<string> {
    const reason = given?.trim() || null;
    return this.changes.change(viewer, 'snapshot', step, async (tx, cycle) => {
      await refuseWhileReading(tx, cycle);
      const { title, snapshotAt } = cycle;
      if (snapshotAt && !reason)
        throw cycleErrors.CYCLE_SNAPSHOT_REASON({ title, at: snapshotAt.toISOString().slice(0, 10) });
      await this.dissolved.exclude(tx, cycle);
      const readingJobId = await this.snapshots.start(tx, viewer, cycle, {
        again: snapshotAt !== null,
        to: null,
        reason,
      });
      return { set: { readingJobId }, action: 'cycle.readFigures', reason };
    });
  }

  /**
   * Deadlines, and what it is called. Once those below are told of the cycle, moving a deadline needs a reason.
   * @throws STALE_VERSION, CYCLE_STAGE, CYCLE_DEADLINES, CYCLE_DEADLINE_PAST, CYCLE_DEADLINE_REASON
   */
  change(viewer: Viewer, { title, deadlines, reason: given, ...step }: ChangeAssessmentCycleInput): Promise<string> {
    const reason = given?.trim() || null;
    return this.changes.change(viewer, 'change', step, async (tx, cycle) => {
      const before = await deadlinesOf(tx, cycle);
      const due = new Map(before.map(({ stage, dueOn }) => [stage, dueOn]));
      const changed = (deadlines ?? []).filter(({ stage, dueOn }) => due.has(stage) && due.get(stage) !== dueOn);
      for (const { stage, dueOn } of changed) refuseMoving(cycle, { stage, dueOn }, due.get(stage)!, reason);
      if (changed.length > 0) {
        const first = changed.map(({ stage }) => stage).sort((a, b) => orderOf(a) - orderOf(b))[0]!;
        checkDeadlines(moved(before, changed), this.clock.today(), first);
        await writeDeadlines(tx, cycle, changed);
      }
      return {
        set: title ? { title: title.trim() } : {},
        action: 'cycle.change',
        steps: changed.map(({ stage, dueOn }) => ({ kind: AssessmentStepKind.DEADLINE, stage, dueOn, text: reason })),
        before: { title: cycle.title, ...Object.fromEntries(changed.map(({ stage }) => [stage, due.get(stage)])) },
        after: {
          title: title?.trim() ?? cycle.title,
          ...Object.fromEntries(changed.map(({ stage, dueOn }) => [stage, dueOn])),
        },
        reason,
      };
    });
  }
}

async function deadlinesOf(tx: EntityManager, { id: cycleId }: AssessmentCycleEntity): Promise<Deadline[]> {
  const rows = await tx.findBy(AssessmentStageEntity, { cycleId });
  return rows.map(({ stage, dueOn }) => ({ stage, dueOn }));
}

async function writeDeadlines(
  tx: EntityManager,
  { id: cycleId }: AssessmentCycleEntity,
  deadlines: readonly Deadline[],
): Promise<void> {
  for (const { stage, dueOn } of deadlines) await tx.update(AssessmentStageEntity, { cycleId, stage }, { dueOn });
}

function refuseMoving(
  cycle: AssessmentCycleEntity,
  { stage, dueOn: after }: Deadline,
  before: string,
  reason: string | null,
): void {
  const words = { stageZh: stageWords[stage].zh, stageEn: stageWords[stage].en };
  if (orderOf(stage) < orderOf(cycle.stage)) throw cycleErrors.CYCLE_DEADLINE_PAST(words);
  if (cycle.stage !== CycleStage.PREPARING && !reason)
    throw cycleErrors.CYCLE_DEADLINE_REASON({ ...words, before, after });
}

/** Notice and end are reached by verbs of their own. @throws CYCLE_SKIP */
function refuseSkipping({ stage }: AssessmentCycleEntity, to: CycleStage, reason: string | null): void {
  const between = cycleStages.slice(orderOf(stage) + 1, orderOf(to));
  const last = stage === CycleStage.NOTICE ? CycleStage.OBJECTION : CycleStage.MODERATION;
  const ahead = orderOf(to) > orderOf(stage) && orderOf(to) <= orderOf(last);
  if (ahead && (between.length === 0 || reason)) return;
  const skipped = between.length > 0 ? between : [to];
  throw cycleErrors.CYCLE_SKIP({
    skippedZh: skipped.map((each) => stageWords[each].zh).join('、'),
    skippedEn: skipped.map((each) => `"${stageWords[each].en}"`).join(', '),
  });
}

/** @throws CYCLE_BLOCKED, CYCLE_MISSING */
function refuseMissing({ title }: AssessmentCycleEntity, gaps: readonly CycleGap[], reason: string | null): void {
  const said = (some: readonly CycleGap[]) => ({
    title,
    missingZh: some.map(({ message }) => message.zh).join('，'),
    missingEn: some.map(({ message }) => message.en).join(', '),
  });
  const refusing = gaps.filter(({ refuses }) => refuses);
  if (refusing.length > 0) throw cycleErrors.CYCLE_BLOCKED(said(refusing));
  if (gaps.length > 0 && !reason) throw cycleErrors.CYCLE_MISSING(said(gaps));
}
