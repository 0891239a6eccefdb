import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { Clock } from '../clock';
import { LiveEvents } from '../events';
import { platformErrors } from '../errors';
import { globalId, newId } from '../ids';
import { QueueSender } from '../queue';
import { JobEntity } from './job.entity';
import { jobErrors } from './jobs.errors';

export interface NewJob {
  /** a kind that a library registered with `JobHandlers.on` */
  readonly kind: string;
  readonly accountId: string | null;
  readonly associationId: string;
  readonly input: Record<string, unknown>;
}

/** Starts and cancels jobs; the worker runs them. */
@Injectable()
export class Jobs {
  constructor(
    private readonly queue: QueueSender,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The job is there, and begins, when the transaction commits. */
  async start(tx: EntityManager, { kind, accountId, associationId, input }: NewJob): Promise<JobEntity> {
    const id = newId();
    await tx.insert(JobEntity, {
      id,
      associationId,
      accountId,
      kind,
      input: input as object,
      createdAt: this.clock.now(),
    });
    await this.queue.send(tx, 'job', id);
    await this.audit.record(tx, {
      action: 'startJob',
      // asking for an export counts, whatever becomes of it
      kind: kind.endsWith('EXPORT') ? 'EXPORT' : 'WRITE',
      subjectType: 'Job',
      subjectId: id,
      after: { kind },
      associationId,
      accountId,
    });
    return tx.findOneByOrFail(JobEntity, { id });
  }

  /**
   * Asks a job to stop. One that waits is cancelled at once, one that runs at its next progress.
   * The caller has checked whose job it is. @throws UNKNOWN_ID, JOB_FINISHED
   */
  async cancel(tx: EntityManager, id: string): Promise<JobEntity> {
    const job = await tx.findOne(JobEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!job) throw platformErrors.UNKNOWN_ID();
    if (job.finishedAt) throw jobErrors.JOB_FINISHED({ state: job.state });
    const now = this.clock.now();
    job.cancelRequestedAt ??= now;
    if (job.state === 'QUEUED') {
      job.state = 'CANCELLED';
      job.finishedAt = now;
      await this.queue.cancel(tx, 'job', id);
    }
    await tx.save(job);
    await this.audit.record(tx, { action: 'cancelJob', subjectType: 'Job', subjectId: id, after: { kind: job.kind } });
    await this.announce(tx, job);
    return tx.findOneByOrFail(JobEntity, { id });
  }

  /** Tells the consoles of the one who started it, or everybody's for the system's own. */
  async announce(tx: EntityManager, job: Pick<JobEntity, 'id' | 'accountId' | 'associationId'>): Promise<void> {
    await this.live.publish(tx, {
      to: job.accountId ?? 'association',
      associationId: job.associationId,
      kind: 'job',
      id: globalId('Job', job.id),
    });
  }
}
