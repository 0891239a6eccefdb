// npm run drill:restart: every part of `npm start` is killed with -9 while rows are being written, and comes back.
// Runs on a free port and a data folder of its own; prints a line per case and, last, the sum.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { dataDirOf, freePort, temporaryFolder } from '../libs/embedded-postgres/index.mjs';
import { refusal } from './start/ports.mjs';
import { startSystem } from './test/system.mjs';

const folder = temporaryFolder();
const dataDir = path.join(folder, 'data');
const cluster = dataDirOf(path.join(dataDir, 'pg'));
const figures = { passed: 0, failed: 0, kills: 0 };
/** Rows whose insert was acknowledged; none may ever be missing. */
let acknowledged = 0;

let system = await startSystem({ dataDir });
show('first start, with an empty folder', true, `${system.seconds.toFixed(1)} s`);
await query('create table drill (n integer primary key)');

await expectStart('two starts on one folder', { dataDir, port: await freePort() }, /already runs on/);
await expectStart(
  'a port that is taken',
  { dataDir: path.join(folder, 'other'), port: system.port },
  /Port \d+ is taken. End process \d+/,
);

for (const part of ['api', 'worker', 'inbox', 'postgres', 'postgres', 'api']) await killPart(part);

await system.stop();
await secondStart('second start, after an orderly stop');
await killSupervisor('kill -9 of npm start: its children end by themselves', []);
await secondStart('… and the next start takes the PostgreSQL over', /took over the PostgreSQL/);
await killSupervisor('kill -9 of everything at once', ['api', 'worker', 'inbox', 'postgres']);
await secondStart('… and the next start recovers');

const code = await system.stop();
show(
  'orderly stop',
  code === 0 && partsLeft() === 0 && (await refusal('127.0.0.1', system.port)) === null,
  `exit ${code}`,
);
show('PostgreSQL was shut down', !existsSync(path.join(cluster, 'postmaster.pid')), '');
system.remove();
execFileSync('rm', ['-rf', folder]);
console.log(`${figures.kills} kills, ${acknowledged} acknowledged rows, none lost`);
console.log(`${figures.passed} passed, ${figures.failed} failed`);
process.exit(figures.failed ? 1 : 0);

async function killPart(part) {
  const writing = write();
  await sleep(150);
  const before = pidOf(part);
  process.kill(before, 'SIGKILL');
  figures.kills += 1;
  const from = performance.now();
  const back = await until(async () => pidOf(part) && pidOf(part) !== before && (await answers()), 40_000);
  const seconds = (performance.now() - from) / 1000;
  await writing.stop();
  const lost = await lostRows();
  show(
    `kill -9 of ${part}`,
    back && lost === 0,
    `back after ${seconds.toFixed(1)} s, ${lost} of ${acknowledged} rows lost`,
  );
}

async function killSupervisor(title, also) {
  const writing = write();
  await sleep(150);
  const pids = [system.process.pid, ...also.map((part) => pidOf(part))];
  const children = childrenOf(system.process.pid).map((child) => child.pid);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  figures.kills += pids.length;
  const from = performance.now();
  const gone = await until(() => children.every((pid) => !alive(pid)), 15_000);
  await writing.stop();
  show(title, gone, `all gone after ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function secondStart(title, says = /ready after/) {
  system = await startSystem({ dataDir, port: system.port });
  const lost = await lostRows();
  const good = says.test(system.output()) && lost === 0;
  show(title, good, `ready after ${system.seconds.toFixed(1)} s, ${lost} of ${acknowledged} rows lost`);
}

async function expectStart(title, options, says) {
  const message = await startSystem(options).then(
    () => 'it started',
    (error) => error.message,
  );
  show(title, says.test(message), says.exec(message)?.[0] ?? message);
}

/** Inserts one row after the other until stopped; connections that break are opened anew. */
function write() {
  let going = true;
  const done = (async () => {
    while (going) {
      try {
        await query('insert into drill values ($1)', [acknowledged + 1]);
        acknowledged += 1;
      } catch (error) {
        // An insert whose acknowledgement was cut off may stand; it is then the one we acknowledge now.
        if (error.code === '23505') acknowledged += 1;
        await sleep(50);
      }
    }
  })();
  return {
    stop: () => {
      going = false;
      return done;
    },
  };
}

async function lostRows() {
  const { rows } = await query('select count(*)::int as n from drill where n <= $1', [acknowledged]);
  return acknowledged - rows[0].n;
}

async function query(text, values) {
  const port = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
  const password = readFileSync(path.join(cluster, 'dangwu.password'), 'utf8').trim();
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'dangwu' });
  client.on('error', () => undefined); // the server is killed on purpose; the statement tells it
  try {
    await client.connect();
    return await client.query(text, values);
  } finally {
    await client.end().catch(() => undefined); // it may be gone already
  }
}

async function answers() {
  const answer = await fetch(`${system.url}/readyz`).catch(() => null); // not there yet
  return answer?.ok === true;
}

function pidOf(part) {
  if (part === 'postgres') {
    const file = path.join(cluster, 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  }
  const script = part === 'api' ? 'main.js' : `${part}.js`;
  return childrenOf(system.process.pid).find((child) => child.command.endsWith(script))?.pid ?? null;
}

function childrenOf(parent) {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8', maxBuffer: 10_000_000 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match && Number(match[2]) === parent && match[3].includes('.js'))
    .map((match) => ({ pid: Number(match[1]), command: match[3].trim() }));
}

function partsLeft() {
  return childrenOf(system.process.pid).length;
}

async function until(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await sleep(50);
  }
  return false;
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function show(title, good, detail) {
  figures[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✓' : '✗'} ${title.padEnd(52)} ${detail}`);
}
