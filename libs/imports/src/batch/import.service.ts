import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { platformErrors } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { Jobs } from '@dangwu/platform/jobs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Places } from '../check/import-check';
import { ImportKinds } from '../import-kinds';
import { importErrors } from '../imports.errors';
import type { ImportKind, WriteContext } from '../kind';
import { shownIn } from '../personal';
import { BatchSeals } from './batch-seals';
import { ImportBatches } from './import-batches';
import { ImportBatchEntity } from './import-batch.entity';
import { ImportState } from './import-states';
import { PersonalFiles } from './personal-files';
import { undoDays } from './receipt';
import { rememberMapping } from './remembered-mapping';
import { forgetStage, writtenRows } from './staging';

/** What a person said about one column of the file. */
export interface ColumnChoice {
  readonly column: number;
  readonly heading: string;
  /** key of a field; null: leave the column out */
  readonly field: string | null;
}

export interface NewImport {
  readonly kind: ImportKind;
  readonly fileId: string;
  readonly fileName: string;
  readonly columns: readonly ColumnChoice[];
}

/** The steps people take: start, confirm, discard, undo. Each is one short transaction; long work is left to jobs. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly kinds: ImportKinds,
    private readonly batches: ImportBatches,
    private readonly personal: PersonalFiles,
    private readonly seals: BatchSeals,
  ) {}

  /** Begins to read a file that the viewer uploaded. @returns the batch's id */
  async start(viewer: Viewer, input: Omit<NewImport, 'fileName'>): Promise<string> {
    this.kinds.permit(viewer, input.kind);
    const file = await this.files.find(viewer.association.id, input.fileId);
    if (file.accountId !== viewer.account.id) throw platformErrors.UNKNOWN_ID();
    const scope = viewer.scope(this.kinds.of(input.kind).permission);
    const batch = await this.database.transaction(scope, async (tx) => {
      const who = {
        associationId: viewer.association.id,
        accountId: viewer.account.id,
        accountName: viewer.account.name,
      };
      const batch = await this.create(tx, { ...input, fileName: file.name }, who, scope.places);
      await this.enqueue(tx, batch, 'IMPORT_CHECK', viewer.account.id);
      return batch;
    });
    await this.personal.dropClear(batch);
    return batch.id;
  }

  /** A new batch, READING. Choices about columns are remembered for the association's next files. */
  async create(
    tx: EntityManager,
    { kind, fileId, fileName, columns }: NewImport,
    who: Pick<ImportBatchEntity, 'associationId' | 'accountId' | 'accountName'>,
    places: Places,
  ): Promise<ImportBatchEntity> {
    const declaration = this.kinds.of(kind);
    const { fields } = declaration;
    const wrong = columns.flatMap(({ field }) => (field !== null && !(field in fields) ? [field] : []));
    if (wrong.length) throw importErrors.MAPPING_UNKNOWN({ fields: wrong });
    const show = shownIn(declaration);
    const said = columns.map(({ heading, field }) => ({ heading: show(null, heading), field }));
    await rememberMapping(tx, { associationId: who.associationId, kind }, said, who.accountId);
    const id = newId();
    await tx.insert(ImportBatchEntity, {
      ...who,
      id,
      kind,
      state: ImportState.READING,
      fileId,
      fileName,
      override: columns.map(({ column, field }) => [column, field] as const),
      places,
      createdAt: this.batches.now(),
    });
    await this.audit.record(tx, {
      action: 'import.reading',
      subjectType: 'ImportBatch',
      subjectId: id,
      subjectName: fileName,
      after: { kind, file: fileName },
      associationId: who.associationId,
      accountId: who.accountId,
    });
    const batch = await tx.findOneByOrFail(ImportBatchEntity, { id });
    await this.personal.seal(tx, batch);
    return batch;
  }

  async confirm(viewer: Viewer, id: string, goodRowsOnly: boolean): Promise<void> {
    await this.database.transaction(this.scope(viewer), async (tx) => {
      const batch = await this.worked(tx, viewer, id);
      const { places } = viewer.scope(this.kinds.of(batch.kind).permission);
      await this.approve(tx, batch, goodRowsOnly, places, viewer.account);
      await this.enqueue(tx, batch, 'IMPORT_WRITE', viewer.account.id);
    });
  }

  /** CHECKED → WRITING. @throws IMPORT_HAS_FAULTS, IMPORT_NOTHING_TO_WRITE, IMPORT_NOT_IN_STATE */
  async approve(
    tx: EntityManager,
    batch: ImportBatchEntity,
    goodRowsOnly: boolean,
    places: Places,
    by: Viewer['account'] | null = null,
  ): Promise<void> {
    const { faulty, blocked, good } = batch;
    if (batch.state === ImportState.CHECKED) {
      if (!goodRowsOnly && faulty + blocked > 0) throw importErrors.IMPORT_HAS_FAULTS({ faulty, blocked, good });
      if (good === 0) throw importErrors.IMPORT_NOTHING_TO_WRITE();
    }
    const change = { goodRowsOnly, places, confirmedAt: this.batches.now() };
    const who = { confirmedBy: by?.id ?? null, confirmedByName: by?.name ?? null };
    await this.batches.become(tx, batch, ImportState.WRITING, { ...change, ...who }, by?.id);
  }

  async discard(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(this.scope(viewer), async (tx) => {
      const batch = await this.worked(tx, viewer, id);
      await this.batches.become(tx, batch, ImportState.DISCARDED, {}, viewer.account.id);
      await forgetStage(tx, batch, this.seals);
    });
    await this.personal.purgeFinished();
  }

  /**
   * Takes a whole batch back, as new operations.
   *
   * @throws IMPORT_UNDO_EXPIRED, IMPORT_HAS_DEPENDANTS (lists them), IMPORT_OUT_OF_REACH, IMPORT_NOT_IN_STATE
   */
  async undo(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(this.scope(viewer), async (tx) => {
      const batch = await this.worked(tx, viewer, id);
      const declaration = this.kinds.of(batch.kind);
      const now = this.batches.now();
      if (batch.state === ImportState.IMPORTED && batch.undoableUntil! < now)
        throw importErrors.IMPORT_UNDO_EXPIRED({ days: undoDays });
      await this.batches.become(tx, batch, ImportState.UNDONE, { undoneAt: now }, viewer.account.id);
      await declaration.lock(tx, batch.associationId);
      const rows = await writtenRows(tx, id);
      const found = await declaration.dependants(tx, rows);
      if (found.length)
        throw importErrors.IMPORT_HAS_DEPENDANTS({
          count: found.length,
          subjects: found.slice(0, 10).map((one) => one.name),
          ids: found.slice(0, 100).map((one) => one.subjectId),
        });
      const context: WriteContext = {
        today: this.batches.today(),
        reaches: (place) => viewer.can(declaration.permission, place),
        heldBack: new Map(),
        batch: { id, associationId: batch.associationId, fileName: batch.fileName },
        accountId: viewer.account.id,
        actorName: viewer.account.name,
        progress: () => Promise.resolve(),
      };
      await declaration.undo(tx, rows, context);
    });
  }

  /** Locks a batch that the viewer sees and may work on. @throws UNKNOWN_ID, PERMISSION_MISSING */
  private async worked(tx: EntityManager, viewer: Viewer, id: string): Promise<ImportBatchEntity> {
    const batch = await this.batches.seen(tx, viewer, id);
    this.kinds.permit(viewer, batch.kind);
    return batch;
  }

  /** Leaves the long step that follows to the worker, on behalf of whoever asked for it. */
  async enqueue(
    tx: EntityManager,
    { id, associationId }: ImportBatchEntity,
    kind: 'IMPORT_CHECK' | 'IMPORT_WRITE',
    accountId: string,
  ): Promise<void> {
    const job = await this.jobs.start(tx, { kind, accountId, associationId, input: { batchId: id } });
    await tx.update(ImportBatchEntity, { id }, { jobId: job.id });
  }

  /** Batches have no place of their own; who sees them is checked by `seen`, places by each step. */
  scope(viewer: Viewer) {
    return { association: viewer.association.id, places: 'everywhere', account: viewer.account.id } as const;
  }
}
