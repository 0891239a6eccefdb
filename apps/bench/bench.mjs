// npm run bench: what a request to the API costs, against what cannot be beaten and against what others would use.
// README.md beside this file says how to read the figures.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { growthTable, measureGrowth } from './src/growth.mjs';
import { Load } from './src/measure.mjs';
import { readOptions } from './src/options.mjs';
import { circumstances, markdown, summarize } from './src/report.mjs';
import { measureOn } from './src/session.mjs';
import { buildApi, preparePeers } from './src/system.mjs';

/** A run that hangs ends all the same. */
const longest = 8 * 60 * 60_000;

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
  if (options.assess) {
    const { assessTable, measureAssessments } = await import('./src/assess.mjs');
    await buildApi(say);
    const load = loadNow();
    const rows = await measureAssessments({ folder, options, ending, say });
    const about = circumstances({ options, load: { before: load, after: loadNow() } });
    finish('assessment', options, { about, rows, table: assessTable(rows, about) });
    return;
  }
  await preparePeers(say);
  await buildApi(say);
  if (options.votes) {
    const { measureVotes, votesTable } = await import('./src/votes.mjs');
    const load = loadNow();
    const rows = await measureVotes({ folder, options, ending, say });
    const about = circumstances({ options, load: { before: load, after: loadNow() } });
    finish('votes', options, { about, rows, table: votesTable(rows, about) });
    return;
  }
  if (options.long) {
    const { measureLongWork } = await import('./src/long-work.mjs');
    console.log(`\n${(await measureLongWork({ folder, options, ending, say })).join('\n')}`);
    return;
  }
  const load = new Load();
  ending.push(() => load.stop());
  const before = loadNow();
  if (options.growth) {
    const rows = await measureGrowth({ folder, options, load, say });
    const about = circumstances({ options, load: { before, after: loadNow() } });
    finish('growth', options, { about, rows, table: growthTable(rows, about) });
    return;
  }
  const { organizations } = options.sizes;
  const records = await measureOn({ folder, organizations, options, load, ending, say });
  const about = circumstances({ options, load: { before, after: loadNow() } });
  const rows = summarize(records);
  finish(`reads-${organizations}`, options, { about, rows, table: markdown(rows, about) });
}

const loadNow = () => os.loadavg().map((n) => n.toFixed(2));

function finish(name, { quick, out }, { about, rows, table }) {
  console.log(`\n${table}`);
  if (quick) return;
  const folder = out ?? path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.md`), `${table.trimEnd()}\n`);
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ about, rows }, null, 2)}\n`);
  say(`written: ${path.relative(process.cwd(), path.join(folder, name))}.md and .json`);
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
