// Assessment of many organizations: the engine by itself, the computation with all that is stored, one score that changed, and
// the page of a result beside SQL written by hand and beside a page of organizations (a).
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { rolldown } from 'rolldown';
import { documents, idOf } from './assess-documents.mjs';
import { fillAssessments } from './assess-rows.mjs';
import { inputsOf, indicators, scorers } from './assess-made.mjs';
import { Load, median } from './measure.mjs';
import { bodyOf } from './operations.mjs';
import { globalId } from './operations/answers.mjs';
import { Server } from './servers.mjs';
import { migratedDatabase } from './system.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const built = path.resolve(import.meta.dirname, '../dist');
/** So many results are read one after the other, and so many scores changed. */
const [read, changed] = [200, 20];

/** @returns rows of what was measured, what, how much, in what, and what was wanted */
export async function measureAssessments({ folder, options, ending, say }) {
  const { organizations: count } = options.sizes;
  await bundleEngine();
  say('the engine by itself …');
  const engine = await engineAlone(count);
  const database = await migratedDatabase({ folder, say });
  ending.push(database.stop);
  const { client, association, postgres } = database;
  const made = await fillAssessments(client, association, count, say);
  const server = await Server.start('dangwu', { folder, databaseUrl: postgres.url, viewers: '' });
  ending.push(() => server.stop());
  const worker = await Server.start('worker', { folder, databaseUrl: postgres.url, viewers: '' });
  ending.push(() => worker.stop());
  const api = { ask: asking(server, made.staff.token), cycle: globalId('AssessmentCycle', made.cycle) };
  // a worker that has just begun has its program to compile
  await sleep(3_000);
  const whole = await computed(api, say);
  await compareTotals(client, engine.totals);
  const again = await afterOneChange(client, api, say);
  const one = await adjusted(client, api);
  const pages = await resultPages({ client, url: postgres.url, server, made, options, ending, say });
  return rowsOf({ count, engine, whole, again, one, pages, worker: peakOf(worker.pid), api: peakOf(server.pid) });
}

/** Of the engine's own sources, without anything of the API. */
async function bundleEngine() {
  const bundle = await rolldown({
    input: path.join(root, 'libs/assessment/src/engine/index.ts'),
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
  });
  await bundle.write({ file: path.join(built, 'engine.mjs'), format: 'esm' });
  await bundle.close();
}

function engineAlone(count) {
  const child = fork(path.join(import.meta.dirname, 'assess-engine.mjs'));
  child.send(count);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`the engine ended with ${code}`)));
  });
}

