// npm run bench: what a read through the API costs, against what cannot be beaten and against what others would use.
// README.md beside this file says how to read the figures.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compareAnswers } from './src/compare.mjs';
import { Load, measure } from './src/measure.mjs';
import { readOptions } from './src/options.mjs';
import { circumstances, markdown, summarize } from './src/report.mjs';
import { Server } from './src/servers.mjs';
import { buildApi, openDatabase, preparePeers } from './src/system.mjs';

/** A run that hangs ends all the same. */
const longest = 90 * 60_000;

const began = performance.now();
const say = (line) => console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${line}`);
/** What was started, the last first to be ended. */
const ending = [];
let ended = false;

async function end(code) {
  if (ended) return;
  ended = true;
  for (const stop of ending.toReversed()) await stop();
  process.exit(code);
}

async function run(options) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dangwu-bench-'));
  chmodSync(folder, 0o711); // PostgreSQL runs under another account when we are root
  ending.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  await preparePeers(say);
  await buildApi(say);
  const database = await openDatabase({ folder, kept: options.data, organizations: options.organizations, say });
  ending.push(database.stop);
  // installed only now
  const { makePayloads } = await import('./src/payloads.mjs');
  const { payloads, known } = await makePayloads(database.client, database.association, options.viewers);
  await database.client.query('vacuum analyze account, access_grant, session');
  const viewers = path.join(folder, 'viewers.json');
  writeFileSync(viewers, JSON.stringify(known), { mode: 0o600 });
  const servers = [];
  for (const name of options.servers) {
    const server = await Server.start(name, { folder, databaseUrl: database.postgres.url, viewers });
    ending.push(() => server.stop());
    servers.push(server);
  }
  const load = new Load();
  ending.push(() => load.stop());
  const asked = payloads.filter(({ operation }) => options.operations.includes(operation));
  if (options.servers.includes('limit')) await compareAnswers(servers, asked, say);
  const before = loadNow();
  const records = await measure({
    servers,
    payloads: asked,
    postmaster: database.postgres.pid,
    options,
    load,
    say,
  });
  const about = circumstances({ options, load: { before, after: loadNow() } });
  const rows = summarize(records);
  const table = markdown(rows, about);
  console.log(`\n${table}`);
  if (!options.quick) write(options.out ?? path.join(import.meta.dirname, 'results'), { about, rows, table });
}

const loadNow = () => os.loadavg().map((n) => n.toFixed(2));

function write(folder, { about, rows, table }) {
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, `reads-${about.organizations}`);
  writeFileSync(`${name}.md`, `${table}\n`);
  writeFileSync(`${name}.json`, `${JSON.stringify({ about, rows }, null, 2)}\n`);
  say(`written: ${path.relative(process.cwd(), name)}.md and .json`);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(130));
const late = setTimeout(() => {
  console.error('The bench took too long and ends.');
  void end(1);
}, longest);
late.unref();
try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options);
  await end(0);
} catch (error) {
  console.error(error.stack ?? error);
  await end(1);
}
