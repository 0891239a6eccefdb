import pg from 'pg';
import type { World } from './world';

/** What a database remembers, to whoever holds all of it: for specs of what must not be found out. */
export class Traces {
  private constructor(readonly owner: pg.Client) {}

  static async of({ config }: World): Promise<Traces> {
    const owner = new pg.Client({ connectionString: config.databaseUrl });
    await owner.connect();
    return new Traces(owner);
  }

  end(): Promise<void> {
    return this.owner.end();
  }

  async sql<T = unknown>(text: string): Promise<T[]> {
    return (await this.owner.query(text)).rows as T[];
  }

  async lastTransaction(): Promise<string> {
    return (await this.sql<{ id: string }>('select pg_current_xact_id()::text as id'))[0]!.id;
  }

  async logPosition(): Promise<string> {
    return (await this.sql<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn'))[0]!.lsn;
  }

  /** Rows by table that transactions between those two have written. */
  async writtenBetween(from: string, to: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const { name, bare } of await this.tables()) {
      const [row] = await this.sql<{ n: number }>(
        `select count(*)::int as n from ${name} t where t.xmin::text::bigint > ${from} and t.xmin::text::bigint < ${to}`,
      );
      if (row!.n) found[bare] = row!.n;
    }
    return found;
  }

  /** Tables with rows inserted, changed or deleted, from the write-ahead log. */
  async writtenSince(lsn: string): Promise<string[]> {
    // a commit that waits for the disk, behind which all of the log can be read
    await this.sql(
      'set synchronous_commit = on; drop extension if exists pg_walinspect; create extension pg_walinspect',
    );
    const rows = await this.sql<{ name: string }>(
      `select distinct c.relname as name
       from pg_get_wal_block_info('${lsn}', pg_current_wal_flush_lsn()) w
       join pg_class c on pg_relation_filenode(c.oid) = w.relfilenode
       where w.reldatabase = (select oid from pg_database where datname = current_database())
         and w.resource_manager in ('Heap', 'Heap2') and w.record_type ~ '^(INSERT|MULTI_INSERT|UPDATE|HOT_UPDATE|DELETE)'
         and c.relkind in ('r', 't') and c.relnamespace <> 'pg_catalog'::regnamespace order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Tables in a row of which any of the texts stands. */
  async tablesHolding(texts: readonly string[]): Promise<string[]> {
    const any = texts.map((text) => `strpos(t::text, '${text}') > 0`).join(' or ');
    const found: string[] = [];
    for (const { name, bare } of await this.tables())
      if ((await this.sql(`select from ${name} t where ${any} limit 1`)).length) found.push(bare);
    return found;
  }

  private tables(): Promise<{ name: string; bare: string }[]> {
    return this.sql<{ name: string; bare: string }>(
      `select format('%I.%I', schemaname, tablename) as name, tablename as bare from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
  }
}
