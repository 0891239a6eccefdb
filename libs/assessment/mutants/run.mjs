// Do the specifications of the engine and of the figures find errors? npm run mutants:assessment [part of a file's name]
// Each error of seeds.mjs stands alone in a copy of the two libraries; those specifications run that need no database.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seeds } from './seeds.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** At once; each in a copy of its own. */
const copies = 2;
const slow = ['properties', 'oracle'];

const specsIn = (folder) =>
  readdirSync(path.join(root, folder)).flatMap((name) => (name.endsWith('.spec.ts') ? [path.join(folder, name)] : []));
const of = { engine: specsIn('libs/assessment/src/engine'), figures: specsIn('libs/figures/src') };
/** Quick ones first: most errors never meet the others. */
const stepsOf = ({ file }) => {
  if (file.startsWith('libs/figures')) return [of.figures];
  const isSlow = (spec) => slow.some((name) => spec.endsWith(`/${name}.spec.ts`));
  return [of.engine.filter((spec) => !isSlow(spec)), of.engine.filter(isSlow)];
};

function copy() {
  const to = mkdtempSync(path.join(os.tmpdir(), 'assessment-mutants-'));
  const skip = (source) => !/\/(node_modules|dist)$/.test(source);
  cpSync(path.join(root, 'libs'), path.join(to, 'libs'), { recursive: true, filter: skip });
  for (const name of ['node_modules', 'package.json', 'tsconfig.base.json'])
    symlinkSync(path.join(root, name), path.join(to, name));
  writeFileSync(
    path.join(to, 'jest.config.mjs'),
    `import all from ${JSON.stringify(path.join(root, 'jest.config.mjs'))};
const { globalSetup, globalTeardown, ...base } = all;
export default { ...base, rootDir: ${JSON.stringify(to)}, roots: ['<rootDir>/libs/assessment', '<rootDir>/libs/figures'],
  cacheDirectory: ${JSON.stringify(path.join(to, 'cache'))} };`,
  );
  return to;
}

/** @returns whether all of them pass, and what they said */
function pass(at, specs) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '-c', path.join(at, 'jest.config.mjs')];
  const child = spawn(process.execPath, [...args, '--runInBand', '--bail', '--silent', '--runTestsByPath', ...specs], {
    cwd: at,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ passed: code === 0, said }));
  });
}

function putInto(at, { file, what, from, to }) {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file}: "${what}" does not stand there once`);
  writeFileSync(
    path.join(at, file),
    source.replace(from, () => to),
  );
  return () => writeFileSync(path.join(at, file), source);
}

/** Each is looked for before anything runs: a source that has changed since is told at once. */
const chosen = seeds.filter(({ file }) => file.includes(process.argv[2] ?? ''));
const folders = Array.from({ length: copies }, copy);
const survivors = [];
const began = performance.now();
let done = 0;
try {
  for (const seed of chosen) putInto(folders[0], seed)();
  for (const specs of Object.values(of)) {
    const { passed, said } = await pass(folders[0], specs);
    if (!passed) throw new Error(`Without an error the specifications do not pass:\n${said.slice(-3_000)}`);
  }
  const left = [...chosen];
  await Promise.all(
    folders.map(async (at) => {
      for (let seed = left.shift(); seed; seed = left.shift()) {
        const takeBack = putInto(at, seed);
        let found = false;
        for (const specs of stepsOf(seed)) if (!found) found = !(await pass(at, specs)).passed;
        takeBack();
        done += 1;
        if (!found) survivors.push(seed);
        console.log(
          `${String(done).padStart(3)} ${found ? 'found' : 'NOT FOUND'}  ${path.basename(seed.file)}: ${seed.what}`,
        );
      }
    }),
  );
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(`${chosen.length - survivors.length} of ${chosen.length} errors found in ${seconds} s`);
process.exit(survivors.length ? 1 : 0);
