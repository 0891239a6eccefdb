import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Audit } from '../audit';
import { Config } from '../config';
import { Database, systemScope } from '../database';
import { archivesOf, AuditArchives, type ArchiveRow } from './audit-archives';

/** Rows of one delete, so that none takes long. */
const atOnce = 10_000;

/** Removes archived events from the database: the one job that works as dangwu_owner, whom alone the trigger lets delete. */
@Injectable()
export class RemoveArchived {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly archives: AuditArchives,
  ) {}

  /**
   * @returns how many events were removed
   * @throws Error when an archive is not what was written; or PostgreSQL's, when this login may not take dangwu_owner
   */
  async run(): Promise<number> {
    const rows = await this.database.transaction(systemScope(null), archivesOf);
    const waiting: ArchiveRow[] = [];
    for (const row of rows) if (await this.holdsEvents(row)) waiting.push(row);
    if (waiting.length === 0) return 0;
    for (const row of waiting)
      if (!(await this.archives.intact(row)))
        throw new Error(`The archive ${row.file} is gone or changed; its events stay in the database`);
    const removed = await this.asOwner(waiting);
    await this.database.transaction(systemScope(null), async (tx) => {
      for (const { row, events } of removed)
        await this.audit.record(tx, {
          action: 'removeArchivedAudit',
          subjectType: 'AuditArchive',
          subjectId: row.id,
          after: { fromBlock: row.fromBlock, toBlock: row.toBlock, events },
        });
    });
    return removed.reduce((sum, { events }) => sum + events, 0);
  }

  private async holdsEvents({ fromChange, toChange }: ArchiveRow): Promise<boolean> {
    const found = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<unknown[]>(`select from audit_event where change_number >= $1 and change_number < $2 limit 1`, [
        fromChange,
        toChange,
      ]),
    );
    return found.length > 0;
  }

  private async asOwner(archives: readonly ArchiveRow[]): Promise<{ row: ArchiveRow; events: number }[]> {
    const client = new pg.Client({
      connectionString: this.config.databaseOwnerUrl,
      application_name: 'dangwu-audit-archive',
      options: '-c role=dangwu_owner',
    });
    await client.connect();
    try {
      const removed = [];
      for (const row of archives) {
        let events = 0;
        for (let count = atOnce; count === atOnce; events += count)
          count =
            (
              await client.query(
                `delete from audit_event where id in (
                   select id from audit_event where change_number >= $1 and change_number < $2
                   order by change_number, id limit ${atOnce})`,
                [row.fromChange, row.toChange],
              )
            ).rowCount ?? 0;
        removed.push({ row, events });
      }
      return removed;
    } finally {
      await client.end();
    }
  }
}