function asking(server, token) {
  return async (name, variables) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(documents[name]) } };
    const { data, errors } = JSON.parse(await server.ask('', token, JSON.stringify({ variables, extensions })));
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 800)}`);
    return Object.values(data)[0];
  };
}

/** All results, from the request to the end of the job. */
async function computed({ ask, cycle }, say) {
  const { version } = await ask('cycle', { id: cycle });
  const began = performance.now();
  const id = await ask('compute', { input: { id: cycle, version } });
  for (const told = new Set(); ; await sleep(50)) {
    const { state, done, total, message } = await ask('job', { id });
    if (total && !told.has(done) && told.size % 10 === 0) say(`computed ${done} of ${total}`);
    if (total) told.add(done);
    if (state === 'DONE') return { seconds: (performance.now() - began) / 1_000, told: told.size, message: message.en };
    if (state === 'FAILED' || state === 'CANCELLED') throw new Error(`computing: ${state} ${message?.en}`);
  }
}

/** What is stored is what the engine gave, to the digit: figures of different work would mean nothing. */
async function compareTotals(client, totals) {
  const { rows } = await client.query(
    `select substring(subject_name from '\\d+')::int as n, total::text as total from assessment`,
  );
  const other = rows.filter(({ n, total }) => total !== totals[n - 1]);
  if (rows.length !== totals.length || other.length)
    throw new Error(`${other.length} of ${rows.length} totals differ, such as ${JSON.stringify(other[0])}`);
}

/** One score is another than before, and all is computed again. */
async function afterOneChange(client, api, say) {
  const { rowCount } = await client.query(
    `update assessment_score set points = 2 - points / 2 where id = (
       select id from assessment_score where source = 'EXPERT' and points > 1.5 order by assessment_id, node_key, account_id limit 1)`,
  );
  if (rowCount !== 1) throw new Error('No score was changed');
  return computed(api, say);
}

/** Points of one indicator are set otherwise: the one result is computed, its group placed anew. */
async function adjusted(client, { ask }) {
  const { rows } = await client.query(`select id from assessment order by md5(subject_name) limit $1`, [changed]);
  const times = [];
  for (const [n, row] of rows.entries()) {
    const id = globalId('Assessment', row.id);
    const { version } = await ask('assessment', { id });
    const input = { id, version, nodeKey: 'i00', points: (1 + n / 100).toFixed(2), reason: '综合平衡' };
    const began = performance.now();
    await ask('adjust', { input });
    times.push(performance.now() - began);
  }
  return times;
}

/** What the page shows, in one statement: its result, its group in order, the medians of the group. */
const byHand = `
  select json_build_object('assessment', row_to_json(a), 'result', r.tree, 'no', r.no, 'digest', r.digest,
    'cycle', (select json_build_object('title', c.title, 'stage', c.stage, 'stages',
        (select json_agg(json_build_object('stage', g.stage, 'dueOn', g.due_on) order by g.due_on) from assessment_stage g where g.cycle_id = c.id))
      from assessment_cycle c where c.id = a.cycle_id),
    'places', (select json_agg(json_build_object('id', b.id, 'name', b.subject_name, 'total', b.total, 'rank', b.rank,
        'grade', b.grade) order by b.rank, b.id)
      from assessment b where b.cycle_id = a.cycle_id and b.group_key = a.group_key and b.deleted_at is null),
    'medians', (select json_object_agg(m.key, m.median) from (
      select d.node ->> 'key' as key, percentile_cont(0.5) within group (
          order by (d.node ->> 'points')::numeric / (d.node ->> 'weight')::numeric) as median
      from assessment b
      join lateral (select standing from assessment_result where assessment_id = b.id and deleted_at is null order by no desc limit 1) l on true
      cross join lateral jsonb_array_elements(l.standing #> '{root,children}') as d (node)
      where b.cycle_id = a.cycle_id and b.group_key = a.group_key and (d.node ->> 'weight')::numeric > 0 group by 1) m),
    'adjustments', (select json_agg(row_to_json(x)) from assessment_adjustment x where x.assessment_id = a.id),
    'objections', (select json_agg(row_to_json(x)) from assessment_objection x where x.assessment_id = a.id))::text as page
  from assessment a
  join lateral (select tree, no, digest from assessment_result where assessment_id = a.id and deleted_at is null
    order by no desc limit 1) r on true
  where a.id = $1`;

async function resultPages({ client, url, server, made, options, ending, say }) {
  const manifest = JSON.parse(readFileSync(path.join(built, 'documents.json'), 'utf8'));
  const [page] = Object.entries(manifest).find(([, text]) => text.includes('query assessmentResultPage'));
  const { rows } = await client.query(`select id from assessment order by md5(subject_name) limit $1`, [read]);
  const { rows: above } = await client.query(
    `select id from party_organization where type = 'COMMITTEE' and parent_id is not null order by md5(name) limit $1`,
    [read],
  );
  const { token, account } = made.staff;
  const results = rows.map(({ id }) =>
    JSON.stringify({
      variables: { id: globalId('Assessment', id) },
      extensions: { persistedQuery: { version: 1, sha256Hash: page } },
    }),
  );
  const lists = above.map(({ id }) => bodyOf('dangwu', 'a', { id }, account));
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  const hand = async (id) => (await sql.query({ name: 'page', text: byHand, values: [id] })).rows[0].page;
  const ids = rows.map(({ id }) => id);
  const ask = async (body) => {
    const answer = await server.ask('', token, body);
    if (!answer.startsWith('{"data"') || answer.includes('"assessmentResult":null'))
      throw new Error(answer.slice(0, 800));
    return answer;
  };
  say('reading results one after the other …');
  const ways = { page: [results, ask], hand: [ids, hand], list: [lists, ask] };
  const times = { page: [], hand: [], list: [] };
  // taking turns; what is read first warms all
  for (let turn = 0; turn < 4; turn++)
    for (const [name, [all, work]] of Object.entries(ways))
      for (let i = 0; i < 50; i++) {
        const began = performance.now();
        await work(all[(turn * 50 + i) % all.length]);
        if (turn) times[name].push(performance.now() - began);
      }
  await sql.end();
  say('reading results by 16 at once …');
  const load = new Load();
  ending.push(() => load.stop());
  const many = async (bodies) => {
    const requests = bodies.map((body) => server.request('', token, body));
    const order = { port: server.port, connections: 16, requests };
    await load.run({ ...order, milliseconds: 1_000 });
    const { requests: answered, milliseconds } = await load.run({ ...order, milliseconds: 4 * options.milliseconds });
    return answered / (milliseconds / 1_000);
  };
  const kilobytes = Buffer.byteLength(await ask(results[0])) / 1_024;
  return { times, kilobytes, perSecond: { page: await many(results), list: await many(lists) } };
}

/** The most memory that a process has had, in megabytes. */
function peakOf(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1_024;
}

const row = (what, value, unit, wanted = '') => ({ what, value, unit, wanted });
const at = (times, share) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1];

function rowsOf({ count, engine, whole, again, one, pages, worker, api }) {
  const { page, hand, list } = pages.times;
  const [inputs] = [JSON.stringify(inputsOf(1)).length / 1_024];
  return [
    row('organizations', count, ''),
    row('indicators of each', indicators.length, ''),
    row('scorers of each', scorers, ''),
    row('inputs of one organization as JSON', inputs, 'KB'),
    row('engine alone, all', engine.computing / 1_000, 's'),
    row('engine alone, one', engine.computing / count, 'ms'),
    row('digests, all', engine.digesting / 1_000, 's'),
    row('order and grades of all groups', engine.ranking / 1_000, 's'),
    row('most memory of the engine alone', engine.megabytes, 'MB'),
    row('all computed and stored, from the request to the end of the job', whole.seconds, 's'),
    row('progress told', whole.told, 'times', 'more than once'),
    row('all computed again after one score changed', again.seconds, 's'),
    row('one result computed anew and its group placed (adjustAssessment), p50', median(one), 'ms'),
    row('… p99', at(one, 0.99), 'ms'),
    row('most memory of the worker', worker, 'MB'),
    row('most memory of the API', api, 'MB'),
    row('a result page as the console asks for it', pages.kilobytes, 'KB'),
    row('result page, one connection, p50', median(page), 'ms'),
    row('… the same by SQL written by hand, p50', median(hand), 'ms'),
    row('… ÷ SQL by hand', median(page) / median(hand), '×'),
    row('… ÷ a page of 50 organizations (a)', median(page) / median(list), '×', 'at most 3'),
    row('a page of 50 organizations (a), one connection, p50', median(list), 'ms'),
    row('result pages, 16 connections', pages.perSecond.page, '/s'),
    row('… ÷ pages of organizations (a)', pages.perSecond.list / pages.perSecond.page, '× longer', 'at most 3'),
  ];
}

export function assessTable(rows, about) {
  const told = (value) => (Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1));
  return [
    '# Bench: assessment',
    '',
    `Taken ${about.takenAt} on ${about.cores} cores (${about.processor}), ${about.memoryGb} GB, Node ${about.node}, load average before ${about.loadBefore.join(' / ')}, after ${about.loadAfter.join(' / ')}.`,
    'Totals that were stored are those of the engine by itself, each compared. Comparison groups of 100; the statement by hand reads what the page shows and explains nothing in words.',
    '',
    '| | | | wanted |',
    '| --- | ---: | --- | --- |',
    ...rows.map(({ what, value, unit, wanted }) => `| ${[what, told(value), unit, wanted].join(' | ')} |`),
    '',
  ].join('\n');
}
