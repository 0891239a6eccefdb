import type { Permission, Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { JobHandlers, Jobs, type JobContext, type JobOutcome } from '@dangwu/platform/jobs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountViewers } from '../export/account-viewers';
import { batchErrors } from './batch.errors';
import type { Skipped, Verdicts } from './verdicts';

/** Whoever has long work to do says how far it is. */
export type Progress = (done: number) => Promise<void>;

/** One verb for many rows. */
export interface Batch<Input extends object, Prepared = unknown> {
  /** kind of its job */
  readonly job: string;
  /** so many rows are written while people wait; more by the job */
  readonly atOnce: number;
  /** what the transaction must be allowed to */
  readonly permission: Permission;
  /** the chosen rows as UUIDs @throws BATCH_EMPTY_FILTER, BATCH_NOTHING_CHOSEN, BATCH_TOO_MANY */
  choose(viewer: Viewer, input: Input): Promise<readonly string[]>;
  /** What is looked up before the transaction, which would else hold two connections. */
  prepare(viewer: Viewer, ids: readonly string[], input: Input): Promise<Prepared>;
  /** Decides each row and writes those that change. Only what cannot be done to any row is thrown. */
  carryOut(work: {
    readonly tx: EntityManager;
    readonly viewer: Viewer;
    readonly ids: readonly string[];
    readonly input: Input;
    readonly prepared: Prepared;
    /** foreseen only: what is written is taken back, so what need not be written may be left out */
    readonly trying: boolean;
    readonly progress: Progress;
  }): Promise<Verdicts>;
  /** What the rows are called in the job's message, after their number. */
  readonly rows: { readonly zh: string; readonly en: string };
}

export interface ForeseenBatch {
  readonly chosen: number;
  readonly changes: number;
  readonly unchanged: number;
  readonly along: number;
  readonly skipped: readonly Skipped[];
  readonly expected: string;
  readonly inBackground: boolean;
}

export interface DoneBatch {
  readonly changed: number;
  readonly skipped: number;
  readonly jobId: string | null;
}

/** Never leaves this file: takes everything back that was tried. */
class Tried extends Error {
  constructor(readonly verdicts: Verdicts) {
    super('tried');
  }
}

/**
 * The frame of all batches: choose, foresee, compare, write, in one transaction. What is foreseen is what will happen,
 * since it is found out by doing it and taking it back.
 */
@Injectable()
export class BatchFrame {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly viewers: AccountViewers,
  ) {}

  /** Registers the job of a batch; called once for each at start. */
  offer<Input extends object, P>(batch: Batch<Input, P>): void {
    this.handlers.on(batch.job, (job) => this.run(batch, job));
  }

  async foresee<Input extends object, P>(viewer: Viewer, batch: Batch<Input, P>, input: Input): Promise<ForeseenBatch> {
    const ids = await batch.choose(viewer, input);
    const verdicts = await this.try(viewer, batch, ids, input);
    const { chosen, changes, unchanged, along, skipped } = verdicts;
    const inBackground = ids.length > batch.atOnce;
    return { chosen, changes, unchanged, along, skipped, expected: verdicts.expected(asked(input)), inBackground };
  }

  /** @throws BATCH_STALE unless `expected` is what foreseeing it would answer now */
  async carryOut<Input extends object, P>(
    viewer: Viewer,
    batch: Batch<Input, P>,
    input: Input,
    expected: string,
  ): Promise<DoneBatch> {
    const ids = await batch.choose(viewer, input);
    if (ids.length > batch.atOnce) return this.begin(viewer, batch, input, expected);
    const prepared = await batch.prepare(viewer, ids, input);
    const verdicts = await this.database.transaction(viewer.scope(batch.permission), async (tx) => {
      const work = { tx, viewer, ids, input, prepared, trying: false, progress: () => Promise.resolve() };
      const found = await batch.carryOut(work);
      compare(found, input, expected);
      if (found.changes === 0) leavesNothing('none of the rows changes');
      return found;
    });
    return { changed: verdicts.changes, skipped: verdicts.skippedCount, jobId: null };
  }

  private async try<Input extends object, P>(
    viewer: Viewer,
    batch: Batch<Input, P>,
    ids: readonly string[],
    input: Input,
  ): Promise<Verdicts> {
    const prepared = await batch.prepare(viewer, ids, input);
    try {
      return await this.database.transaction(viewer.scope(batch.permission), async (tx) => {
        const work = { tx, viewer, ids, input, prepared, trying: true, progress: () => Promise.resolve() };
        throw new Tried(await batch.carryOut(work));
      });
    } catch (error) {
      if (error instanceof Tried) return error.verdicts;
      throw error;
    }
  }

  private async begin<Input extends object, P>(
    viewer: Viewer,
    batch: Batch<Input, P>,
    input: Input,
    expected: string,
  ): Promise<DoneBatch> {
    const { id: accountId } = viewer.account;
    const { id: associationId } = viewer.association;
    const job = await this.database.transaction(viewer.scope(batch.permission), (tx) =>
      this.jobs.start(tx, { kind: batch.job, accountId, associationId, input: { ...input, expected } }),
    );
    return { changed: 0, skipped: 0, jobId: job.id };
  }

  /** With the rights the account has when the job runs. @throws BATCH_STALE */
  private async run<Input extends object, P>(batch: Batch<Input, P>, job: JobContext): Promise<JobOutcome | void> {
    const { expected, ...rest } = job.input as { readonly expected: string };
    // the job's input is what `begin` put there
    const input = rest as unknown as Input;
    const viewer = await this.viewers.acting(job);
    const ids = await batch.choose(viewer, input);
    await job.progress(0, ids.length);
    const prepared = await batch.prepare(viewer, ids, input);
    await this.database.transaction(viewer.scope(batch.permission), async (tx) => {
      const progress = (done: number) => job.progress(Math.min(done, ids.length - 1), ids.length);
      const verdicts = await batch.carryOut({ tx, viewer, ids, input, prepared, trying: false, progress });
      compare(verdicts, input, expected);
      const { changes, skippedCount: skipped } = verdicts;
      await job.finish(tx, {
        message: {
          zh: `已变更 ${changes} ${batch.rows.zh}，跳过 ${skipped} ${batch.rows.zh}`,
          en: `${changes} ${batch.rows.en} changed, ${skipped} skipped`,
        },
        result: { changed: changes, skipped },
      });
    });
  }
}

/**
 * What makes two requests the same: everything but the paper, which may be typed after it was foreseen, and the rows,
 * which the verdicts name. Keys are sorted, as the database sorts those of a job's input.
 */
function asked(input: object): object {
  const { basis: _basis, ids: _ids, ...rest } = input as { readonly basis?: string; readonly ids?: unknown };
  return sorted(rest) as object;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

function compare(verdicts: Verdicts, input: object, expected: string): void {
  if (verdicts.expected(asked(input)) === expected) return;
  throw batchErrors.BATCH_STALE({ changes: verdicts.changes, skipped: verdicts.skippedCount });
}
