// npm run drill:audit-tamper: a chain over some ten thousand events, part of it archived; then, on a copy for each case,
// somebody with all rights in the database (and, in some cases, on the files beside it) does what must be found. Every
// case ends in `audit verify`, which has to end with 2 and name the first broken event or block. Prints a line per case.
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { startPostgres, temporaryFolder } from '../libs/embedded-postgres/index.mjs';
import { tampers, triggersOff } from '../libs/platform/src/audit-chain/trial/tampers.mjs';
import { buildWhatChanged } from './start/build.mjs';

const root = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const batches = 12;
const transactions = 400;
const folder = temporaryFolder();
const original = path.join(folder, 'data');
const figures = { passed: 0, failed: 0, verified: 0 };
const began = performance.now();

await buildWhatChanged({ only: ['api'], say: console.log });
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), database: 'original', ephemeral: true });
const urlOf = (database) => postgres.url.replace(/original$/, database);
try {
  await cli('original', original, ['migrate']);
  await cli('original', original, ['seed', '--empty']);
  await fill();
  await control('control: nobody has touched it');
  for (const tamper of tampers) await inCopy(tamper.name, ({ query }) => tamper.run(query));
  await files();
  await control('control: the original, after all that was done to copies');
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`${figures.verified} events verified in ${figures.passed + figures.failed} cases, ${seconds} s`);
console.log(`${figures.passed} passed, ${figures.failed} failed`);
process.exit(figures.failed ? 1 : 0);

/** Transactions of one to nine events; the first batches lie more than a year back, and are archived at the end. */
async function fill() {
  const client = await connect('original');
  const [{ id: association }] = (await client.query('select id from association')).rows;
  await client.query('alter table audit_event disable trigger all');
  await client.query(`update audit_event set at = at - interval '15 months'`);
  await client.query('alter table audit_event enable always trigger append_only');
  await client.query('alter table audit_event enable always trigger append_only_delete');
  for (let batch = 0; batch < batches; batch += 1) {
    const old = batch < 4;
    // the trigger says when and in which order; to have a past, it is set aside for a moment
    await client.query(`alter table audit_event ${old ? 'disable trigger' : 'enable always trigger'} ground`);
    for (let i = 0; i < transactions; i += 1)
      await client.query(
        `insert into audit_event (association_id, account_id, action, subject_type, subject_id, before, after, reason,
           address, request_id, client, operation, change_number, at)
         select $1, gen_random_uuid(), 'renameOrganization', 'PartyOrganization', gen_random_uuid(),
           jsonb_build_object('name', '第' || n || '党支部'),
           jsonb_build_object('name', '机关第' || n || '党支部', 'ratio', n / 7.0), case when n % 3 = 0 then '更名批复' end,
           '10.0.0.' || n, gen_random_uuid(), 'SESSION', 'renameOrganization',
           (select base from change_base) + pg_current_xact_id()::text::bigint,
           clock_timestamp() - case when $3 then interval '14 months' else interval '0' end
         from generate_series(1, $2::int) n`,
        [association, 1 + ((batch * transactions + i) % 9), old],
      );
    await cli('original', original, ['audit', 'seal']);
  }
  await client.end();
  await cli('original', original, ['audit', 'archive']);
  await cli('original', original, ['audit', 'seal']);
}

async function control(title) {
  const { code, result } = await verify('original', original);
  const good = code === 0 && result.ok && result.archivedEvents > 0 && result.blocks > batches;
  const { blocks, events, archivedEvents, milliseconds, findings } = result;
  figures.verified += events + archivedEvents;
  const said =
    findings[0]?.text.en ?? `${blocks} blocks, ${events} events, ${archivedEvents} archived, ${milliseconds} ms`;
  show(title, good, said);
}

/** @param {(copy: {query: Function, dataDir: string, database: string}) => Promise<object>} deed says what must be found */
async function inCopy(title, deed, args = []) {
  const database = `copy_${figures.passed + figures.failed}`;
  const dataDir = path.join(folder, database);
  const admin = await connect('postgres');
  await admin.query(`create database ${database} template original`);
  cpSync(original, dataDir, { recursive: true });
  const client = await connect(database);
  const query = async (text, values) => (await client.query(text, values)).rows;
  for (const statement of triggersOff) await query(statement);
  const expected = await deed({ query, dataDir, database });
  await client.end();
  const { code, result } = await verify(database, dataDir, expected.args ?? args);
  const [found] = result.findings;
  const same = ['kind', 'block', 'event'].every((name) => !(name in expected) || found?.[name] === expected[name]);
  figures.verified += result.events + result.archivedEvents;
  const refuses = expected.mustNotSeal ? await refusesToSeal(database, dataDir) : true;
  show(title, code === 2 && same && refuses, found?.text.en ?? 'nothing was found');
  await admin.query(`drop database ${database} with (force)`);
  await admin.end();
  rmSync(dataDir, { recursive: true, force: true });
}

