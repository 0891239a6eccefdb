import { createHash, randomBytes } from 'node:crypto';
import { migrate, type Migrations } from '@dangwu/platform/database';
import { Config } from '@dangwu/platform/config';
import pg from 'pg';

/** Any number; the same for all spec files that may make the template at once. */
const templateLock = 7_020_110_502;

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A database of its own for one spec file: a copy of a template that was migrated once in the run.
 *
 * @param server that of the run; specs that look into the server's folder bring their own
 */
export async function testDatabase(
  migrations: Migrations,
  server = process.env['TEST_DATABASE_URL'],
): Promise<TestDatabase> {
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the specs by `node tools/jest.mjs`');
  const template = `template_${fingerprint(migrations)}`;
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    const known = await admin.query('select from pg_database where datname = $1 and datistemplate', [template]);
    if (known.rowCount === 0) {
      await admin.query(`drop database if exists ${template} with (force)`);
      await admin.query(`create database ${template}`);
      await migrate(new Config({ DATABASE_URL: inDatabase(server, template) }), migrations);
      // only a finished template is marked, so that a run killed midway leaves none to trust
      await admin.query(`alter database ${template} is_template true`);
    }
    // nothing of it is in the log yet, and need not be: files are copied quicker than pages are logged
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin.end();
  }
  return {
    url: inDatabase(server, name),
    drop: async () => {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
    },
  };
}

function inDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function fingerprint(migrations: Migrations): string {
  const source = migrations.map((migration) => String(migration)).join('\n');
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}
