import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportKinds } from '../import-kinds';
import { importErrors } from '../imports.errors';
import type { Correction } from '../check/corrections';
import { isPersonal, shownIn } from '../personal';
import { BatchSeals } from './batch-seals';
import { correctionsOf, keepCorrections, type NewCorrection } from './corrected-cells';
import { ImportBatches } from './import-batches';
import type { ImportBatchEntity } from './import-batch.entity';
import { ImportJobs } from './import-jobs';
import { ImportService } from './import.service';
import { ImportState } from './import-states';
import { rememberMapping } from './remembered-mapping';

/** So many rows are checked again while the person waits; more are left to the worker. */
const whileWaiting = 1_000;

/** So many own corrections are answered at most. */
export const ownShown = 1_000;

/** What people say about a file that was read: which column is what, and what a cell should be. Each checks it again. */
@Injectable()
export class ImportRevisions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly kinds: ImportKinds,
    private readonly batches: ImportBatches,
    private readonly imports: ImportService,
    private readonly jobs: ImportJobs,
    private readonly seals: BatchSeals,
  ) {}

  /**
   * Says what columns are, for this file and, by their headings, for the association's next ones.
   *
   * @throws MAPPING_UNKNOWN, MAPPING_TWICE, IMPORT_NOT_IN_STATE
   */
  map(
    viewer: Viewer,
    id: string,
    choices: readonly { readonly column: number; readonly field: string | null }[],
  ): Promise<void> {
    return this.revise(viewer, id, async (tx, batch) => {
      const { fields } = this.kinds.of(batch.kind);
      const headings = new Map(batch.mapping.map(({ column, heading }) => [column, heading]));
      const wrong = choices.flatMap(({ column, field }) =>
        headings.has(column) ? (field === null || field in fields ? [] : [field]) : [String(column)],
      );
      if (wrong.length) throw importErrors.MAPPING_UNKNOWN({ fields: wrong });
      const given = choices.flatMap(({ field }) => field ?? []);
      const twice = given.filter((field, i) => given.indexOf(field) !== i);
      if (twice.length) throw importErrors.MAPPING_TWICE({ fields: twice.map((field) => fields[field]!.name.zh) });
      await rememberMapping(
        tx,
        batch,
        choices.map(({ column, field }) => ({ heading: headings.get(column)!, field })),
        viewer.account.id,
      );
      const taken = new Set(given);
      const before = batch.override.filter(([, field]) => field === null || !taken.has(field));
      const said = new Map<number, string | null>([
        ...before,
        ...choices.map(({ column, field }) => [column, field] as const),
      ]);
      return { change: { override: [...said] }, what: { columns: choices.length } };
    });
  }

  /** Puts a value into one cell. The file stays as it came. @throws CELL_UNKNOWN, IMPORT_NOT_IN_STATE */
  correct(
    viewer: Viewer,
    id: string,
    { row, column, value }: { readonly row: number; readonly column: number; readonly value: string },
  ): Promise<void> {
    return this.revise(viewer, id, async (tx, batch) => {
      const { field } = columnOf(batch, column);
      const there = await tx.query<unknown[]>(`select from import_row where batch_id = $1 and row = $2`, [id, row]);
      if (there.length === 0) throw importErrors.CELL_UNKNOWN();
      await this.keep(tx, batch, { rows: [row], column, value, field }, viewer);
      return { change: {}, what: { row, column } };
    });
  }

  /**
   * Puts a value into every faulty cell of a column that shows the same.
   *
   * @throws CELL_UNKNOWN, CELL_PERSONAL (two masked numbers may look alike), IMPORT_NOT_IN_STATE
   */
  correctAll(
    viewer: Viewer,
    id: string,
    { column, found, value }: { readonly column: number; readonly found: string | null; readonly value: string },
  ): Promise<void> {
    return this.revise(viewer, id, async (tx, batch) => {
      const { heading, field } = columnOf(batch, column);
      if (this.kinds.of(batch.kind).fields[field]?.personal) throw importErrors.CELL_PERSONAL({ column: heading });
      const faulty = await tx.query<{ row: number }[]>(
        `select distinct row from import_fault
         where batch_id = $1 and severity = 'FAULT' and row_id is not null and column_name = $2
           and found is not distinct from $3`,
        [id, heading, found],
      );
      const rows = faulty.map(({ row }) => row);
      if (rows.length === 0) throw importErrors.CELL_UNKNOWN();
      await this.keep(tx, batch, { rows, column, value, field }, viewer);
      return { change: {}, what: { rows: rows.length, column } };
    });
  }

  /** What the viewer typed into cells of a batch, in the clear: nobody else sees it so. @throws UNKNOWN_ID */
  async own(viewer: Viewer, id: string): Promise<Correction[]> {
    return this.database.transaction(this.imports.scope(viewer), async (tx) => {
      const batch = await this.batches.seen(tx, viewer, id);
      return (await correctionsOf(tx, batch, this.seals, viewer.account.id)).slice(0, ownShown);
    });
  }

  private async keep(
    tx: EntityManager,
    batch: ImportBatchEntity,
    { field, ...said }: Omit<NewCorrection, 'shown'> & { readonly field: string },
    viewer: Viewer,
  ): Promise<void> {
    const declaration = this.kinds.of(batch.kind);
    const shown = isPersonal(declaration) ? shownIn(declaration)(field, said.value) : null;
    await keepCorrections(tx, batch, { ...said, shown }, viewer.account.id, this.seals);
  }

  /**
   * The job is there in any case, so that nothing is left lying when this process dies; it finds nothing to do where the
   * check was done here.
   */
  private async revise(
    viewer: Viewer,
    id: string,
    work: (tx: EntityManager, batch: ImportBatchEntity) => Promise<Revision>,
  ): Promise<void> {
    const scope = this.imports.scope(viewer);
    const total = await this.database.transaction(scope, async (tx) => {
      const batch = await this.batches.seen(tx, viewer, id);
      this.kinds.permit(viewer, batch.kind);
      this.batches.allow(batch, ImportState.READING);
      const { change, what } = await work(tx, batch);
      const { places } = viewer.scope(this.kinds.of(batch.kind).permission);
      await this.batches.become(tx, batch, ImportState.READING, { ...change, places }, viewer.account.id);
      await this.audit.record(tx, {
        action: 'import.revised',
        subjectType: 'ImportBatch',
        subjectId: id,
        subjectName: batch.fileName,
        after: { ...what },
        associationId: batch.associationId,
        accountId: viewer.account.id,
      });
      await this.imports.enqueue(tx, batch, 'IMPORT_CHECK', viewer.account.id);
      return batch.total;
    });
    if (total > whileWaiting) return;
    try {
      await this.jobs.check(viewer.association.id, id);
    } catch (error) {
      // a refusal stands on the batch, which is what the caller reads next
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

interface Revision {
  readonly change: Partial<ImportBatchEntity>;
  /** for the audit, without what the cells hold */
  readonly what: Readonly<Record<string, number>>;
}

function columnOf({ mapping }: ImportBatchEntity, column: number): { heading: string; field: string } {
  const found = mapping.find((one) => one.column === column);
  if (!found?.key) throw importErrors.CELL_UNKNOWN();
  return { heading: found.heading, field: found.key };
}
