import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Config, type Environment } from '../config';
import { newId } from '../ids';
import { connect, type Entities } from './connect';
import type { Database } from './database';
import { migrate, type Migrations } from './migrate';
import { systemScope } from './scope';

export interface Scratch {
  readonly config: Config;
  readonly database: Database;
  /** id of an association in it */
  readonly association: string;
  /** superuser, beside all pools: for looking and for playing the enemy */
  readonly admin: pg.Client;
  /** a transaction of the system inside the association */
  write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/** A database of its own for one spec file of the platform, with the platform's migrations and one association. */
export async function scratchDatabase(entities: Entities = [], environment: Environment = {}): Promise<Scratch> {
  // Set by Jest's global set-up, no setting of ours.
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the specs by tools/jest.mjs');
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dangwu-scratch-'));
  const config = new Config({ DATABASE_URL: url.href, DANGWU_DATA_DIR: dataDir, POOL_SIZE: '5', ...environment });
  await migrate(config, await platformMigrations());
  const database = await connect(config, entities);
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  const association = newId();
  await database.transaction(systemScope(null), (tx) =>
    tx.query(`insert into association (id, name, kind) values ($1, '示范行业协会', 'LIVE')`, [association]),
  );
  return {
    config,
    database,
    association,
    admin,
    write: (work) => database.transaction(systemScope(association), work),
    drop: async () => {
      await admin.end();
      await database.close();
      await once(server, `drop database ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Loaded by a computed path: migrations belong to the application, which this library may not depend on. */
export async function platformMigrations(): Promise<Migrations> {
  const folder = path.resolve(import.meta.dirname, '../../../../apps/api/migrations');
  const modules = await Promise.all(
    [
      '0001-ground.ts',
      '0002-platform.ts',
      '0020-audit-chain.ts',
      '0025-confidential-mail.ts',
      '0041-quick-reach.ts',
    ].map((file) => import(path.join(folder, file)) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module) as Extract<Migrations[number], new () => unknown>[]);
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
