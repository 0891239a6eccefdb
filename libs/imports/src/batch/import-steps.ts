import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportCheck } from '../check/import-check';
import { ImportKinds } from '../import-kinds';
import { importErrors } from '../imports.errors';
import type { ImportDeclaration, WriteContext } from '../kind';
import { shownIn } from '../personal';
import type { Sheet } from '../sheet/sheet';
import type { FoundTable, MappingOverride } from '../table/find-table';
import { isIgnored } from '../table/headings';
import { BatchSeals } from './batch-seals';
import { correctionsOf } from './corrected-cells';
import { ImportBatches } from './import-batches';
import { ImportBatchEntity, type ShownColumn } from './import-batch.entity';
import { ImportState } from './import-states';
import { receiptOf, undoDays } from './receipt';
import { samplesOf } from './samples';
import { clearStage, recordWritten, stage } from './staging';

/** What a step tells about itself to whoever waits for it. */
export interface ImportRun {
  progress(done: number, total?: number): Promise<void>;
  finish(tx: EntityManager): Promise<void>;
  /** rows hold since the day they state of themselves, not only since the day of writing */
  readonly backdated?: boolean;
}

/** Reads the file anew: nobody holds its cells longer than they are needed. */
export type Source = () => Promise<readonly Sheet[]>;

/** For callers that watch nothing. */
export const silent: ImportRun = { progress: () => Promise.resolve(), finish: () => Promise.resolve() };

/** The two long steps of an import inside the caller's transaction, which sees the whole association. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly checking: ImportCheck,
    private readonly batches: ImportBatches,
    private readonly seals: BatchSeals,
  ) {}

  /** Finds everything wrong with the file and stages its rows: READING → CHECKED, or MAPPING. */
  async check(tx: EntityManager, id: string, source: Source, run: ImportRun): Promise<void> {
    const batch = await this.batches.locked(tx, id);
    if (batch?.state !== ImportState.READING) return;
    const declaration = this.kinds.of(batch.kind);
    const show = shownIn(declaration);
    const override = new Map(batch.override);
    const { table, missing } = await this.checking.locate(tx, declaration, await source(), override);
    const found = ({ sheet, headingRow, skipped, columns }: FoundTable): Partial<ImportBatchEntity> => ({
      sheet,
      headingRow,
      skipped: skipped.map((row) => ({ ...row, text: show(null, row.text) })),
      mapping: shownColumns({ columns, rows: table.rows }, declaration, override),
    });
    if (missing.length) {
      await clearStage(tx, id);
      await this.batches.become(tx, batch, ImportState.MAPPING, { ...found(table), ...nothing });
      return run.finish(tx);
    }
    const corrections = await correctionsOf(tx, batch, this.seals);
    const checked = await this.checking.judge(tx, declaration, table, { places: batch.places, corrections });
    await run.progress(0, checked.rows.length);
    await stage(tx, batch, checked, declaration, this.seals);
    await this.batches.become(tx, batch, ImportState.CHECKED, {
      ...checked.counts,
      ...found(checked.table),
      corrected: corrections.length,
      checkedAt: this.batches.now(),
    });
    await run.finish(tx);
  }

  /**
   * Checks the file again, against the data of this moment, and writes its good rows: WRITING → IMPORTED.
   *
   * @throws IMPORT_OUTDATED when a row that was good in the preview no longer is
   */
  async write(tx: EntityManager, id: string, source: Source, run: ImportRun): Promise<void> {
    const present = await tx.findOneByOrFail(ImportBatchEntity, { id });
    const declaration = this.kinds.of(present.kind);
    await declaration.lock(tx, present.associationId);
    const batch = await this.batches.locked(tx, id);
    if (batch?.state !== ImportState.WRITING) return;
    const options = {
      places: batch.places,
      override: new Map(batch.override),
      corrections: await correctionsOf(tx, batch, this.seals),
    };
    const { rows: checked, context: about } = await this.checking.run(tx, declaration, await source(), options);
    const shown = await tx.query<{ row: number }[]>(
      `select row from import_row where batch_id = $1 and state in ('GOOD', 'FLAGGED') order by row`,
      [id],
    );
    const good = new Map(checked.flatMap((row) => (row.held ? [] : [[row.row, row] as const])));
    const lost = shown.flatMap(({ row }) => (good.has(row) ? [] : [row]));
    if (lost.length) throw importErrors.IMPORT_OUTDATED({ count: lost.length, rows: lost.slice(0, 10) });
    // rows that became good since stay out: nobody has seen them as such
    const rows = shown.map(({ row }) => good.get(row)!);
    await run.progress(0, rows.length);
    const context: WriteContext = {
      ...about,
      batch: { id, associationId: batch.associationId, fileName: batch.fileName },
      accountId: batch.confirmedBy ?? batch.accountId,
      actorName: batch.confirmedByName ?? batch.accountName,
      backdated: run.backdated ?? false,
      progress: (done) => run.progress(done, rows.length),
    };
    const counts = { created: 0, updated: 0, unchanged: 0 };
    for await (const written of declaration.write(tx, rows, context)) {
      await recordWritten(tx, id, written);
      for (const { action } of written) counts[countOf[action]]++;
    }
    const now = this.batches.now();
    await this.batches.become(tx, batch, ImportState.IMPORTED, {
      ...counts,
      writtenAt: now,
      undoableUntil: new Date(now.getTime() + undoDays * 86_400_000),
      receipt: receiptOf(declaration.name, { ...batch, ...counts }),
    });
    await run.finish(tx);
  }
}

const countOf = { CREATE: 'created', UPDATE: 'updated', UNCHANGED: 'unchanged' } as const;

const nothing = { total: 0, good: 0, faulty: 0, blocked: 0, flagged: 0, created: 0, updated: 0, unchanged: 0 };

function shownColumns(
  { columns, rows }: Pick<FoundTable, 'columns' | 'rows'>,
  { fields }: ImportDeclaration,
  override: MappingOverride,
): ShownColumn[] {
  const show = shownIn({ fields });
  return columns.map(({ column, heading, field, confidence }) => ({
    column,
    heading,
    key: field,
    field: field === null ? null : fields[field]!.name,
    certain: confidence === 1 || override.has(column) || (field === null && isIgnored(heading)),
    samples: samplesOf(rows, column, (text) => show(field, text)),
  }));
}
