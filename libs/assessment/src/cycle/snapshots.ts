import { FigureReach, Figures, type OrganizationValue } from '@dangwu/figures';
import { Clock } from '@dangwu/platform/clock';
import { Database, insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { JobHandlers, Jobs, type JobContext, type JobOutcome } from '@dangwu/platform/jobs';
import { fillText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { ChangeCycle, locked, type CycleActor } from './change-cycle';
import { takingPart } from './cycle-gaps';
import { orderOf } from './cycle-lifecycle';
import { snapshotDone, snapshotProgress } from './cycle-words';
import { AssessmentCycleEntity, AssessmentEntity, MetricSnapshotEntity } from './cycle.entity';
import { AssessmentStepKind, type CycleStage } from './cycle.enums';
import { figuresOf } from './figures-of';
import { MoveCycle } from './move-cycle';

const kind = 'ASSESSMENT_SNAPSHOT';

/** Why figures are read. */
interface Reading {
  /** for everybody anew; else only for those of whom none were read */
  readonly again: boolean;
  /** the stage that begins when it is done */
  readonly to: CycleStage | null;
  readonly reason: string | null;
}

type Input = Reading & { readonly cycleId: string; readonly actor: { readonly id: string; readonly name: string } };

interface Subject {
  /** UUIDs */
  readonly id: string;
  readonly organizationId: string;
}

/**
 * Reads the figures of a scheme for everybody in a cycle, each with the organizations it leads, over the months of the
 * period: a statement for each figure, by a job. From then on scores rest on what was read and nothing later.
 */
@Injectable()
export class Snapshots implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly changes: ChangeCycle,
    private readonly moves: MoveCycle,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on(kind, async (job) => {
      try {
        return await this.run(job);
      } catch (error) {
        // a cycle whose figures could not be read does not wait for them
        await this.database.transaction(job.scope, (tx) =>
          tx.update(AssessmentCycleEntity, { readingJobId: job.id }, { readingJobId: null }),
        );
        throw error;
      }
    });
  }

  /** @returns the job's UUID; null: everything was read before */
  async begin(
    tx: EntityManager,
    actor: CycleActor,
    cycle: AssessmentCycleEntity,
    reading: Reading,
  ): Promise<string | null> {
    const keys = await keysOf(tx, cycle);
    const unread = cycle.snapshotAt ? await subjects(tx, cycle, keys, false) : null;
    if (unread?.length === 0) return null;
    return this.start(tx, actor, cycle, reading);
  }

  /** @returns the job's UUID */
  async start(tx: EntityManager, actor: CycleActor, cycle: AssessmentCycleEntity, reading: Reading): Promise<string> {
    const { id: accountId, name } = actor.account;
    const input: Input = { ...reading, cycleId: cycle.id, actor: { id: accountId, name } };
    const { associationId } = cycle;
    const job = await this.jobs.start(tx, { kind, accountId, associationId, input: { ...input } });
    return job.id;
  }

  private async run(job: JobContext): Promise<JobOutcome> {
    const input = job.input as unknown as Input;
    const { cycle, keys, of } = await this.database.transaction(job.scope, async (tx) => {
      const found = await tx.findOneByOrFail(AssessmentCycleEntity, { id: input.cycleId });
      const named = await keysOf(tx, found);
      return { cycle: found, keys: named, of: await subjects(tx, found, named, input.again || !found.snapshotAt) };
    });
    const values: OrganizationValue[] = [];
    for (const [done, key] of keys.entries()) {
      await job.progress(done, keys.length, snapshotProgress);
      values.push(...(await this.read(cycle, key, of)));
    }
    const message = fillText(snapshotDone, { count: of.length, figures: keys.length });
    await this.database.transaction(job.scope, async (tx) => {
      const now = await locked(tx, cycle.id);
      // whoever cancelled the cycle, or took it back, meanwhile has the last word
      if (!now.cancelledAt) await this.finish(tx, now, input, { of, values, zh: message.zh });
      await job.finish(tx, { message });
    });
    return { message };
  }

  private async finish(
    tx: EntityManager,
    cycle: AssessmentCycleEntity,
    { actor: account, to, reason }: Input,
    { of, values, zh }: { of: readonly Subject[]; values: readonly OrganizationValue[]; zh: string },
  ): Promise<void> {
    await this.write(tx, cycle, of, values);
    const actor = { association: { id: cycle.associationId }, account } as CycleActor;
    const read = { readingJobId: null, snapshotAt: this.clock.now() };
    const step = { kind: AssessmentStepKind.SNAPSHOT, text: [zh, to ? null : reason].filter(Boolean).join(' · ') };
    if (!to || orderOf(to) <= orderOf(cycle.stage)) {
      await this.changes.apply(tx, actor, cycle, { set: read, action: 'cycle.figuresRead', steps: [step], reason });
      return;
    }
    const move = await this.moves.onwards(tx, actor, cycle, to, { action: 'cycle.advance', set: read, reason });
    await this.changes.apply(tx, actor, cycle, { ...move, steps: [step, ...(move.steps ?? [])] });
  }

  private read(
    { associationId, periodFrom: from, periodTo: to }: AssessmentCycleEntity,
    key: string,
    of: readonly Subject[],
  ): Promise<OrganizationValue[]> {
    const organizationIds = of.map(({ organizationId }) => organizationId);
    const question = { keys: [key], organizationIds, from, to, reach: FigureReach.LED };
    return this.figures.ofOrganizations({ association: { id: associationId } }, question);
  }

  /** What was read before of these is put aside, not lost. */
  private async write(
    tx: EntityManager,
    { associationId }: AssessmentCycleEntity,
    of: readonly Subject[],
    values: readonly OrganizationValue[],
  ): Promise<void> {
    const takenAt = this.clock.now();
    const assessmentIds = of.map(({ id }) => id);
    await tx.update(
      MetricSnapshotEntity,
      { assessmentId: In(assessmentIds), deletedAt: IsNull() },
      { deletedAt: takenAt },
    );
    const byOrganization = new Map(of.map(({ id, organizationId }) => [organizationId, id]));
    await insertRows(
      tx,
      MetricSnapshotEntity,
      values.map(({ key, organizationId, part, whole, rows }) => ({
        id: newId(takenAt.getTime()),
        associationId,
        assessmentId: byOrganization.get(organizationId)!,
        organizationId,
        ...{ figure: key, part, whole, rowCount: rows, takenAt },
      })),
    );
  }
}

async function keysOf(tx: EntityManager, { schemeVersionId }: AssessmentCycleEntity): Promise<string[]> {
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId });
  return figuresOf(tree);
}

/** Those that take part; of them all, or those of whom no figure was read. Whoever is merely invited is not looked at. */
async function subjects(
  tx: EntityManager,
  { id: cycleId }: AssessmentCycleEntity,
  keys: readonly string[],
  all: boolean,
): Promise<Subject[]> {
  const assessed = await tx.findBy(AssessmentEntity, { cycleId, participation: In([...takingPart]) });
  if (all || keys.length === 0) return all ? assessed : [];
  const read = await tx.query<{ id: string }[]>(
    `select distinct assessment_id as id from metric_snapshot
     where assessment_id = any($1) and deleted_at is null`,
    [assessed.map(({ id }) => id)],
  );
  const known = new Set(read.map(({ id }) => id));
  return assessed.filter(({ id }) => !known.has(id));
}
