// Runs a command of the API on the database of this clone: node tools/run.mjs import --kind organizations FILE.xlsx
// The database is the one of DATABASE_URL, of a running `npm start`, or the embedded one, started for the moment.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../libs/embedded-postgres/index.mjs';
import { buildWhatChanged } from './start/build.mjs';
import { runOnce } from './start/children.mjs';
import { stateOf } from './start/database.mjs';

const root = path.resolve(import.meta.dirname, '..');
// Standard output belongs to the command (import --json).
const say = (line) => console.error(line);

if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
const dataDir = path.resolve(root, process.env.DANGWU_DATA_DIR ?? '.data');
const cli = path.join(root, 'apps/api/dist/cli.js');

let server = null;
try {
  await buildWhatChanged({ only: ['api'], say });
  if (!process.env.DATABASE_URL) server = await startPostgres({ dataDir: path.join(dataDir, 'pg') });
  const env = { LOG_LEVEL: 'warn', ...process.env, DANGWU_DATA_DIR: dataDir };
  env.DATABASE_URL ??= server.url;
  if (!(await stateOf(env.DATABASE_URL)).current) await runOnce('migrate', [cli, 'migrate'], { cwd: root, env, say });
  process.exitCode = await run(env);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  // One that was there before us belongs to a running npm start.
  if (server && !server.reused) await server.stop();
}

function run(env) {
  // Files are named as seen from where the command was typed.
  const child = spawn(process.execPath, ['--enable-source-maps', cli, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
