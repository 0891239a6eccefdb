import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors, type Messages } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { importErrors } from '../imports.errors';
import { BatchSeals } from './batch-seals';
import { ImportBatchEntity } from './import-batch.entity';
import { ImportState, mayBecome, stateWords } from './import-states';
import { undoDays } from './receipt';
import { forgetStage } from './staging';

/** What is asked of a batch, for the refusal when its state does not allow it. */
const verbs: Readonly<Partial<Record<ImportState, Messages>>> = {
  READING: { zh: '改动', en: 'changed' },
  WRITING: { zh: '确认', en: 'confirmed' },
  DISCARDED: { zh: '放弃', en: 'discarded' },
  UNDONE: { zh: '撤销', en: 'undone' },
};

/** The rows of `import_batch`: one place that changes their state. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
    private readonly seals: BatchSeals,
  ) {}

  /** Locks a batch that the viewer sees: an own one, or any where they oversee imports. @throws UNKNOWN_ID */
  async seen(tx: EntityManager, viewer: Viewer, id: string): Promise<ImportBatchEntity> {
    const batch = await this.locked(tx, id);
    if (!batch || !mayLookAt(viewer, batch)) throw platformErrors.UNKNOWN_ID();
    return batch;
  }

  locked(tx: EntityManager, id: string): Promise<ImportBatchEntity | null> {
    return tx.findOne(ImportBatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws IMPORT_NOT_IN_STATE */
  allow(batch: ImportBatchEntity, state: ImportState): void {
    if (mayBecome(batch.state, state)) return;
    const now = stateWords[batch.state];
    const verb = verbs[state] ?? { zh: '这样处理', en: 'treated like that' };
    throw importErrors.IMPORT_NOT_IN_STATE({ stateZh: now.zh, stateEn: now.en, verbZh: verb.zh, verbEn: verb.en });
  }

  /** @param by who asked for it; else whoever started the batch @throws IMPORT_NOT_IN_STATE */
  async become(
    tx: EntityManager,
    batch: ImportBatchEntity,
    state: ImportState,
    change: Partial<ImportBatchEntity> = {},
    by: string | null = batch.accountId,
  ): Promise<ImportBatchEntity> {
    this.allow(batch, state);
    const before = batch.state;
    const saved = await tx.save(Object.assign(batch, change, { state }));
    await this.audit.record(tx, {
      action: `import.${state.toLowerCase()}`,
      subjectType: 'ImportBatch',
      subjectId: batch.id,
      subjectName: batch.fileName,
      before: { state: before },
      after: { state, kind: batch.kind, file: batch.fileName, total: batch.total, good: batch.good, ...counted(batch) },
      associationId: batch.associationId,
      accountId: by,
    });
    await this.announce(tx, saved);
    return saved;
  }

  async announce(tx: EntityManager, { id, accountId, associationId }: ImportBatchEntity): Promise<void> {
    const to = accountId ?? 'association';
    await this.live.publish(tx, { to, associationId, kind: 'import', id: globalId('ImportBatch', id) });
  }

  /** Says on the batch why its job broke off. Nothing was written, since what breaks off is rolled back. */
  async fail(associationId: string, id: string, failure: Messages): Promise<void> {
    await this.database.transaction(systemScope(associationId), async (tx) => {
      const batch = await this.locked(tx, id);
      if (batch && mayBecome(batch.state, ImportState.FAILED))
        await this.become(tx, batch, ImportState.FAILED, { failure });
    });
  }

  /** A cancelled check is discarded; a cancelled write was rolled back and can be confirmed anew. */
  async cancelled(associationId: string, id: string): Promise<void> {
    await this.database.transaction(systemScope(associationId), async (tx) => {
      const batch = await this.locked(tx, id);
      if (batch?.state === ImportState.WRITING) await this.become(tx, batch, ImportState.CHECKED);
      if (batch?.state === ImportState.READING) {
        await forgetStage(tx, batch, this.seals);
        await this.become(tx, batch, ImportState.DISCARDED);
      }
    });
  }

  /**
   * Lets go of what was staged for batches that are over: discarded ones, and those older than the time in which an import
   * can be undone; what nobody confirmed until then counts as given up.
   *
   * @returns how many batches were emptied
   */
  async forgetStaged(): Promise<number> {
    const over = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string; association: string }[]>(
        `select id, association_id as association from import_batch b
         where (state = 'DISCARDED' or (state in ('MAPPING', 'CHECKED', 'FAILED', 'IMPORTED', 'UNDONE')
             and coalesce(undoable_until, created_at + make_interval(days => $2)) <= $1))
           and (state in ('MAPPING', 'CHECKED', 'FAILED')
             or exists (select from import_row r where r.batch_id = b.id)
             or exists (select from import_correction c where c.batch_id = b.id))`,
        [this.now(), undoDays],
      ),
    );
    for (const { id, association } of over)
      await this.database.transaction(systemScope(association), async (tx) => {
        const batch = await this.locked(tx, id);
        if (!batch) return;
        if (mayBecome(batch.state, ImportState.DISCARDED)) await this.become(tx, batch, ImportState.DISCARDED);
        await forgetStage(tx, batch, this.seals);
      });
    return over.length;
  }

  /** Batches whose job was given up without their handler hearing of it: its worker died, or it was cancelled waiting. */
  async settleAbandoned(): Promise<void> {
    const found = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string; association: string; job: string; message: Messages | null }[]>(
        `select b.id, b.association_id as association, j.state as job, j.message
         from import_batch b join job j on j.id = b.job_id
         where b.state in ('READING', 'WRITING') and j.state in ('FAILED', 'CANCELLED')`,
      ),
    );
    const broke = { zh: '检查或写入中断了，没有写入任何内容。', en: 'The work broke off; nothing was written.' };
    for (const { id, association, job, message } of found)
      if (job === 'CANCELLED') await this.cancelled(association, id);
      else await this.fail(association, id, message ?? broke);
  }

  today(): string {
    return this.clock.today();
  }

  now(): Date {
    return this.clock.now();
  }
}

/** Whose own it is, and those who import for the whole association; the read model of batches says the same. */
export const mayLookAt = (viewer: Viewer, { accountId }: Pick<ImportBatchEntity, 'accountId'>): boolean =>
  accountId === viewer.account.id || viewer.holds('import.oversee');

const counted = ({ created, updated, unchanged }: ImportBatchEntity): Record<string, number> => ({
  created,
  updated,
  unchanged,
});
