import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { callers, type CallerOfRequest } from '../audit';
import { Config } from '../config';
import { Database, systemScope } from '../database';
import { DomainError } from '../errors';
import { QueueSender, QueueWorker, strays, type Delivery } from '../queue';
import { JobHandlers, JobStopped, type JobOutcome } from './job-handlers';
import { JobRun } from './job-run';
import { JobEntity } from './job.entity';
import { Jobs } from './jobs';
import { jobErrors } from './jobs.errors';

/** The worker's half of the jobs. */
@Injectable()
export class JobRunner implements OnModuleInit {
  private readonly log = new Logger('Jobs');

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly worker: QueueWorker,
    private readonly queue: QueueSender,
  ) {}

  onModuleInit(): void {
    this.worker.consume('job', this.config.workerConcurrency, (delivery) => this.run(delivery));
    this.worker.sweep(() => this.sweep());
  }

  private async run({ id, last, signal }: Delivery): Promise<void> {
    const row = await this.claim(id);
    if (!row) return;
    const run = new JobRun(row, this.database, this.jobs, signal);
    try {
      if (row.cancelRequestedAt) return await run.settle('CANCELLED');
      const handler = this.handlers.of(row.kind);
      if (!handler) throw jobErrors.JOB_KIND_UNKNOWN({ kind: row.kind });
      const outcome: JobOutcome | void = await callers.run(callOf(row), () => handler(run));
      await run.settle('DONE', outcome ?? {});
    } catch (error) {
      await this.failed(run, error, last);
    } finally {
      run.stop();
    }
  }

  /** Refusals end the job; anything else may be passing trouble and is tried again, as far as attempts go. */
  private async failed(run: JobRun, error: unknown, last: boolean): Promise<void> {
    if (error instanceof JobStopped) {
      // Taken over, or the worker stops: whoever holds the job now writes how it ends.
      if (error.why === 'cancelled') return run.settle('CANCELLED');
      throw error;
    }
    if (error instanceof DomainError && (error.code !== 'UNAVAILABLE' || last))
      return run.settle('FAILED', { message: error.messages });
    this.log.error(
      `Job ${run.id} (${run.kind}), attempt ${run.attempt}: ${error instanceof Error ? error.stack : error}`,
    );
    if (!last) throw error;
    return run.settle('FAILED', { message: jobErrors.JOB_BROKE({ id: run.id }).messages });
  }

  private async claim(id: string): Promise<JobEntity | null> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(JobEntity)
        .set({
          state: 'RUNNING',
          attempts: () => 'attempts + 1',
          startedAt: () => 'coalesce(started_at, now())',
          beatAt: () => 'now()',
        })
        .where(`id = :id and state in ('QUEUED', 'RUNNING')`, { id })
        .execute();
      const row = affected ? await tx.findOneByOrFail(JobEntity, { id }) : null;
      if (row) await this.jobs.announce(tx, row);
      return row;
    });
  }

  private async sweep(): Promise<void> {
    await this.database.transaction(systemScope(null), async (tx) => {
      const found = await strays(
        tx,
        'job',
        `select id from job where state in ('QUEUED', 'RUNNING') and created_at < now() - interval '10 seconds'`,
      );
      for (const { id, entry } of found) {
        if (entry === 'missing') await this.queue.resend(tx, 'job', id);
        else await this.abandon(tx, id);
      }
    });
  }

  private async abandon(tx: EntityManager, id: string): Promise<void> {
    const job = await tx.findOneByOrFail(JobEntity, { id });
    const cancelled = job.cancelRequestedAt !== null;
    const { messages: message } = jobErrors.JOB_ABANDONED({ attempts: job.attempts });
    await tx.update(
      JobEntity,
      { id, attempts: job.attempts },
      { state: cancelled ? 'CANCELLED' : 'FAILED', finishedAt: () => 'now()', ...(!cancelled && { message }) },
    );
    await this.jobs.announce(tx, job);
  }
}

/** What a job does is told apart from what the same person does meanwhile, and tied to the job. */
const callOf = ({ id, kind }: JobEntity): CallerOfRequest => ({
  address: null,
  requestId: id,
  client: 'JOB',
  operation: kind,
});
