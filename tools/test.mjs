// npm test [-- STEP …]: every check there is, one after the other; the last line is the sum.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, temporaryFolder } from '../libs/embedded-postgres/index.mjs';
import { buildWhatChanged } from './start/build.mjs';
import { startSystem } from './test/system.mjs';

const root = path.resolve(import.meta.dirname, '..');
const began = performance.now();
const scratch = mkdtempSync(path.join(os.tmpdir(), 'dangwu-results-'));
const folder = temporaryFolder();
// Broken off: the server must not stay (startPostgres ends it on exit), nor the folders.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
process.once('exit', () => {
  // More than once: the server deletes files of its own while it ends, and rmSync stops quietly at the first one missing.
  for (const left of [scratch, folder])
    for (let tries = 0; existsSync(left) && tries < 20; tries += 1) rmSync(left, { recursive: true, force: true });
});

const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), database: 'printed', ephemeral: true });
// What a developer has set for daily work must not reach the tests.
const { DATABASE_URL: _daily, ...inherited } = process.env;
const env = {
  ...inherited,
  NX_DAEMON: 'false',
  TEST_DATABASE_URL: postgres.url.replace(/printed$/, 'postgres'),
  FORCE_COLOR: process.env.FORCE_COLOR ?? '0',
};
const commandLine = {
  ...env,
  DATABASE_URL: postgres.url,
  DANGWU_DATA_DIR: path.join(folder, 'data'),
  LOG_LEVEL: 'error',
};

const steps = {
  format: () => node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  lint: () => node('tools/lint.mjs'),
  'lint-proof': () => counted('tools/lint-proof.mjs'),
  lockfile: () => node('tools/lockcheck.mjs'),
  asvs: () => node('tools/asvs-check.mjs'),
  compose: () => node('node_modules/dclint/bin/dclint.cjs', ['--max-warnings', '0', 'docker-compose.yml']),
  build: async () => {
    await buildWhatChanged({ say: console.log });
    return check(true);
  },
  printed: async () => {
    const migrated = await node('apps/api/dist/cli.js', ['migrate'], commandLine);
    return migrated.failed ? migrated : node('apps/api/dist/cli.js', ['print', 'all', '--check'], commandLine);
  },
  // One program for the API and all libraries: every project by itself takes seven times as long.
  types: async () => {
    const projects = ['tools', 'apps/console', 'apps/console-e2e'];
    const runs = [];
    for (const project of projects) runs.push(await node('node_modules/typescript/bin/tsc', ['-p', project]));
    return sum(runs);
  },
  locales: () => node('apps/console/check-locales.mjs'),
  size: () => node('apps/console/size.mjs'),
  jest,
  browser,
};

/** What the processes of the current step printed, its latest part. */
let said = '';
const remembered = 20_000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
const results = [];
if (unknown.length) console.error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
else for (const name of wanted.length ? wanted : Object.keys(steps)) results.push(await step(name));

await postgres.stop();
process.exitCode = report() ? 0 : 1;

async function step(name) {
  console.log(`\n━━ ${name} ${'━'.repeat(Math.max(0, 70 - name.length))}`);
  const from = performance.now();
  let result;
  said = '';
  try {
    result = await steps[name]();
  } catch (error) {
    console.error(error.message);
    said += error.message;
    result = check(false);
  }
  const ending = said.trimEnd().split('\n').slice(-40).join('\n');
  return { name, ...result, ending, seconds: (performance.now() - from) / 1000 };
}

function report() {
  // Said again at the end: a machine that keeps only the last lines of a log would hide what failed early.
  for (const { name, failed, ending } of results)
    if (failed && ending)
      console.log(`\n━━ ${name} ended with ${'━'.repeat(Math.max(0, 59 - name.length))}\n${ending}`);
  console.log(`\n━━ summary ${'━'.repeat(63)}`);
  for (const { name, passed, failed, seconds } of results) {
    const figures = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(12)} ${figures} ${seconds.toFixed(1).padStart(8)} s`);
  }
  const { passed, failed } = sum(results);
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  return results.length > 0 && failed === 0;
}

async function jest() {
  const file = path.join(scratch, 'jest.json');
  const { code } = await run('tools/jest.mjs', ['--ci', '--json', `--outputFile=${file}`], { quietOut: true });
  if (!existsSync(file)) return check(false);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that cannot be loaded, and a test that is skipped, are failures.
  const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function browser() {
  // the journeys are a crowd that signs in as the same few people
  const system = await startSystem({ env: { ...env, RATE_LIMIT: '1000000', RATE_LIMIT_ANONYMOUS: '100000' } });
  console.log(`the system stands at ${system.url} after ${system.seconds.toFixed(1)} s`);
  try {
    const file = path.join(scratch, 'playwright.json');
    const { code } = await run(
      'node_modules/@playwright/test/cli.js',
      ['test', '--config', 'apps/console-e2e', '--reporter=list,json'],
      {
        env: {
          ...env,
          DANGWU_URL: system.url,
          DANGWU_DATA_DIR: system.dataDir,
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        },
      },
    );
    if (!existsSync(file)) return check(false);
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats;
    const failed = unexpected + flaky + skipped;
    return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    const code = await system.stop();
    if (code !== 0) console.error(`the system ended with ${code}:\n${system.output()}`);
    system.remove();
  }
}

function sum(runs) {
  const of = (key) => runs.reduce((total, run) => total + run[key], 0);
  return { passed: of('passed'), failed: of('failed') };
}

function check(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

async function node(script, args, environment) {
  return check((await run(script, args, { env: environment })).code === 0);
}

/** For scripts of ours that count for themselves. */
async function counted(script) {
  const { code, output } = await run(script);
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  return passed === undefined ? check(code === 0) : { passed: Number(passed), failed: Number(failed) };
}

function run(script, args = [], { env: environment = env, quietOut = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (quietOut) return;
      said = (said + chunk).slice(-remembered);
      process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-remembered);
      process.stderr.write(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
