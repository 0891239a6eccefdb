import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CheckRow } from '../check/check-row';
import { ImportCheck, type CheckedFile } from '../check/import-check';
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
    const override = new Map(batch.override);
    const { table, missing } = await this.checking.locate(tx, declaration, await source(), override);
    if (missing.length) {
      await clearStage(tx, id);
      const found = foundIn(table, table.rows, declaration, override);
      await this.batches.become(tx, batch, ImportState.MAPPING, { ...found, ...nothing });
      return run.finish(tx);
    }
    const corrections = await correctionsOf(tx, batch, this.seals);
    const checked = await this.checking.judge(tx, declaration, table, { places: batch.places, corrections });
    await run.progress(0, checked.rows.length);
    await this.keep(tx, batch, checked, { corrected: corrections.length, samples: table.rows });
    await run.finish(tx);
  }

  /** Stages the rows of a file that was checked in this transaction: READING → CHECKED. */
  async keep(
    tx: EntityManager,
    batch: ImportBatchEntity,
    checked: CheckedFile,
    { corrected = 0, samples = checked.table.rows }: { corrected?: number; samples?: FoundTable['rows'] } = {},
  ): Promise<void> {
    const declaration = this.kinds.of(batch.kind);
    await stage(tx, batch, checked, declaration, this.seals);
    await this.batches.become(tx, batch, ImportState.CHECKED, {
      ...checked.counts,
      ...foundIn(checked.table, samples, declaration, new Map(batch.override)),
      corrected,
      checkedAt: this.batches.now(),
    });
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
    const [{ shown } = { shown: [] }] = await tx.query<{ shown: number[] }[]>(
      `select coalesce(array_agg(row order by row), '{}') as shown
       from import_row where batch_id = $1 and state in ('GOOD', 'FLAGGED')`,
      [id],
    );
    const good = new Map<number, CheckRow>();
    for (const row of checked) if (!row.held) good.set(row.row, row);
    const lost = shown.filter((row) => !good.has(row));
    if (lost.length) throw importErrors.IMPORT_OUTDATED({ count: lost.length, rows: lost.slice(0, 10) });
    // rows that became good since stay out: nobody has seen them as such
    const rows = shown.map((row) => good.get(row)!);
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

/** @param rows as the file has them: samples show what stands there, not what people made of it */
function foundIn(
  { sheet, headingRow, skipped, columns }: FoundTable,
  rows: FoundTable['rows'],
  declaration: ImportDeclaration,
  override: MappingOverride,
): Partial<ImportBatchEntity> {
  const show = shownIn(declaration);
  return {
    sheet,
    headingRow,
    skipped: skipped.map((row) => ({ ...row, text: show(null, row.text) })),
    mapping: shownColumns({ columns, rows }, declaration, override),
  };
}

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
