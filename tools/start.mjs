// npm start [-- --empty], npm run dev: everything Dangwu needs on one machine, started, watched and stopped in order.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../libs/embedded-postgres/index.mjs';
import { buildWhatChanged } from './start/build.mjs';
import { Child, runOnce } from './start/children.mjs';
import { EmbeddedDatabase, stateOf } from './start/database.mjs';
import { takeLock } from './start/lock.mjs';
import { holder, refusal } from './start/ports.mjs';
import { startWatching } from './start/watch.mjs';

const root = path.resolve(import.meta.dirname, '..');
const began = performance.now();
const watching = process.argv.includes('--watch');
const wantsEmpty = process.argv.includes('--empty');
const say = (line) => console.log(line);

if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
const dataDir = path.resolve(root, process.env.DANGWU_DATA_DIR ?? '.data');
const host = process.env.HOST ?? '127.0.0.1';

/** How to set an empty installation up, printed by the command line; none when it holds an association. */
let setup = [];
/** What has been started, in the order in which it must be stopped. */
const running = { servers: [], watch: null, database: null, lock: null };
let stopping = false;

process.on('SIGINT', () => void stop(130));
process.on('SIGTERM', () => void stop(0));

try {
  await start();
} catch (error) {
  console.error(`\n${error.message}\n`);
  await stop(1);
}

async function start() {
  running.lock = takeLock(dataDir);
  const port = await portToServe();
  const apiPort = watching ? await freePort() : port;
  const [database] = await Promise.all([
    openDatabase(),
    buildWhatChanged({ only: watching ? ['api'] : undefined, say }),
  ]);
  if (watching) await runOnce('codegen', [path.join(root, 'tools/codegen.mjs')], { cwd: root, env: process.env, say });
  const env = await environmentOf(database, port);
  await fill(database, env);

  const server = (name, script, settings = {}) =>
    new Child(name, [path.join(root, 'apps/api/dist', script)], {
      cwd: root,
      env: { ...env, ...settings },
      say,
      giveUp,
    });
  const api = server('api', 'main.js', { PORT: String(apiPort) });
  running.servers = [api, server('worker', 'worker.js')];
  if (env.DEVELOPMENT_INBOX === 'true') running.servers.push(server('inbox', 'inbox.js'));
  if (stopping) return;
  api.start();
  await ready(apiPort);
  if (stopping) return;
  // After the API, which people wait for: what they queue meanwhile is not lost.
  for (const child of running.servers.slice(1)) child.start();
  const afterBuild = () => fill(database, env);
  if (watching)
    running.watch = startWatching({ servers: running.servers, afterBuild, port, host, apiPort, env, say, giveUp });
  if (!stopping) tell(port, env);
}

async function portToServe() {
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${process.env.PORT}".`);
  if (port === 0) return freePort();
  // What a killed start left behind ends by itself within seconds.
  const deadline = Date.now() + (running.lock.stale ? 12_000 : 0);
  let code = await refusal(host, port);
  while (code === 'EADDRINUSE' && Date.now() < deadline) {
    await sleep(200);
    code = await refusal(host, port);
  }
  if (code === null) return port;
  if (code !== 'EADDRINUSE') throw new Error(`PORT=${port} cannot be opened on ${host}: ${code}.`);
  const who = holder(port);
  const end = who ? `End ${who}` : 'End the program that holds it';
  throw new Error(
    `Port ${port} is taken. ${end}, or choose another port: PORT=${port + 1} npm ${watching ? 'run dev' : 'start'}`,
  );
}

async function openDatabase() {
  // --embedded: what a developer has set for daily work does not matter (tests, drills).
  if (process.env.DATABASE_URL && !process.argv.includes('--embedded')) return process.env.DATABASE_URL;
  running.database = await EmbeddedDatabase.start({ dataDir: path.join(dataDir, 'pg'), say, giveUp });
  return running.database.url;
}

/** Settings of the children: what the user set wins, the rest fits one machine. */
async function environmentOf(database, port) {
  const given = process.env;
  const env = { ...given, DATABASE_URL: database, DANGWU_DATA_DIR: dataDir, HOST: host, PORT: String(port) };
  env.PUBLIC_URL ??= `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  env.LOG_LEVEL ??= 'warn';
  // Compiled code is kept between starts: half the time until the API answers.
  env.NODE_COMPILE_CACHE ??= path.join(root, '.nx/compile-cache');
  if (!given.SMTP_URL) {
    const inboxPort = given.INBOX_PORT ?? String(await freePort());
    Object.assign(env, { DEVELOPMENT_INBOX: 'true', INBOX_PORT: inboxPort, SMTP_URL: `smtp://127.0.0.1:${inboxPort}` });
  }
  return env;
}

async function fill(database, env) {
  const cli = (...args) =>
    runOnce(args[0], [path.join(root, 'apps/api/dist/cli.js'), ...args], { cwd: root, env, say });
  const state = await stateOf(database);
  if (!state.current) {
    say('bringing the database up to date …');
    await cli('migrate');
  }
  if (state.empty && (wantsEmpty || state.awaitsSetup)) {
    // built anew while somebody sets it up: the token stays
    if (setup.length === 0) setup = (await cli('setup')).trim().split('\n');
  } else if (state.empty) {
    say('loading the demo association …');
    await cli('seed', '--demo');
  } else if (wantsEmpty) {
    say(
      `The database already holds an association, so --empty changes nothing. For a new one: DANGWU_DATA_DIR=… npm start -- --empty`,
    );
  }
}

async function ready(apiPort) {
  const deadline = Date.now() + 60_000;
  while (!stopping) {
    const answer = await fetch(`http://127.0.0.1:${apiPort}/readyz`).catch(() => null); // not listening yet
    if (answer?.ok) return;
    if (Date.now() > deadline)
      throw new Error(`The API was not ready within a minute: ${(await answer?.text()) ?? 'no answer'}`);
    await sleep(50);
  }
}

function tell(port, env) {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const accounts = path.join(dataDir, 'demo-accounts.txt');
  const relative = path.relative(process.cwd(), accounts);
  say('');
  say(`  Dangwu 党务    ${address}    (ready after ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  for (const line of setup) say(`  ${line}`);
  if (existsSync(accounts) && statSync(accounts).size) {
    say(`  Accounts       ${relative.startsWith('..') ? accounts : relative}    (role, user, password)`);
    say('  Codes          npm run demo:totp    (second factor of the three administrators)');
  }
  if (env.DEVELOPMENT_INBOX === 'true') say(`  Mail           ${address}/inbox`);
  say('  Stop           Ctrl-C');
  say('');
}

function giveUp(name) {
  if (stopping) return;
  console.error(`\n${name} does not stay up. What it said last stands above.\n`);
  void stop(1);
}

async function stop(code) {
  if (stopping) {
    for (const child of [...(running.watch?.children ?? []), ...running.servers]) void child.stop({ force: true });
    if (running.database) process.kill(running.database.pid, 'SIGQUIT');
    running.lock?.release();
    process.exit(code || 1);
  }
  stopping = true;
  say('stopping …');
  running.watch?.close();
  await Promise.all((running.watch?.children ?? []).map((child) => child.stop({ patience: 3_000 })));
  // The API first, so that nobody waits for an answer that will not come; PostgreSQL when nobody needs it any more.
  for (const child of running.servers) await child.stop();
  await running.database?.stop();
  running.lock?.release();
  process.exit(code);
}
