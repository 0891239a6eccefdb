// The database of `npm start`: the embedded PostgreSQL unless DATABASE_URL names another, and what it already holds.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../../libs/embedded-postgres/index.mjs';

const migrations = path.resolve(import.meta.dirname, '../../apps/api/migrations');
const WATCH_MS = 300;

/** The embedded server, started again whenever it dies; the same port, so that nobody needs a new address. */
export class EmbeddedDatabase {
  #server;
  #options;
  #watching = true;
  #watcher;

  static async start(options) {
    const database = new EmbeddedDatabase();
    database.#options = options;
    database.#server = await startPostgres({ dataDir: options.dataDir, log: options.say });
    database.#watcher = database.#watch();
    return database;
  }

  get url() {
    return this.#server.url;
  }

  get pid() {
    return this.#server.pid;
  }

  async stop() {
    this.#watching = false;
    await this.#watcher;
    await this.#server.stop();
  }

  async #watch() {
    const { dataDir, say, giveUp } = this.#options;
    while (this.#watching) {
      await sleep(WATCH_MS);
      if (!this.#watching || alive(this.#server.pid)) continue;
      say('PostgreSQL ended and is started again');
      try {
        this.#server = await startPostgres({ dataDir, port: this.#server.port, existing: true, log: say });
        say('PostgreSQL answers again');
      } catch (error) {
        say(error.message);
        this.#watching = false;
        giveUp('PostgreSQL');
      }
    }
  }
}

/** What a database holds: whether every migration has run, whether there is an association, whether one is awaited. */
export async function stateOf(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database does not answer (${hidden(url)}): ${error.message}`, { cause: error });
  }
  try {
    const { rows } = await client.query(`select to_regclass('schema_migration') is not null as migrated,
      to_regrole('dangwu_app') is not null as roles, current_setting('server_version_num')::int as version`);
    const [found] = rows;
    if (found.version < 150000) throw new Error('Dangwu needs PostgreSQL 15 or newer (DATABASE_URL).');
    if (!found.migrated || !found.roles) return { current: false, empty: true, awaitsSetup: false };
    await client.query('set role dangwu_app'); // an ordinary login may read what the API may read
    const run = (await client.query('select name from schema_migration')).rows.map((row) => row.name);
    const association = await client.query(`select to_regclass('association') is not null as there`);
    const empty = !association.rows[0].there || (await client.query('select from association limit 1')).rowCount === 0;
    const current = migrationNames().every((name) => run.includes(name));
    const awaitsSetup =
      current &&
      empty &&
      (await client.query('select from installation where setup_token_hash is not null')).rowCount === 1;
    return { current, empty, awaitsSetup };
  } finally {
    await client.end();
  }
}

/** Class names of the migrations in the sources; TypeORM stores exactly these. */
function migrationNames() {
  return globSync('[0-9]*.ts', { cwd: migrations }).map((file) => {
    const [, name] = /export class (\w+)/.exec(readFileSync(path.join(migrations, file), 'utf8')) ?? [];
    return name ?? file;
  });
}

/** The same process number may be another program's after long, yet not within the moments that matter here. */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const hidden = (url) => url.replace(/\/\/[^@/]*@/, '//…@');
