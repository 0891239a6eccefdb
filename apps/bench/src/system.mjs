// Everything a run needs: peers installed and built, the API built, a PostgreSQL of its own, migrated and filled.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../libs/embedded-postgres/index.mjs';
import { buildWhatChanged } from '../../../tools/start/build.mjs';
import { runOnce } from '../../../tools/start/children.mjs';
import { assessDocuments } from './assess-documents.mjs';
import { longDocuments } from './long-documents.mjs';
import { ownDocuments } from './operations.mjs';
import { voteDocuments } from './vote-documents.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const peers = path.resolve(import.meta.dirname, '../peers');

/** The same for all who are measured; the rest is PostgreSQL's default. */
const settings = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  work_mem: '16MB',
  max_wal_size: '8GB',
  random_page_cost: '1.1',
  autovacuum: 'off',
};

/** npm ci and the compilation of the usual way, when what they are made of has changed. */
export async function preparePeers(say) {
  const marker = path.join(peers, 'node_modules/.package-lock.json');
  const lock = path.join(peers, 'package-lock.json');
  if (!existsSync(marker) || statSync(marker).mtimeMs < statSync(lock).mtimeMs) {
    say('installing the peers (npm ci) …');
    await npmCi();
  }
  const built = path.join(peers, 'usual/dist/built-from');
  const sources = readdirSync(path.join(peers, 'usual/src')).sort();
  const made = fingerprint(sources.map((name) => `usual/src/${name}`));
  if (existsSync(built) && readFileSync(built, 'utf8') === made) return;
  say('compiling the usual way …');
  const tsc = path.join(peers, 'node_modules/typescript/bin/tsc');
  await runOnce('tsc', [tsc, '-p', path.join(peers, 'usual')], { cwd: peers, env: process.env, say });
  writeFileSync(built, made);
}

function npmCi() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['ci', '--no-progress', '--loglevel=error'], {
    cwd: peers,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ci of the peers ended with ${code}`)),
    );
  });
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'usual/tsconfig.json', ...files])
    hash.update(readFileSync(path.join(peers, file)));
  return hash.digest('hex');
}

/** A copy of its own, since what is built for everybody must not take the documents of the bench. */
export async function buildApi(say) {
  await buildWhatChanged({ only: ['api'], say });
  const built = path.resolve(import.meta.dirname, '../dist');
  rmSync(built, { recursive: true, force: true });
  cpSync(path.join(root, 'apps/api/dist'), built, { recursive: true });
  const manifest = path.join(built, 'documents.json');
  const known = JSON.parse(readFileSync(manifest, 'utf8'));
  const documents = { ...known, ...ownDocuments(), ...longDocuments, ...voteDocuments, ...assessDocuments };
  writeFileSync(manifest, JSON.stringify(documents, null, 2));
}

/** A database of these sizes. @param kept a folder to keep it in; else it goes with the run */
export async function openDatabase({ folder, kept, sizes, say }) {
  const postgres = await startPostgres({
    dataDir: path.join(kept ?? folder, `pg-${Object.values(sizes).join('-')}`),
    database: 'bench',
    ephemeral: !kept,
    settings: { ...settings, ...(kept && { fsync: 'off', synchronous_commit: 'off' }) },
  });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const stop = async () => {
    await client.end();
    await postgres.stop();
  };
  try {
    const association = await filled(client, sizes, { folder, url: postgres.url, say });
    return { postgres, client, association, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One with an association in it and nothing else. */
export async function migratedDatabase({ folder, say }) {
  const dataDir = path.join(folder, 'pg');
  const postgres = await startPostgres({ dataDir, database: 'bench', ephemeral: true, settings });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const stop = async () => {
    await client.end();
    await postgres.stop();
  };
  try {
    say('migrating …');
    const command = commandOn({ folder, url: postgres.url, say });
    await command('migrate');
    await command('seed', '--empty');
    const { rows } = await client.query('select id, no from association');
    return { postgres, client, association: rows[0], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function commandOn({ folder, url, say }) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DANGWU_DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'warn',
    STATEMENT_TIMEOUT: '10m',
  };
  const cli = path.join(root, 'apps/api/dist/cli.js');
  return (...args) => runOnce(args[0], [cli, ...args], { cwd: root, env, say });
}

async function filled(client, sizes, { folder, url, say }) {
  const command = commandOn({ folder, url, say });
  const { rows } = await client.query(
    `select to_regclass('bench_filled') is not null as filled, to_regclass('schema_migration') is not null as begun`,
  );
  if (rows[0].begun && !rows[0].filled)
    throw new Error('The kept database was filled by half: delete its folder and begin again.');
  say('migrating …');
  await command('migrate');
  if (rows[0].filled) return (await client.query('select id, no from association')).rows[0];
  await command('seed', '--empty');
  const { fill } = await import('../peers/data/fill.mjs');
  const { unmerged } = await import('../peers/data/activities.mjs');
  const association = await fill(client, sizes, say);
  // the API's own command makes the sums that figures read
  const began = performance.now();
  await command('figures', 'rebuild');
  say(`made the sums of figures anew, and compared them: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  await client.query(unmerged);
  await client.query('vacuum analyze activity, activity_summary, activity_delta');
  for (const file of ['functions.sql', 'functions-activities.sql'])
    await client.query(readFileSync(path.join(peers, 'postgraphile', file), 'utf8'));
  await client.query('create table bench_filled as select now() as at');
  return association;
}
