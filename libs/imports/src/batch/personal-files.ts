import { Database, systemScope } from '@dangwu/platform/database';
import { FileEntity, Files } from '@dangwu/platform/files';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ImportKinds } from '../import-kinds';
import { isPersonal } from '../personal';

/** Uploaded files full of personal data are not kept: once their import is over, the bytes go. */
@Injectable()
export class PersonalFiles {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly kinds: ImportKinds,
  ) {}

  /** Runs after each write and discard, and every minute for what was killed in between. */
  async purgeFinished(): Promise<void> {
    const kinds = this.kinds
      .all()
      .filter(isPersonal)
      .map(({ kind }) => kind);
    if (kinds.length === 0) return;
    const left = await this.database.transaction(systemScope(null), async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select f.id from import_batch b join file f on f.id = b.file_id
         where b.kind = any($1) and b.state in ('IMPORTED', 'DISCARDED', 'UNDONE', 'FAILED') and f.purged_at is null
           and not exists (select from import_batch o where o.file_id = f.id and o.state in ('READING', 'CHECKED', 'WRITING'))`,
        [kinds],
      );
      return tx.findBy(FileEntity, { id: In(rows.map(({ id }) => id)) });
    });
    for (const file of left) await this.files.purge(file);
  }
}
