import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { JobHandlers, Jobs, type JobContext, type JobOutcome } from '@dangwu/platform/jobs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChainVerification } from './chain-verification';

export const verifyJob = 'AUDIT_VERIFY';

/** The whole chain takes as long as there are events: a job, whose progress the page shows. */
@Injectable()
export class VerifyChainJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly chain: ChainVerification,
  ) {}

  onModuleInit(): void {
    this.handlers.on(verifyJob, (job) => this.run(job));
  }

  /** @returns the job's UUID */
  start(viewer: Viewer): Promise<string> {
    return this.database.transaction(viewer.scope('audit.read'), async (tx) => {
      const { id: accountId } = viewer.account;
      const job = await this.jobs.start(tx, {
        kind: verifyJob,
        accountId,
        associationId: viewer.association.id,
        input: {},
      });
      return job.id;
    });
  }

  private async run(job: JobContext): Promise<JobOutcome> {
    const progress = (done: number, total: number): Promise<void> => job.progress(done, total);
    const { ok, events, archivedEvents, findings } = await this.chain.verify(job.accountId, { progress });
    const count = events + archivedEvents;
    const message = ok
      ? { zh: `${count} 个事件都和封存时一样`, en: `${count} events, all as they were sealed` }
      : findings[0]!.text;
    return { message, result: { ok } };
  }
}
