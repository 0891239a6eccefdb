import { Database, systemScope } from '@dangwu/platform/database';
import { FileEntity, Files } from '@dangwu/platform/files';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ImportKinds } from '../import-kinds';
import { isPersonal } from '../personal';
import { BatchSeals } from './batch-seals';
import type { ImportBatchEntity } from './import-batch.entity';

/** Uploaded files full of personal data: sealed from the start of their import, deleted once it is over. */
@Injectable()
export class PersonalFiles {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly kinds: ImportKinds,
    private readonly seals: BatchSeals,
  ) {}

  /** Seals the file of a new batch, if its kind is personal; the clear bytes go by `dropClear` after the commit. */
  async seal(tx: EntityManager, batch: ImportBatchEntity): Promise<void> {
    if (!batch.fileId || !isPersonal(this.kinds.of(batch.kind))) return;
    const file = await tx.findOneByOrFail(FileEntity, { id: batch.fileId });
    const [sealed] = await this.seals.seal(tx, batch, 'file', [await this.files.read(file)]);
    await this.files.keepSealed(file, sealed!);
  }

  /** After the commit of `seal`. */
  async dropClear({ associationId, fileId, kind }: ImportBatchEntity): Promise<void> {
    if (fileId && isPersonal(this.kinds.of(kind)))
      await this.files.dropClear(await this.files.find(associationId, fileId));
  }

  /** The bytes of a batch's file. @throws FILE_GONE */
  async read(batch: ImportBatchEntity): Promise<Buffer> {
    const file = await this.files.find(batch.associationId, batch.fileId!);
    const sealed = isPersonal(this.kinds.of(batch.kind)) ? await this.files.readSealed(file) : null;
    if (!sealed) return this.files.read(file);
    // whoever sealed it may have died before the clear bytes were gone
    await this.files.dropClear(file);
    const [content] = await this.database.transaction(systemScope(batch.associationId), (tx) =>
      this.seals.open(tx, batch, 'file', [sealed]),
    );
    return content!;
  }

  /** Runs after each write and discard, and every minute for what was killed in between. */
  async purgeFinished(): Promise<void> {
    const kinds = this.kinds
      .all()
      .filter(isPersonal)
      .map(({ kind }) => kind);
    if (kinds.length === 0) return;
    const over = await this.database.transaction(systemScope(null), async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select f.id from import_batch b join file f on f.id = b.file_id
         where b.kind = any($1) and b.state in ('IMPORTED', 'DISCARDED', 'UNDONE', 'FAILED') and f.purged_at is null
           and not exists (select from import_batch o
             where o.file_id = f.id and o.state in ('READING', 'MAPPING', 'CHECKED', 'WRITING'))`,
        [kinds],
      );
      return tx.findBy(FileEntity, { id: In(rows.map(({ id }) => id)) });
    });
    for (const file of over) await this.files.purge(file);
  }
}
