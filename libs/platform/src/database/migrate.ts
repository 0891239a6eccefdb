import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config';
import { installQueues } from '../queue/install';
import { ensureRoles } from './roles';
import { SnakeNaming } from './snake-naming';

/** Migration classes in their order. */
export type Migrations = Extract<NonNullable<DataSourceOptions['migrations']>, readonly unknown[]>;

const table = 'schema_migration';
/** Any number; the same for all processes that migrate. */
const lock = 7_020_110_501;

/**
 * Brings the database to the schema of this release, as dangwu_owner. Several processes may call it at once: one does
 * the work, the others wait. Each migration is a transaction of its own, so that a killed run goes on where it stopped.
 *
 * @returns the names of the migrations that ran
 * @throws RolesMissing with the SQL to run, when the login may not create the roles
 */
export async function migrate(config: Config, migrations: Migrations): Promise<string[]> {
  await ensureRoles(config);
  const guard = new pg.Client({ connectionString: config.databaseOwnerUrl, application_name: 'dangwu-migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [lock]);
    const source = new DataSource({
      type: 'postgres',
      url: config.databaseOwnerUrl,
      applicationName: 'dangwu-migrate',
      namingStrategy: new SnakeNaming(),
      migrations,
      migrationsTableName: table,
      migrationsTransactionMode: 'each',
      poolSize: 2,
      extra: { options: '-c role=dangwu_owner' },
    });
    await source.initialize();
    try {
      const ran = await source.runMigrations();
      await source.query('call dangwu_check_change_base()');
      await source.query(`grant select on ${table} to dangwu_app`);
      await installQueues(config);
      return ran.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** Names of the migrations of this release that the database does not have yet. */
export async function pendingMigrations(source: DataSource, migrations: Migrations): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(`select name from ${table}`);
  const known = new Set(rows.map((row) => row.name));
  return migrations.map(nameOf).filter((name) => !known.has(name));
}

function nameOf(migration: Migrations[number]): string {
  return typeof migration === 'function' ? migration.name : String(migration);
}
