// Is the permission matrix able to fail? npm run mutants [share of the data mutants, 1 = all]
// Works on a copy with all mutants of the policy in it; the world is built once and asked anew for each of them. Stryker
// would start it again for every mutant: ten seconds each instead of two.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { instrument } from './instrument.mjs';

/** What decides about rights; accounts, passwords and sessions have tests of their own. */
const policy = [
  'access.ts',
  'access.guard.ts',
  'permissions.ts',
  'vocabulary.ts',
  'place.ts',
  'reach.ts',
  'requirement.ts',
  'roles.ts',
  'viewer.ts',
  'viewers.ts',
  'emergency/emergency-access.ts',
  'grants/grants.ts',
  'publications/publications.ts',
];

const root = path.resolve(import.meta.dirname, '../../..');
const own = (name) => import(path.join(root, 'libs/testing/src', `${name}.mjs`));
const { default: globalSetup } = await own('global-setup');
const { default: globalTeardown } = await own('global-teardown');
const copy = mkdtempSync(path.join(os.tmpdir(), 'access-mutants-'));
const skip = (source) => !/\/(node_modules|dist|fixtures)$/.test(source);
for (const folder of ['libs', 'apps/api'])
  cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true, filter: skip });
for (const name of ['node_modules', 'package.json', 'tsconfig.base.json'])
  symlinkSync(path.join(root, name), path.join(copy, name));
writeFileSync(
  path.join(copy, 'jest.config.mjs'),
  `import all from ${JSON.stringify(path.join(root, 'jest.config.mjs'))};
const { globalSetup, globalTeardown, ...base } = all;
export default { ...base, rootDir: ${JSON.stringify(copy)}, roots: ['<rootDir>/libs', '<rootDir>/apps/api'],
  testMatch: ['**/*.mutant-spec.ts'], testTimeout: 3_600_000 };`,
);

const all = [];
for (const name of policy) {
  const file = path.join(copy, 'libs/access/src', name);
  // what a role carries is remembered; data that changes must not be
  const source = readFileSync(file, 'utf8').replace('let known = reachesOf.get(name);', 'let known = undefined;');
  const { text, mutants } = instrument(name, source, all.length + 1);
  writeFileSync(file, text);
  all.push(...mutants);
}
writeFileSync(path.join(copy, 'mutants.json'), JSON.stringify(all));
await globalSetup();
let status = 1;
try {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '-c', path.join(copy, 'jest.config.mjs')];
  const env = { ...process.env, MUTANTS: path.join(copy, 'mutants.json'), MUTANTS_SHARE: process.argv[2] ?? '1' };
  ({ status } = spawnSync(process.execPath, [...args, '--runInBand'], { cwd: copy, stdio: 'inherit', env }));
} finally {
  await globalTeardown();
  rmSync(copy, { recursive: true, force: true });
}
process.exit(status ?? 1);
