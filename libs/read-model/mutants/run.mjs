// Are the specs able to fail? node libs/read-model/mutants/run.mjs [first] [last]
// Works on a copy: the sources are never touched. Takes about five seconds for each mutant.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mutants } from './list.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const own = (name) => import(path.join(root, 'libs/testing/src', `${name}.mjs`));
const { default: globalSetup } = await own('global-setup');
const { default: globalTeardown } = await own('global-teardown');
const copy = mkdtempSync(path.join(os.tmpdir(), 'read-model-mutants-'));
const sources = path.join(copy, 'libs/read-model/src');
cpSync(path.join(root, 'libs/read-model/src'), sources, { recursive: true });
for (const name of ['node_modules', 'package.json']) symlinkSync(path.join(root, name), path.join(copy, name));
writeFileSync(
  path.join(copy, 'jest.config.mjs'),
  `import all from ${JSON.stringify(path.join(root, 'jest.config.mjs'))};
const { globalSetup, globalTeardown, ...base } = all;
export default { ...base, rootDir: ${JSON.stringify(copy)}, roots: ['<rootDir>/libs'] };`,
);

/** Quick specs first: most faults fall there. */
const STAGES = ['src/(area|cursor|sql|plan-tree|reader)\\.', 'src/(property|nest|boot)\\.'];

function specs() {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '-c', path.join(copy, 'jest.config.mjs')];
  for (const stage of STAGES) {
    const run = spawnSync(process.execPath, [...args, '--runInBand', '--bail', '--silent', stage], {
      cwd: copy,
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, READ_MODEL_SEED: '20261123' },
    });
    const failed = /^ +● (?!Console)(.*)$/m.exec(run.stderr)?.[1];
    if (run.status !== 0) return { passed: false, by: failed ?? `no answer, ${run.signal}` };
  }
  return { passed: true, by: '' };
}

for (const [i, [file, find]] of mutants.entries())
  if (readFileSync(path.join(sources, file), 'utf8').split(find).length !== 2)
    throw new Error(`Mutant ${i}: its text does not stand once in ${file}: ${find}`);
await globalSetup();
let killed = 0;
const [first, last] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? mutants.length)];
try {
  const sane = specs();
  if (!sane.passed) throw new Error(`The specs fail without any mutant: ${sane.by}`);
  for (const [i, [file, find, replace]] of mutants.slice(first, last).entries()) {
    const at = path.join(sources, file);
    const text = readFileSync(at, 'utf8');
    writeFileSync(
      at,
      text.replace(find, () => replace),
    );
    const { passed, by } = specs();
    writeFileSync(at, text);
    if (!passed) killed++;
    console.log(
      `${passed ? 'SURVIVED' : 'killed  '} ${first + i} ${file}: ${find.slice(0, 70)} → ${replace.slice(0, 50)}${passed ? '' : ` (${by})`}`,
    );
  }
} finally {
  await globalTeardown();
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${killed} of ${Math.min(last, mutants.length) - first} mutants killed`);
