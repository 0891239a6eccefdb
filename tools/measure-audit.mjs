// How quick the auditor's lists are on a large log: npm run build first, then node tools/measure-audit.mjs [events]
// (a million by default). A database of its own with the demo, events over a year, the built API over HTTP, sealed and
// verified by the built command. Other load slows it.
import { execFile, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, startPostgres } from '../libs/embedded-postgres/index.mjs';
import { demoAccount, signedIn } from './test/ask.mjs';

const root = path.resolve(import.meta.dirname, '..');
const events = Number(process.argv[2] ?? 1_000_000);
const runs = 15;
const folder = mkdtempSync(path.join(tmpdir(), 'dangwu-measure-'));
const dataDir = path.join(folder, 'data');
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), ephemeral: true });
const port = await freePort();
const env = {
  ...process.env,
  DATABASE_URL: postgres.url,
  DANGWU_DATA_DIR: dataDir,
  PORT: String(port),
  LOG_LEVEL: 'fatal',
};
const client = new pg.Client({ connectionString: postgres.url });
let api = null;

try {
  await cli('migrate');
  await cli('seed', '--demo');
  await client.connect();
  await fill();
  api = await serve();
  const { ask } = await signedIn(`http://127.0.0.1:${port}`, demoAccount(dataDir, 'AUDITOR'));
  const { rows } = await client.query(`select
    (select 'Account_' || replace(id::text, '-', '') from account where username = 'linjing') as staff,
    (select 'Account_' || replace(id::text, '-', '') from account where username = 'tangxiao') as rare,
    (select 'PartyOrganization_' || replace(id::text, '-', '') from party_organization where code = 'JG-01') as branch,
    (select 'PartyOrganization_' || replace(id::text, '-', '') from party_organization where parent_id is null) as root`);
  const { staff, rare, branch, root: whole } = rows[0];
  const lists = [
    ['first page', {}],
    ['first page with its count', {}, { count: true }],
    ['oldest first', {}, { order: 'OLDEST' }],
    ['a page in the middle of the year', { until: day(180) }],
    ['kind: exports (1 in 500)', { kind: 'EXPORT' }],
    ['kind: reads of personal data (1 in 1,000), with its count', { kind: 'PERSONAL_READ' }, { count: true }],
    ['action: moveOrganization (1 in 250)', { action: 'moveOrganization' }],
    ['who: the busiest account', { actorId: staff }, { count: true }],
    ['who: an account with few events', { actorId: rare }],
    ['who, in one month', { actorId: staff, from: day(200), until: day(170) }],
    ['timeline of one object', { subjectId: branch }, { count: true }],
    ['a branch', { within: branch }],
    ['a branch, with its count', { within: branch }, { count: true }],
    ['the root and all below it', { within: whole }],
    ['a branch and one kind', { within: branch, kind: 'SIGN_IN' }],
    ['a request', { requestId: 'nobody-made-this' }],
  ];
  console.log(`${events} events, ${runs} runs each, milliseconds over HTTP (load ${loadavg()[0].toFixed(1)})`);
  for (const [title, filter, { count = false, order } = {}] of lists) {
    const times = [];
    let found = 0;
    for (let i = 0; i < runs; i += 1) {
      const from = performance.now();
      found = await page(ask, filter, { count, order });
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(runs - 1, Math.floor(runs * share))].toFixed(0).padStart(6);
    console.log(`${title.padEnd(62)} median ${at(0.5)}   slowest ${at(1)}   rows ${found}`);
  }
  await seal();
} finally {
  api?.kill();
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Most are writes of staff; a few accounts, kinds and actions are rare. The demo's own events are among them. */
async function fill() {
  // as if so many transactions had been before
  await client.query('update change_base set base = base + $1', [events]);
  await client.query('alter table audit_event disable trigger all');
  await client.query(
    `insert into audit_event (association_id, account_id, kind, action, subject_type, subject_id, organization_id,
       before, after, address, request_id, client, operation, session_id, change_number, at)
     select (select id from association), accounts.ids[case when n % 20000 = 7 then 12 else 1 + n % 11 end],
       case when n % 1000 = 3 then 'PERSONAL_READ' when n % 500 = 1 then 'EXPORT' when n % 40 = 2 then 'SIGN_IN' else 'WRITE' end,
       case when n % 40 = 2 then 'signIn' when n % 250 = 4 then 'moveOrganization' when n % 3 = 0 then 'changeUnit'
         else 'renameOrganization' end,
       case when n % 3 = 0 then 'Unit' else 'PartyOrganization' end,
       case when n % 3 = 0 then gen_random_uuid() else organizations.ids[1 + n % cardinality(organizations.ids)] end,
       case when n % 40 <> 2 then organizations.ids[1 + n % cardinality(organizations.ids)] end,
       jsonb_build_object('name', '第' || n || '党支部'), jsonb_build_object('name', '机关第' || n || '党支部'),
       '10.0.' || n % 250 || '.7', gen_random_uuid(), 'SESSION', 'renameOrganization', gen_random_uuid(),
       (select base from change_base) + pg_current_xact_id()::text::bigint - $1::bigint / 5 + n / 5,
       now() - interval '360 days' * ((($1::bigint - n)::float8) / $1)
     from generate_series(1, $1::bigint) n,
       (select array_agg(id order by username = 'tangxiao', username <> 'linjing', username) as ids from account) accounts,
       (select array_agg(id order by path) as ids from party_organization) organizations`,
    [events],
  );
  // what the demo holds comes after the year
  await client.query(`update audit_event set change_number = change_number + 1 where at > now() - interval '1 hour'`);
  for (const trigger of ['append_only', 'append_only_delete', 'append_only_truncate', 'ground'])
    await client.query(`alter table audit_event enable always trigger ${trigger}`);
  await client.query('vacuum analyze audit_event');
  const { rows } = await client.query(`select pg_size_pretty(pg_table_size('audit_event')) as rows,
    pg_size_pretty(pg_indexes_size('audit_event')) as indexes`);
  console.log(`the table takes ${rows[0].rows}, its indexes ${rows[0].indexes}`);
}

async function seal() {
  // change numbers of the filling run up to this one; a transaction more lets the horizon pass them
  await client.query('select pg_current_xact_id()');
  const sealed = await timed(() => cli('audit', 'seal'));
  const verified = await timed(() => cli('audit', 'verify'));
  console.log(`sealing took ${sealed.seconds.toFixed(0)} s: ${sealed.output.trim()}`);
  console.log(`verifying took ${verified.seconds.toFixed(0)} s: ${verified.output.trim().split('\n')[1]}`);
}

async function timed(work) {
  const from = performance.now();
  const output = await work();
  return { output, seconds: (performance.now() - from) / 1000 };
}

async function page(ask, filter, { count, order }) {
  const fields = `id at kind action actionName { zh } actor { username name } client operation subjectTypeName { zh }
    subjectId subjectName organization { id name } changes { field fieldName { zh } before { zh } after { zh } }`;
  const { auditEvents } = await ask(
    `query ($filter: AuditEventFilter, $order: AuditEventOrder) { auditEvents(first: 30, filter: $filter, order: $order) {
       nodes { ${fields} } ${count ? 'totalCount' : ''} pageInfo { hasNextPage endCursor } } }`,
    { filter, order },
  );
  return auditEvents.totalCount ?? auditEvents.nodes.length;
}

function serve() {
  const child = fork(path.join(root, 'apps/api/dist/main.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', () => reject(new Error('the API ended')));
  });
}

async function cli(...args) {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...args], {
    env,
  });
  return stdout;
}

function day(before) {
  return new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
}
