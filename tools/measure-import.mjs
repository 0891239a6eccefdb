// How long a roster of organizations takes on this machine, and how much memory: npm run build first, then
// node tools/measure-import.mjs [rows]. A database of its own, the built command, nothing kept. Other load slows it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { startPostgres } from '../libs/embedded-postgres/index.mjs';

const root = path.resolve(import.meta.dirname, '..');
const rows = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(path.join(tmpdir(), 'dangwu-measure-'));
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), ephemeral: true });
const env = { ...process.env, DATABASE_URL: postgres.url, DANGWU_DATA_DIR: path.join(folder, 'data') };

/** Runs the command; answers seconds and the most memory it held. */
async function command(...args) {
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...args], { cwd: root, env });
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
  return { code, output, seconds: (performance.now() - start) / 1000, megabytes: Math.round(most / 1024) };
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

try {
  await command('migrate');
  const person = (username) => ({ username, name: username });
  const begin = {
    association: '测量协会',
    root: { type: 'FUNCTIONAL_COMMITTEE', name: '测量协会党委', code: 'R', foundedOn: '1985-01-15', basis: '测量' },
    systemAdmin: person('system'),
    securityAdmin: person('security'),
    auditor: person('auditor'),
  };
  writeFileSync(path.join(folder, 'setup.json'), JSON.stringify(begin));
  const setUp = await command('setup', '--from', path.join(folder, 'setup.json'));
  if (setUp.code !== 0) throw new Error(setUp.output);
  const file = path.join(folder, 'roster.xlsx');
  const run = async (what, ...options) => {
    const load = loadavg()[0].toFixed(1);
    const { code, output, seconds, megabytes } = await command('import', '--kind', 'organizations', file, ...options);
    if (code !== 0) throw new Error(output.slice(-2000));
    console.log(`${what}: ${seconds.toFixed(1)} s, at most ${megabytes} MB (load ${load})`);
  };
  await roster(file, 1);
  await run('start of the command, one row');
  await roster(file, rows);
  await run(`${rows} rows checked`, '--dry-run');
  await run(`${rows} rows checked twice and written`);
  await run(`${rows} rows again, nothing new`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
