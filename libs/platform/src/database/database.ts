import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { asBusy } from './busy';
import { plainly, type PlainTransaction } from './plain-transaction';
import type { PlaceRange, Scope } from './scope';
import type { Statements } from './statements';
import { beforeCommit, begun, together } from './together';

/**
 * The two ways to the data: transactions as `dangwu_app` under row-level security, and `reader`, the connection of
 * `dangwu_reader` that only the read-model library uses.
 */
export class Database {
  constructor(
    readonly source: DataSource,
    readonly reader: Pool,
    /** both roles are taken by one login */
    private readonly oneLogin = false,
  ) {}

  /**
   * One transaction under `scope`. What throws rolls everything back.
   * @throws DATABASE_BUSY for trouble that passes: no free connection, a timeout, a deadlock, a restart
   */
  async transaction<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    let waiting: Promise<unknown>[] = [];
    try {
      const result = await this.source.transaction((tx) => {
        waiting = begun(tx);
        void beforeCommit(tx, enter(tx, scope));
        return work(tx);
      });
      // a commit behind a statement that failed has taken everything back, without a word
      await together(waiting);
      return result;
    } catch (error) {
      // what failed first is why the rest did
      const [first] = (await Promise.allSettled(waiting)).filter((end) => end.status === 'rejected');
      throw asBusy(first ? first.reason : error);
    }
  }

  /**
   * The same without TypeORM, for what is written all day: statements are texts, planned once for all values; answers are
   * rows.
   * @throws DATABASE_BUSY as `transaction`
   */
  async plainTransaction<T>(scope: Scope, work: (tx: PlainTransaction) => Promise<T>): Promise<T> {
    const { driver, logger, options } = this.source;
    // the pool of the connections that TypeORM uses
    const { master } = driver as typeof driver & { master: Pool };
    const heard = (text: string, values?: unknown[]): void => void logger.logQuery(text, values);
    try {
      return await plainly(master, { reads: this.oneLogin, ...(options.logging && { heard }) }, (tx) => {
        void beforeCommit(tx, enter(tx, scope, planOnce));
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

/** Statements written by hand that come again and again: looking at the values each time costs more than it finds. */
const planOnce = `, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Tells row-level security for the rest of this transaction where it may reach. */
async function enter(
  tx: Statements,
  { association, places, account, permission }: Scope,
  further: '' | typeof planOnce = '',
): Promise<void> {
  const kinds = { path: outermost(places, 'path'), leads: outermost(places, 'leads') };
  const range = (by: 'path' | 'leads', end: 'lo' | 'hi'): string => `{${kinds[by].map((p) => p[end]).join(',')}}`;
  await tx.query(
    `select set_config('dangwu.association', $1, true), set_config('dangwu.everywhere', $2, true),
       set_config('dangwu.path_lo', $3, true), set_config('dangwu.path_hi', $4, true),
       set_config('dangwu.leads_lo', $5, true), set_config('dangwu.leads_hi', $6, true),
       set_config('dangwu.account', $7, true), set_config('dangwu.permission', $8, true)${further}`,
    [
      association ?? '',
      places === 'everywhere' ? 'on' : 'off',
      range('path', 'lo'),
      range('path', 'hi'),
      range('leads', 'lo'),
      range('leads', 'hi'),
      account ?? '',
      permission ?? '',
    ],
  );
}

/** As `dangwu_reaches` searches them: by their lower ends, without those that lie inside another. Ranges of a tree do not cross. */
function outermost(places: Scope['places'], by: PlaceRange['by']): PlaceRange[] {
  if (places === 'everywhere') return [];
  // paths are figures and slashes: they sort here as in the collation "C"
  const sorted = places
    .filter((p) => p.by === by)
    .sort((a, b) => (a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : a.hi > b.hi ? -1 : 1));
  const found: PlaceRange[] = [];
  for (const place of sorted) if (found.length === 0 || place.lo >= found.at(-1)!.hi) found.push(place);
  return found;
}