/** What is done to the files, or with them. */
async function files() {
  const archived = async (query) =>
    (await query('select file, from_block::int as first from audit_archive order by 2'))[0];
  const edit = (file, change) => writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
  const heads = (dataDir) => path.join(dataDir, 'audit-heads.jsonl');

  await inCopy('an event in an archive is edited', async ({ query, dataDir }) => {
    const { file, first } = await archived(query);
    edit(path.join(dataDir, 'files', file), (text) => text.replace('更名批复', '更名批示'));
    return { kind: 'EVENT_CHANGED', block: first };
  });
  await inCopy('an event is cut out of an archive', async ({ query, dataDir }) => {
    const { file, first } = await archived(query);
    edit(path.join(dataDir, 'files', file), (text) => text.replace(/\{"id":.*\n/, ''));
    return { kind: 'EVENT_MISSING', block: first };
  });
  await inCopy('an archive is damaged', async ({ query, dataDir }) => {
    const { file } = await archived(query);
    const name = path.join(dataDir, 'files', file);
    writeFileSync(name, readFileSync(name).subarray(0, -1000));
    return { kind: 'ARCHIVE_CHANGED' };
  });
  await inCopy('an archive is deleted', async ({ query, dataDir }) => {
    const { file, first } = await archived(query);
    rmSync(path.join(dataDir, 'files', file));
    return { kind: 'ARCHIVE_MISSING', block: first };
  });
  await inCopy('the tail is cut off, and the worker would go on: it refuses to seal', async ({ query }) => {
    const [last] = await query('select number::int, from_change::text from audit_block order by number desc limit 1');
    await query('delete from audit_event where change_number >= $1', [last.from_change]);
    await query('delete from audit_block where number = $1', [last.number]);
    return { kind: 'TRUNCATED', block: last.number, mustNotSeal: true };
  });
  await inCopy(
    'the tail is cut off and the file of heads emptied: a mailed head proves it',
    async ({ query, dataDir }) => {
      const mailed = readFileSync(heads(dataDir), 'utf8').trim().split('\n').at(-1);
      writeFileSync(heads(dataDir), '');
      const [last] = await query('select number::int, from_change::text from audit_block order by number desc limit 1');
      await query('delete from audit_event where change_number >= $1', [last.from_change]);
      await query('delete from audit_block where number = $1', [last.number]);
      return { kind: 'TRUNCATED', block: last.number, args: ['--head', mailed] };
    },
  );
  await inCopy('a line in the file of heads is forged', async ({ dataDir }) => {
    const lines = readFileSync(heads(dataDir), 'utf8').split('\n');
    lines[2] = lines[2].replace(/\\"rows\\":\\"./, '\\"rows\\":\\"z');
    writeFileSync(heads(dataDir), lines.join('\n'));
    return { kind: 'HEADS_UNREADABLE', event: '3' };
  });
}

async function refusesToSeal(database, dataDir) {
  const { code, output } = await cli(database, dataDir, ['audit', 'seal'], { mayFail: true });
  return code !== 0 && /Nothing is sealed/.test(output);
}

async function verify(database, dataDir, args = []) {
  const { code, output } = await cli(database, dataDir, ['audit', 'verify', '--json', ...args], { mayFail: true });
  const line = output.split('\n').find((one) => one.startsWith('{"ok"'));
  if (!line) throw new Error(`audit verify said nothing:\n${output}`);
  return { code, result: JSON.parse(line) };
}

async function cli(database, dataDir, args, { mayFail = false } = {}) {
  const env = { ...process.env, DATABASE_URL: urlOf(database), DANGWU_DATA_DIR: dataDir, LOG_LEVEL: 'fatal' };
  delete env.DATABASE_OWNER_URL;
  try {
    const { stdout } = await run(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...args], {
      env,
      maxBuffer: 1e8,
    });
    return { code: 0, output: stdout };
  } catch (error) {
    if (!mayFail || typeof error.code !== 'number') throw error;
    return { code: error.code, output: `${error.stdout}\n${error.stderr}` };
  }
}

async function connect(database) {
  const client = new pg.Client({ connectionString: urlOf(database) });
  client.on('error', () => undefined); // the server is stopped when a case could not be played
  await client.connect();
  return client;
}

function show(title, good, detail) {
  figures[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✓' : '✗'} ${title}${detail ? `: ${detail}` : ''}`);
}
