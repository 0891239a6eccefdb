// How long rosters of organizations, or lists of activities, take on this machine, and how much memory: npm run build first, then
// node tools/measure-import.mjs [--activities] [rows…]. Databases of its own, the built command, nothing kept. Other load slows it.
//
// The most memory a process held is for the most part what V8 has not collected yet, because it need not. So each
// roster is also written in a heap that may not grow: that it fits there, however many rows it has, is what "flat" means.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { startPostgres } from '../libs/embedded-postgres/index.mjs';

/** For what lives longer than a moment, in megabytes: the application alone takes about 85 of them. */
const bound = 160;

const root = path.resolve(import.meta.dirname, '..');
const kind = process.argv.includes('--activities') ? 'activities' : 'organizations';
const given = process.argv.slice(2).map(Number).filter(Number.isFinite);
// a sheet may have 20,000 rows, one of them with the headings
const sizes = given.length ? given : [1, 1_000, 10_000, 19_999];
const folder = mkdtempSync(path.join(tmpdir(), 'dangwu-measure-'));
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), ephemeral: true });
const env = { ...process.env, DATABASE_URL: postgres.url, DANGWU_DATA_DIR: path.join(folder, 'data') };

/** Runs the command; answers seconds, the most memory it held, and the most that a full collection left of its heap. */
async function command(args, { url = postgres.url, flags = [] } = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, [...flags, path.join(root, 'apps/api/dist/cli.js'), ...args], {
    cwd: root,
    env: { ...env, DATABASE_URL: url },
  });
  let output = '';
  let most = 0;
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? most);
    } catch {
      clearInterval(watch); // it has ended, or this system has no /proc
    }
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(output.slice(-2000));
  const left = [...output.matchAll(/Mark-Compact [^>]*-> ([\d.]+) /g)].map(([, megabytes]) => Number(megabytes));
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.round(most / 1024),
    live: Math.round(Math.max(0, ...left)),
  };
}

async function roster(file, count) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系', '所属层面', '成立时间', '党员人数']);
  sheet.addRow(['R', '测量协会党委', '功能型党委', null, null, '秘书处', '1985-01-15', 9]);
  for (let i = 1; i < count; i++) {
    const parent = i < 20 ? '测量协会党委' : `第${Math.floor(i / 20)}党委`;
    sheet.addRow([`A${i}`, `第${i}党委`, '党委', parent, i % 7 ? '领导' : '指导', '会员单位', '2019.2.1', i % 90]);
  }
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** Activities of 200 branches, one a day of each, most of them recorded. */
async function activities(file, count) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('活动');
  sheet.addRow(['外部编号', '党组织', '活动类型', '活动名称', '日期', '开始时间', '结束时间', '应到', '实到', '摘要']);
  for (let i = 0; i < count; i++) {
    const on = new Date(Date.UTC(2024, 0, 1 + Math.floor(i / branches))).toISOString().slice(0, 10);
    const name = `第${(i % branches) + 1}党支部`;
    sheet.addRow([
      `M${i}`,
      name,
      '主题党日',
      `第${i}次主题党日`,
      on,
      '14:00',
      '15:30',
      20,
      i % 7 ? 18 : 20,
      '学习并讨论。',
    ]);
  }
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
}
const branches = 200;

/** The branches that hold them. */
async function holders(file) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系', '所属层面', '成立时间', '党员人数']);
  sheet.addRow(['R', '测量协会党委', '功能型党委', null, null, '秘书处', '1985-01-15', 9]);
  sheet.addRow(['C', '测量党委', '党委', '测量协会党委', '领导', '会办企业', '1990-01-15', 9]);
  for (let i = 1; i <= branches; i++)
    sheet.addRow([`B${i}`, `第${i}党支部`, '党支部', '测量党委', '领导', '会办企业', '2019.2.1', 20]);
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** A database as `seed` left it, for one roster. */
async function fresh(name) {
  const url = new URL(postgres.url);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

try {
  await command(['migrate']);
  await command(['seed', '--empty']);
  const file = path.join(folder, 'roster.xlsx');
  if (kind === 'activities') {
    await holders(file);
    await command(['import', '--kind', 'organizations', file]);
  }
  const most = {};
  const run = async (rows, what, options, ...more) => {
    const load = loadavg()[0].toFixed(1);
    const { seconds, megabytes, live } = await command(['import', '--kind', kind, file, ...more], options);
    (most[what] ??= []).push({ rows, megabytes });
    const left = live ? `, of which at most ${live} MB in use after a full collection` : '';
    console.log(`${rows} rows ${what}: ${seconds.toFixed(1)} s, at most ${megabytes} MB${left} (load ${load})`);
  };
  for (const rows of sizes) {
    await (kind === 'activities' ? activities : roster)(file, rows);
    const [url, narrow] = [await fresh(`wide_${rows}`), await fresh(`narrow_${rows}`)];
    await run(rows, 'checked', { url }, '--dry-run');
    await run(rows, 'checked twice and written', { url });
    await run(rows, 'again, nothing new', { url });
    // what is young keeps its size, which V8 would take from the bound
    const flags = [`--max-old-space-size=${bound}`, '--max-semi-space-size=16', '--trace-gc'];
    await run(rows, `written in a heap of ${bound} MB`, { url: narrow, flags });
  }
  for (const [what, [first, ...others]] of Object.entries(most))
    for (const { rows, megabytes } of others) {
      const more = megabytes - first.megabytes;
      const share = Math.round((more / first.megabytes) * 100);
      console.log(`${what}, from ${first.rows} to ${rows} rows: ${more} MB more (${share} %)`);
    }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
