// A real PostgreSQL out of npm, for development, tests and small installations: no system package, root or not.
import { spawn } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isRoot, reachable, serverAccount } from './account.mjs';
import { OUTSIDE, binaries } from './binaries.mjs';

const PASSWORD_FILE = 'dangwu.password';
/** After kill -9 of the postmaster its children hold the shared memory for a moment: a start is tried again so long. */
const RETRY_MS = 20_000;
const READY_MS = 60_000;
/** A container has 64 MB there by default; a whole run of the tests was seen to take less than one GB. */
const ENOUGH_MEMORY = 4 * 2 ** 30;

/** A free port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Where passing things lie: in memory where Linux offers enough of it. A copy of the template, two thousand small files,
 * takes a second and more on a disk and thirty milliseconds there.
 */
export function temporaryPlace() {
  const memory = '/dev/shm';
  if (process.platform !== 'linux' || !existsSync(memory)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= ENOUGH_MEMORY ? memory : os.tmpdir();
}

/** A new passing folder, open to the account PostgreSQL runs under when we are root. */
export function temporaryFolder(prefix = 'dangwu-') {
  const folder = mkdtempSync(path.join(temporaryPlace(), prefix));
  chmodSync(folder, 0o711);
  return folder;
}

/** Where the data really lie: root under a folder closed to others keeps them outside of it. */
export function dataDirOf(wanted) {
  const dataDir = path.resolve(wanted);
  if (!isRoot || reachable(path.dirname(dataDir))) return dataDir;
  return path.join(OUTSIDE, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

/** Starts the server of a data folder, or takes over the one a killed parent left behind. See index.d.mts. */
export async function startPostgres({
  dataDir: wanted,
  port,
  database = 'dangwu',
  ephemeral = false,
  existing = false,
  settings = {},
  log = () => {},
}) {
  const dataDir = dataDirOf(wanted);
  const account = serverAccount();
  const bin = await binaries();
  const fresh = !existsSync(path.join(dataDir, 'PG_VERSION'));
  if (fresh && existing)
    throw new Error(`The data of PostgreSQL are no longer in ${dataDir}. Put them back, or restore a backup.`);
  if (fresh) await initialize(bin.initdb, dataDir, account, ephemeral);
  const password = readFileSync(path.join(dataDir, PASSWORD_FILE), 'utf8').trim();
  const deadline = Date.now() + RETRY_MS;
  for (;;) {
    const left = await leftBehind(dataDir, password);
    if (left) {
      log(`took over the PostgreSQL left behind by an earlier start (process ${left.pid})`);
      return handle({ ...left, dataDir, password, database, ephemeral, reused: true });
    }
    const chosen = port ?? (await freePort());
    const started = await launch(bin.postgres, { dataDir, port: chosen, account, password, ephemeral, settings });
    if (started.pid)
      return handle({ pid: started.pid, port: chosen, dataDir, password, database, ephemeral, reused: false });
    // postmaster.pid is never deleted here: PostgreSQL itself knows best whether its owner still lives.
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start in ${dataDir}:\n${started.tail}`);
    await sleep(250);
  }
}

/** Made aside and renamed when whole, so that a start broken off halfway leaves nothing that looks like a cluster. */
async function initialize(initdb, dataDir, account, ephemeral) {
  const part = `${dataDir}.new-${process.pid}`;
  const passwordFile = `${part}.password`;
  const parent = path.dirname(dataDir);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent).filter((each) => each.startsWith(`${path.basename(dataDir)}.new-`)))
    rmSync(path.join(parent, name), { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  if (isRoot) chownSync(part, account.uid, account.gid);
  writeOwned(passwordFile, randomBytes(24).toString('base64url'), account);
  // Chinese sorted by pinyin (ICU), and a character type that trigrams on Chinese need.
  const ctype = process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : [];
  const args = ['-D', part, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  args.push('--locale-provider=icu', '--icu-locale=zh-Hans-CN', ...ctype, '--no-instructions');
  // The password is random and long, so many rounds add nothing but time to every connection.
  args.push('--set', 'scram_iterations=1');
  if (ephemeral) args.push('--no-sync');
  try {
    await run(initdb, args, { ...account, env: serverEnvironment() });
    writeOwned(path.join(part, PASSWORD_FILE), readFileSync(passwordFile), account);
    if (existsSync(dataDir)) rmdirSync(dataDir); // an empty folder may be there; anything else is not ours to delete
    renameSync(part, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(part, { recursive: true, force: true });
  }
}

function writeOwned(file, content, account) {
  writeFileSync(file, content, { mode: 0o600 });
  if (isRoot) chownSync(file, account.uid, account.gid);
}

/** The server of this very folder, if one answers: same password, same data_directory. */
async function leftBehind(dataDir, password) {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n').map(Number);
  if (!pid || !port || !alive(pid)) return null;
  const deadline = Date.now() + RETRY_MS;
  while (alive(pid)) {
    const answer = await ask(port, password, `select current_setting('data_directory') as dir`);
    if (answer.rows) return answer.rows[0].dir === dataDir ? { pid, port } : null;
    // 57P03: starting up or shutting down. Anything else is another server on that port, or none.
    if (answer.code !== '57P03' || Date.now() > deadline) return null;
    await sleep(100);
  }
  return null;
}

async function launch(postgres, { dataDir, port, account, password, ephemeral, settings }) {
  const logFile = path.join(dataDir, 'server.log');
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) rmSync(logFile);
  const from = existsSync(logFile) ? statSync(logFile).size : 0;
  const unsafe = ephemeral
    ? {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        max_connections: '300',
        max_wal_size: '256MB',
      }
    : {};
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...unsafe,
    ...settings,
  };
  const args = ['-D', dataDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Its log goes to a file, not to a pipe of ours: the server must be able to outlive a killed parent.
  const out = openSync(logFile, 'a', 0o600);
  if (isRoot) chownSync(logFile, account.uid, account.gid);
  const child = spawn(postgres, args, {
    ...account,
    env: serverEnvironment(),
    stdio: ['ignore', out, out],
    detached: true, // Ctrl-C in the terminal reaches us alone; we stop the server last
  });
  closeSync(out);
  let gone = null;
  child.once('error', (error) => (gone = error.message));
  child.once('exit', (code, signal) => (gone = `exit ${code ?? signal}`));
  child.unref();
  const deadline = Date.now() + READY_MS;
  while (!gone && Date.now() < deadline) {
    const answer = await ask(port, password, `select current_setting('data_directory') as dir`);
    if (answer.rows?.[0]?.dir === dataDir) return { pid: child.pid };
    await sleep(25);
  }
  if (!gone) child.kill('SIGQUIT');
  return { tail: `${gone ?? 'not ready in time'}\n${readFileSync(logFile).subarray(from).toString().slice(-3000)}` };
}

async function handle({ pid, port, dataDir, password, database, ephemeral, reused }) {
  const known = await ask(port, password, `select 1 from pg_database where datname = $1`, [database]);
  if (known.rows?.length === 0) await ask(port, password, `create database ${pg.escapeIdentifier(database)}`);
  const stopNow = () => signal(pid, 'SIGINT'); // "fast": open transactions are rolled back, the data are flushed
  const abandon = () => signal(pid, 'SIGQUIT'); // nobody will need these data, and an exiting process cannot wait
  if (ephemeral) process.once('exit', abandon);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    port,
    pid,
    dataDir,
    reused,
    async stop() {
      process.off('exit', abandon);
      stopNow();
      const deadline = Date.now() + 30_000;
      while (alive(pid) && Date.now() < deadline) await sleep(20);
      if (alive(pid)) signal(pid, 'SIGQUIT');
      if (ephemeral) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** One statement over one connection; an error is told, not thrown, because a server that is not there is an answer. */
async function ask(port, password, text, values) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // the server ended while we were asking: the query below tells it
  try {
    await client.connect();
    return await client.query(text, values);
  } catch (error) {
    return { error, code: error.code };
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // it lives, under another account
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // already gone is what we wanted
  }
}

function serverEnvironment() {
  const { LC_ALL: _ignored, ...rest } = process.env;
  return { ...rest, LC_MESSAGES: 'C' };
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} failed (${code}):\n${output}`)),
    );
  });
}
