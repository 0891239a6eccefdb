import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Database, Scope } from '../database';
import type { LocalText } from '../text';
import { JobStopped, type JobContext, type JobOutcome } from './job-handlers';
import { JobEntity, type JobState } from './job.entity';
import type { Jobs } from './jobs';

const log = new Logger('Jobs');

/** Progress reaches the row at most this often, in milliseconds. */
const pace = 500;
/** A sign of life, and a look whether somebody cancelled, for handlers that report nothing. */
const beat = 3000;

/** One attempt at a job. Its number is the fence: an attempt that another has replaced changes nothing any more. */
export class JobRun implements JobContext {
  readonly id: string;
  readonly kind: string;
  readonly input: Record<string, unknown>;
  readonly accountId: string | null;
  readonly associationId: string;
  readonly scope: Scope;
  readonly attempt: number;
  private readonly stopping = new AbortController();
  readonly signal: AbortSignal;
  private readonly timer: NodeJS.Timeout;
  private written = 0;
  private finishedInTransaction = false;

  constructor(
    private readonly row: JobEntity,
    private readonly database: Database,
    private readonly jobs: Jobs,
    claim: AbortSignal,
  ) {
    this.id = row.id;
    this.kind = row.kind;
    this.input = row.input;
    this.accountId = row.accountId;
    this.associationId = row.associationId;
    this.attempt = row.attempts;
    this.scope = { association: row.associationId, places: 'everywhere', account: row.accountId };
    this.signal = AbortSignal.any([this.stopping.signal, claim]);
    this.timer = setInterval(() => void this.live(), beat);
    // A handler that never returns must not keep a stopping worker alive.
    this.timer.unref();
    this.signal.addEventListener('abort', () => this.stop());
  }

  async progress(done: number, total?: number, message?: LocalText): Promise<void> {
    if (this.signal.aborted) throw this.stopped();
    const last = total !== undefined && done >= total;
    if (!last && Date.now() - this.written < pace) return;
    this.written = Date.now();
    const cancelled = await this.write(
      'done = $3, total = coalesce($4::integer, total), message = coalesce($5, message)',
      [done, total ?? null, message ? JSON.stringify(message) : null],
    );
    if (cancelled) throw this.stopped();
  }

  async cancelled(): Promise<boolean> {
    return this.write('done = done', []);
  }

  async finish(tx: EntityManager, outcome: JobOutcome = {}): Promise<void> {
    if (!(await this.end(tx, 'DONE', outcome))) {
      this.stopping.abort(new JobStopped('taken over'));
      throw this.stopped();
    }
    this.finishedInTransaction = true;
  }

  /** Ends the row unless the handler did so itself. */
  async settle(state: JobState, outcome: JobOutcome = {}): Promise<void> {
    if (this.finishedInTransaction && state === 'DONE') return;
    await this.database.transaction(this.scope, (tx) => this.end(tx, state, outcome));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async end(tx: EntityManager, state: JobState, { message, result, fileId }: JobOutcome): Promise<boolean> {
    const { affected } = await tx.update(
      JobEntity,
      { id: this.id, state: 'RUNNING', attempts: this.attempt },
      {
        state,
        finishedAt: () => 'now()',
        ...(state === 'DONE' && { done: () => 'coalesce(total, done)', fileId: fileId ?? null }),
        ...(result && { result: result as object }),
        // what it was at when it was stopped is no outcome
        ...(message ? { message } : state === 'CANCELLED' && { message: () => 'null' }),
      },
    );
    if (affected) await this.jobs.announce(tx, this.row);
    return affected === 1;
  }

  /** @returns whether somebody asked to cancel. @throws JobStopped when another attempt took over */
  private async write(change: string, values: unknown[]): Promise<boolean> {
    const rows = await this.database.transaction(this.scope, async (tx) => {
      const [found] = await tx.query<[{ cancelled: boolean }[], number]>(
        `update job set beat_at = now(), version = version + 1, ${change}
         where id = $1 and attempts = $2 and state = 'RUNNING'
         returning cancel_requested_at is not null as cancelled`,
        [this.id, this.attempt, ...values],
      );
      await this.jobs.announce(tx, this.row);
      return found;
    });
    const [row] = rows;
    if (!row) this.stopping.abort(new JobStopped('taken over'));
    else if (row.cancelled) this.stopping.abort(new JobStopped('cancelled'));
    if (!row) throw this.stopped();
    return row.cancelled;
  }

  /** A failure here is no failure of the job: the next sign of life comes soon. */
  private async live(): Promise<void> {
    try {
      await this.database.transaction(this.scope, async (tx) => {
        const [rows] = await tx.query<[{ cancelled: boolean }[], number]>(
          `update job set beat_at = now() where id = $1 and attempts = $2 and state = 'RUNNING'
           returning cancel_requested_at is not null as cancelled`,
          [this.id, this.attempt],
        );
        if (rows[0]?.cancelled) this.stopping.abort(new JobStopped('cancelled'));
      });
    } catch (error) {
      log.warn(`No sign of life of job ${this.id}: ${String(error)}`);
    }
  }

  private stopped(): JobStopped {
    const { reason } = this.signal as { reason: unknown };
    return reason instanceof JobStopped ? reason : new JobStopped('taken over');
  }
}
