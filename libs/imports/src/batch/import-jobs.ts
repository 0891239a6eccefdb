import { Files } from '@dangwu/platform/files';
import { Database, type Scope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { JobHandlers, JobStopped, type JobContext } from '@dangwu/platform/jobs';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportCheck } from '../check/import-check';
import { ImportKinds } from '../import-kinds';
import { importErrors } from '../imports.errors';
import type { ImportDeclaration, WriteContext } from '../kind';
import { readWorkbook } from '../sheet/excel';
import type { Sheet } from '../sheet/sheet';
import type { FoundTable, MappingOverride } from '../table/find-table';
import { isIgnored } from '../table/headings';
import { BatchSeals } from './batch-seals';
import { correctionsOf } from './corrected-cells';
import { ImportBatches } from './import-batches';
import { ImportBatchEntity, type ShownColumn } from './import-batch.entity';
import { ImportState } from './import-states';
import { PersonalFiles } from './personal-files';
import { receiptOf, undoDays } from './receipt';
import { samplesOf } from './samples';
import { clearStage, recordWritten, stage } from './staging';

/** What a job tells about itself; the command line has none to tell. */
export interface ImportRun {
  progress(done: number, total?: number): Promise<void>;
  finish(tx: EntityManager): Promise<void>;
  /** the file's sheets, where the caller has read them already */
  readonly sheets?: readonly Sheet[];
}

/** For callers that watch nothing. */
export const silent: ImportRun = { progress: () => Promise.resolve(), finish: () => Promise.resolve() };

/** The two long steps of an import. Both run as jobs, and directly from the command line. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly handlers: JobHandlers,
    private readonly schedules: Schedules,
    private readonly kinds: ImportKinds,
    private readonly checking: ImportCheck,
    private readonly batches: ImportBatches,
    private readonly seals: BatchSeals,
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
    const sheets = run.sheets ?? (await this.sheets(batch));
    await this.database.transaction(scopeOf(batch), async (tx) => {
      const locked = await this.batches.locked(tx, id);
      if (locked?.state !== ImportState.READING) return;
      const declaration = this.kinds.of(batch.kind);
      const override = new Map(locked.override);
      const { table, missing } = await this.checking.locate(tx, declaration, sheets, override);
      const found = ({ sheet, headingRow, skipped, columns }: FoundTable): Partial<ImportBatchEntity> => ({
        sheet,
        headingRow,
        skipped,
        mapping: shownColumns({ columns, rows: table.rows }, declaration, override),
      });
      if (missing.length) {
        await clearStage(tx, id);
        await this.batches.become(tx, locked, ImportState.MAPPING, { ...found(table), ...nothing });
        return run.finish(tx);
      }
      const corrections = await correctionsOf(tx, id);
      const checked = await this.checking.run(tx, declaration, sheets, {
        places: locked.places,
        override,
        corrections,
      });
      await run.progress(0, checked.rows.length);
      await stage(tx, locked, checked, declaration, this.seals);
      await this.batches.become(tx, locked, ImportState.CHECKED, {
        ...checked.counts,
        ...found(checked.table),
        corrected: corrections.length,
        checkedAt: this.batches.now(),
      });
      await run.finish(tx);
    });
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
    const declaration = this.kinds.of(batch.kind);
    const sheets = run.sheets ?? (await this.sheets(batch));
    await this.database.transaction(scopeOf(batch), async (tx) => {
      await declaration.lock(tx, associationId);
      const locked = await this.batches.locked(tx, id);
      if (locked?.state !== ImportState.WRITING) return;
      const options = {
        places: locked.places,
        override: new Map(locked.override),
        corrections: await correctionsOf(tx, id),
      };
      const checked = await this.checking.run(tx, declaration, sheets, options);
      const shown = await tx.query<{ row: number }[]>(
        `select row from import_row where batch_id = $1 and state in ('GOOD', 'FLAGGED') order by row`,
        [id],
      );
      const good = new Map(checked.rows.flatMap((row) => (row.held ? [] : [[row.row, row] as const])));
      const lost = shown.flatMap(({ row }) => (good.has(row) ? [] : [row]));
      if (lost.length) throw importErrors.IMPORT_OUTDATED({ count: lost.length, rows: lost.slice(0, 10) });
      // rows that became good since stay out: nobody has seen them as such
      const rows = shown.map(({ row }) => good.get(row)!);
      await run.progress(0, rows.length);
      const context: WriteContext = {
        ...checked.context,
        batch: { id, associationId, fileName: batch.fileName },
        accountId: locked.confirmedBy ?? locked.accountId,
        actorName: locked.confirmedByName ?? locked.accountName,
        progress: (done) => run.progress(done, rows.length),
      };
      const written = await declaration.write(tx, rows, context);
      await recordWritten(tx, id, written);
      const count = (action: string): number => written.filter((row) => row.action === action).length;
      const counts = { created: count('CREATE'), updated: count('UPDATE'), unchanged: count('UNCHANGED') };
      const now = this.batches.now();
      await this.batches.become(tx, locked, ImportState.IMPORTED, {
        ...counts,
        writtenAt: now,
        undoableUntil: new Date(now.getTime() + undoDays * 86_400_000),
        receipt: receiptOf(declaration.name, { ...locked, ...counts }),
      });
      await run.finish(tx);
    });
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
      if (error instanceof DomainError) await this.batches.fail(associationId, id, error.messages);
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

  private async sheets({ fileId, associationId }: ImportBatchEntity): Promise<Sheet[]> {
    return readWorkbook(await this.files.read(await this.files.find(associationId, fileId!)));
  }
}

const nothing = { total: 0, good: 0, faulty: 0, blocked: 0, flagged: 0, created: 0, updated: 0, unchanged: 0 };

const shownColumns = (
  { columns, rows }: Pick<FoundTable, 'columns' | 'rows'>,
  { fields }: ImportDeclaration,
  override: MappingOverride,
): ShownColumn[] =>
  columns.map(({ column, heading, field, confidence }) => ({
    column,
    heading,
    key: field,
    field: field === null ? null : fields[field]!.name,
    certain: confidence === 1 || override.has(column) || (field === null && isIgnored(heading)),
    samples: samplesOf(rows, column),
  }));

/**
 * The system's sight, on behalf of the account: codes and names must be compared with those of organizations that the
 * person may not maintain. What the person may write is decided by the check (`CheckContext.reaches`).
 */
const scopeOf = ({ associationId, accountId }: ImportBatchEntity): Scope => ({
  association: associationId,
  places: 'everywhere',
  account: accountId,
});
