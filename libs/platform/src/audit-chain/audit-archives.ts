import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { Clock } from '../clock';
import { Database, systemScope } from '../database';
import { FILE_STORE, type FileStore } from '../files';
import { newId } from '../ids';
import { readArchive, writeArchive, type ArchivedBlock } from './archive-file';
import { blocksAfter, type StoredBlock } from './audit-blocks';
import { readHeader } from './block';
import { compareEvents } from './check-block';
import { eventLine, lineHash, unpackEvents } from './event-line';
import { eventsBetween } from './event-pages';

/** About so many events a file, of which it makes some tens of megabytes before they are packed. */
export const archiveSize = 100_000;

export interface ArchiveRow {
  readonly id: string;
  readonly fromBlock: number;
  readonly toBlock: number;
  readonly fromChange: string;
  readonly toChange: string;
  readonly events: number;
  /** its key in the file store */
  readonly file: string;
  readonly sha256: string;
}

export const archivesOf = (tx: EntityManager): Promise<ArchiveRow[]> =>
  tx.query<ArchiveRow[]>(
    `select id, from_block::int as "fromBlock", to_block::int as "toBlock", from_change::text as "fromChange",
       to_change::text as "toChange", events, file, sha256 from audit_archive order by from_block`,
  );

/** Files that keep what is older than the database has to remember. */
@Injectable()
export class AuditArchives {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /**
   * Writes all blocks whose events are older than `before` into files, each read back before it counts.
   *
   * @returns the new archives
   * @throws Error for a block that is not as it was sealed: it is left where it is, and so is all after it
   */
  async archive(before: Date, size = archiveSize): Promise<ArchiveRow[]> {
    const made: ArchiveRow[] = [];
    for (;;) {
      const blocks = await this.due(before, size);
      if (blocks.length === 0) return made;
      made.push(await this.write(blocks));
    }
  }

  /** The blocks of an archive; null when its file is gone. */
  async read({ file }: Pick<ArchiveRow, 'file'>): Promise<AsyncGenerator<ArchivedBlock> | null> {
    const content = await this.store.get(file);
    return content && readArchive(content);
  }

  /** Whether the file is there, byte for byte. */
  async intact({ file, sha256 }: Pick<ArchiveRow, 'file' | 'sha256'>): Promise<boolean> {
    const content = await this.store.get(file);
    if (!content) return false;
    const hash = createHash('sha256');
    for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex') === sha256;
  }

  /** The next blocks that are old enough, as many as go into one file. */
  private async due(before: Date, size: number): Promise<StoredBlock[]> {
    return this.within(async (tx) => {
      const numbers = await tx.query<{ number: number }[]>(
        `select number::int as number from (
           select number, sum(events) over (order by number) - events as ahead,
             bool_and(last_at < $1) over (order by number) as old
           from audit_block
           where number > coalesce((select max(to_block) from audit_archive), 0)) as blocks
         where old and ahead < $2 order by number limit 1000`,
        [before, size],
      );
      const [first] = numbers;
      return first ? blocksAfter(tx, first.number - 1, numbers.length) : [];
    });
  }

  private async write(blocks: readonly StoredBlock[]): Promise<ArchiveRow> {
    const [first, last] = [blocks[0]!, blocks.at(-1)!];
    const bytes = await writeArchive(this.withEvents(blocks));
    const file = `audit/blocks-${first.number}-${last.number}-${newId().slice(-12)}`;
    await this.store.put(file, bytes);
    const row: ArchiveRow = {
      id: newId(),
      fromBlock: first.number,
      toBlock: last.number,
      fromChange: first.from,
      toChange: last.to,
      events: blocks.reduce((sum, { events }) => sum + events, 0),
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    if (!(await this.intact(row))) throw new Error(`The archive ${file} cannot be read back as it was written`);
    await this.within(async (tx) => {
      await tx.query(
        `insert into audit_archive (id, from_block, to_block, from_change, to_change, events, file, size, sha256,
           first_at, last_at, archived_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          row.id,
          row.fromBlock,
          row.toBlock,
          row.fromChange,
          row.toChange,
          row.events,
          file,
          bytes.length,
          row.sha256,
          readHeader(first.header).firstAt,
          readHeader(last.header).lastAt,
          this.clock.now(),
        ],
      );
      const { fromBlock, toBlock, events } = row;
      await this.audit.record(tx, {
        action: 'archiveAudit',
        subjectType: 'AuditArchive',
        subjectId: row.id,
        after: { fromBlock, toBlock, events, size: bytes.length },
      });
    });
    return row;
  }

  private async *withEvents(blocks: readonly StoredBlock[]): AsyncGenerator<ArchivedBlock> {
    for (const block of blocks) {
      const lines: string[] = [];
      const present: { id: string; hash: Buffer }[] = [];
      for await (const page of eventsBetween((work) => this.within(work), block.from, block.to))
        for (const row of page) {
          const line = eventLine(row);
          lines.push(line);
          present.push({ id: row.id, hash: lineHash(line) });
        }
      const wrong = compareEvents(block.number, unpackEvents(block.rows), present);
      if (wrong) throw new Error(`Nothing is archived: ${wrong.text.en}`);
      yield { header: block.header, signature: block.signature, keyId: block.keyId, lines };
    }
  }

  private within<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(null), work);
  }
}
