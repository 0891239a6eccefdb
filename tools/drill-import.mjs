// npm run drill:import [-- rounds]: a worker is killed with -9 at a random moment while it writes an import, again and
// again. Never is anything half written; another worker takes the job over, or it fails with words that say what to do;
// what was told as imported is there as a whole. Linux: which worker writes is found by its sockets.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { freePort, startPostgres, temporaryFolder } from '../libs/embedded-postgres/index.mjs';
import { buildWhatChanged } from './start/build.mjs';
import { demoAccount, signedIn } from './test/ask.mjs';

const root = path.resolve(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 12);
const size = 1_500;
const figures = { kills: 0, inTransaction: 0, imported: 0, failed: 0, takenOver: 0, halves: 0 };

await buildWhatChanged({ only: ['api'], say: console.log });
const folder = temporaryFolder();
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg') });
const port = await freePort();
const env = {
  ...process.env,
  DATABASE_URL: postgres.url,
  DANGWU_DATA_DIR: path.join(folder, 'data'),
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  LOG_LEVEL: 'fatal',
};
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
const children = [];
let good = false;
try {
  await command('migrate');
  await command('seed', '--empty');
  start('main.js');
  const workers = [start('worker.js'), start('worker.js')];
  const staff = await signIn();
  const calm = await round(staff, workers, 0, null);
  console.log(`without a kill: ${size} rows written in ${(calm.ms / 1000).toFixed(1)} s`);
  for (let n = 1; n <= rounds; n++) {
    const told = await round(staff, workers, n, Math.random() * calm.ms);
    console.log(`${String(n).padStart(3)}. ${told.line}`);
  }
  good = (await everythingStands()) && figures.halves === 0;
} finally {
  for (const child of children) child.kill('SIGKILL');
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
const { kills, inTransaction, imported, failed, takenOver, halves } = figures;
console.log(
  `${kills} kills, ${inTransaction} of them into an open writing transaction; ${takenOver} jobs taken over, ` +
    `${imported} imports whole, ${failed} failed with words, ${halves} times anything half written`,
);
process.exit(good ? 0 : 1);

/** One roster through upload, check and write, its worker killed `after` so many milliseconds of the write. */
async function round(staff, workers, n, after) {
  const { id } = await staff.start(await roster(n), `第${n}次.xlsx`);
  await staff.until(id, ({ state }) => state !== 'READING');
  const watch = watchHalves(n);
  const from = performance.now();
  await staff.confirm(id);
  let killed = 'nobody';
  if (after !== null) {
    await sleep(after);
    killed = await killWriter(workers);
  }
  const { state, failure } = await staff.until(id, (batch) => batch.state !== 'WRITING');
  const ms = performance.now() - from;
  await watch.stop();
  const rows = await standing(n);
  const whole = state === 'IMPORTED' ? rows === size : rows === 0;
  if (!whole) figures.halves += 1;
  if (state === 'IMPORTED') figures.imported += 1;
  else if (failure?.zh) figures.failed += 1;
  if (state === 'IMPORTED' && killed === 'a worker in its transaction') figures.takenOver += 1;
  const line = `killed ${killed}: ${state} after ${(ms / 1000).toFixed(1)} s, ${rows} rows${failure ? `: ${failure.en}` : ''}`;
  return { ms, line: whole ? line : `HALF WRITTEN, ${line}` };
}

/** Kills the worker whose transaction writes organizations now, else any; another process takes its place. */
async function killWriter(workers) {
  const { rows } = await client.query(
    `select a.client_port as port from pg_stat_activity a join pg_locks l on l.pid = a.pid
     where a.application_name = 'dangwu-app' and a.backend_xid is not null
       and l.relation = 'party_organization'::regclass and l.mode = 'RowExclusiveLock'`,
  );
  const writing = workers.findIndex(({ pid }) => rows.some((row) => portsOf(pid).has(row.port)));
  const at = writing < 0 ? Math.floor(Math.random() * workers.length) : writing;
  process.kill(workers[at].pid, 'SIGKILL');
  figures.kills += 1;
  if (writing >= 0) figures.inTransaction += 1;
  workers[at] = start('worker.js');
  return writing < 0 ? 'a worker outside of it' : 'a worker in its transaction';
}

/** Looks ten times a second whether a part of the roster is to be seen. */
function watchHalves(n) {
  let going = true;
  const done = (async () => {
    while (going) {
      const rows = await standing(n);
      if (rows !== 0 && rows !== size) figures.halves += 1;
      await sleep(100);
    }
  })();
  return {
    stop: () => {
      going = false;
      return done;
    },
  };
}

async function standing(n) {
  const { rows } = await client.query(
    `select count(*)::int as n from party_organization where code like $1 and deleted_at is null`,
    [`K${n}-%`],
  );
  return rows[0].n;
}

/** What was told as imported: every row of it, with its version and its entry in the ledger. */
async function everythingStands() {
  const { rows } = await client.query(
    `select b.id, count(*)::int as rows, count(o.id)::int as there, count(v.id)::int as versions, count(e.id)::int as entries
     from import_batch b join import_row r on r.batch_id = b.id
     left join party_organization o on o.id = r.subject_id and o.deleted_at is null
     left join organization_version v on v.id = o.id and v.valid_to is null
     left join organization_operation e on e.organization_id = o.id and e.kind = 'IMPORTED'
     where b.state = 'IMPORTED' group by b.id`,
  );
  const broken = rows.filter(({ rows, there, versions, entries }) =>
    [there, versions, entries].some((n) => n !== rows),
  );
  for (const { id } of broken) console.log(`the import ${id} is not whole`);
  return broken.length === 0 && rows.length === figures.imported;
}

async function roster(n) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系', '党员人数']);
  sheet.addRow([`K0-0`, '演练协会党委', '功能型党委', null, null, null]);
  for (let i = 1; i < (n === 0 ? size : size + 1); i++)
    sheet.addRow([`K${n}-${i}`, `演练第${n}次第${i}党支部`, '党支部', '演练协会党委', '领导', i % 40]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The staff of the association, as they work in the console. */
async function signIn() {
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(`${url}/readyz`).catch(() => null))?.ok; tries++) {
    if (tries > 1_200) throw new Error('The API was not ready within two minutes');
    await sleep(100);
  }
  const { ask, cookie } = await signedIn(url, demoAccount(env.DANGWU_DATA_DIR, 'PARTY_STAFF'));
  return {
    async start(bytes, name) {
      const form = new FormData();
      form.append('file', new Blob([bytes]), name);
      const sent = await fetch(`${url}/files`, {
        method: 'POST',
        body: form,
        headers: { cookie: cookie(), 'x-dangwu-csrf': '1' },
      });
      const input = { kind: 'ORGANIZATIONS', fileId: (await sent.json()).id };
      return (await ask(`mutation ($input: StartImportInput!) { startImport(input: $input) { id } }`, { input }))
        .startImport;
    },
    confirm: (id) =>
      ask(`mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) { id } }`, {
        input: { id, goodRowsOnly: false },
      }),
    async until(id, holds) {
      for (const end = Date.now() + 300_000; Date.now() < end; await sleep(200)) {
        const { importBatch } = await ask(`query ($id: ID!) { importBatch(id: $id) { state failure { zh en } } }`, {
          id,
        });
        if (holds(importBatch)) return importBatch;
      }
      throw new Error(`The import ${id} did not get on within five minutes`);
    },
  };
}

function start(script) {
  const child = spawn(process.execPath, [path.join(root, 'apps/api/dist', script)], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

async function command(...args) {
  const child = spawn(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
}

/** The local ports of a process's connections. */
function portsOf(pid) {
  const sockets = new Set(openFiles(pid).flatMap((file) => /^socket:\[(\d+)\]$/.exec(file)?.[1] ?? []));
  const ports = new Set();
  for (const line of readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n').slice(1)) {
    const [, local, , , , , , , , inode] = line.trim().split(/\s+/);
    if (sockets.has(inode)) ports.add(parseInt(local.split(':')[1], 16));
  }
  return ports;
}

function openFiles(pid) {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((fd) => {
    try {
      return [readlinkSync(path.join(folder, fd))];
    } catch (error) {
      if (error.code === 'ENOENT') return []; // closed meanwhile
      throw error;
    }
  });
}
