import { Database, type Scope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { JobHandlers, JobStopped, type JobContext } from '@dangwu/platform/jobs';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readWorkbook } from '../sheet/read-workbook';
import { ImportBatches } from './import-batches';
import { ImportBatchEntity } from './import-batch.entity';
import { ImportState } from './import-states';
import { PersonalFiles } from './personal-files';
import { ImportSteps, silent, type ImportRun, type Source } from './import-steps';

/** The two long steps of an import. Both run as jobs, and directly from the command line. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly schedules: Schedules,
    private readonly batches: ImportBatches,
    private readonly steps: ImportSteps,
    private readonly personal: PersonalFiles,
  ) {}

  onModuleInit(): void {
    this.handlers.on('IMPORT_CHECK', (job) => this.step(job, (id, run) => this.check(job.associationId, id, run)));
    this.handlers.on('IMPORT_WRITE', (job) => this.step(job, (id, run) => this.write(job.associationId, id, run)));
    this.schedules.on('imports-settle', '* * * * *', async () => {
      await this.batches.settleAbandoned();
      await this.personal.purgeFinished();
    });
    this.schedules.on('imports-forget', '20 3 * * *', async () => void (await this.batches.forgetStaged()));
  }

  /** Reads the file, finds everything wrong with it and stages its rows: READING → CHECKED, or MAPPING. */
  check(associationId: string, id: string, run: ImportRun = silent): Promise<void> {
    return this.settling(associationId, id, () => this.readAndStage(associationId, id, run));
  }

  private async readAndStage(associationId: string, id: string, run: ImportRun): Promise<void> {
    const batch = await this.find(associationId, id, ImportState.READING);
    if (!batch) return;
    const source = await this.sourceOf(batch);
    await this.database.transaction(scopeOf(batch), (tx) => this.steps.check(tx, id, source, run));
  }

  /**
   * Checks the file again, against the data of this moment, and writes its good rows: WRITING → IMPORTED, all in one
   * transaction. A worker killed inside leaves nothing behind; the next attempt begins anew.
   *
   * @throws IMPORT_OUTDATED when a row that was good in the preview no longer is
   */
  async write(associationId: string, id: string, run: ImportRun = silent): Promise<void> {
    await this.settling(associationId, id, () => this.writeAll(associationId, id, run));
    await this.personal.purgeFinished();
  }

  private async writeAll(associationId: string, id: string, run: ImportRun): Promise<void> {
    const batch = await this.find(associationId, id, ImportState.WRITING);
    if (!batch) return;
    const source = await this.sourceOf(batch);
    await this.database.transaction(scopeOf(batch), (tx) => this.steps.write(tx, id, source, run));
  }

  private step(job: JobContext, work: (id: string, run: ImportRun) => Promise<void>): Promise<void> {
    return work(String(job.input['batchId']), {
      progress: (done, total) => job.progress(done, total),
      finish: (tx) => job.finish(tx),
    });
  }

  /** What breaks off says so on the batch. Other errors pass: the queue tries again, and at last settles what is left. */
  private async settling(associationId: string, id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof DomainError) {
        await this.batches.fail(associationId, id, error.messages);
        await this.personal.purgeFinished();
      }
      if (error instanceof JobStopped && error.why === 'cancelled') await this.batches.cancelled(associationId, id);
      throw error;
    }
  }

  private async find(associationId: string, id: string, state: ImportState): Promise<ImportBatchEntity | null> {
    const scope: Scope = { association: associationId, places: 'everywhere', account: null };
    const batch = await this.database.transaction(scope, (tx) => tx.findOneBy(ImportBatchEntity, { id }));
    // delivered a second time after the work was committed: nothing is left to do
    return batch?.state === state ? batch : null;
  }

  /** The bytes are fetched before a transaction waits for them. */
  private async sourceOf(batch: ImportBatchEntity): Promise<Source> {
    const bytes = await this.personal.read(batch);
    return () => readWorkbook(bytes);
  }
}

/**
 * The system's sight, on behalf of the account: codes and names must be compared with those of organizations that the
 * person may not maintain. What the person may write is decided by the check (`CheckContext.reaches`).
 */
const scopeOf = ({ associationId, accountId }: ImportBatchEntity): Scope => ({
  association: associationId,
  places: 'everywhere',
  account: accountId,
});
