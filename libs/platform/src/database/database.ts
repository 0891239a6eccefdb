import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { asBusy } from './busy';
import type { Scope } from './scope';

/**
 * The two ways to the data: transactions as `dangwu_app` under row-level security, and `reader`, the connection of
 * `dangwu_reader` that only the read-model library uses.
 */
export class Database {
  constructor(
    readonly source: DataSource,
    readonly reader: Pool,
  ) {}

  /**
   * One transaction under `scope`. What throws rolls everything back.
   * @throws DATABASE_BUSY for trouble that passes: no free connection, a timeout, a deadlock, a restart
   */
  async transaction<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(async (tx) => {
        await enter(tx, scope);
        return work(tx);
      });
    } catch (error) {
      throw asBusy(error);
    }
  }

  async close(): Promise<void> {
    await this.reader.end();
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Tells row-level security for the rest of this transaction where it may reach. */
async function enter(tx: EntityManager, { association, places, account }: Scope): Promise<void> {
  const range = (by: 'path' | 'leads', end: 'lo' | 'hi'): string =>
    places === 'everywhere' ? '{}' : `{${places.flatMap((p) => (p.by === by ? [p[end]] : [])).join(',')}}`;
  await tx.query(
    `select set_config('dangwu.association', $1, true), set_config('dangwu.everywhere', $2, true),
       set_config('dangwu.path_lo', $3, true), set_config('dangwu.path_hi', $4, true),
       set_config('dangwu.leads_lo', $5, true), set_config('dangwu.leads_hi', $6, true),
       set_config('dangwu.account', $7, true)`,
    [
      association ?? '',
      places === 'everywhere' ? 'on' : 'off',
      range('path', 'lo'),
      range('path', 'hi'),
      range('leads', 'lo'),
      range('leads', 'hi'),
      account ?? '',
    ],
  );
}
