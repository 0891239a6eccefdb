// npm run drill:fuzz [-- --cases 2000] [-- --seed 7] [-- --only Mutation.moveOrganization]: the fuzz of npm test, longer
// and from a new seed. The seed stands in the output: the same seed makes the same cases.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '2000' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 2_147_483_647);
console.log(`seed ${seed}, ${values.cases} cases for each input`);
const run = spawnSync(process.execPath, [path.join(root, 'tools/jest.mjs'), 'apps/api/src/contract/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    FUZZ_SEED: seed,
    FUZZ_CASES: values.cases,
    ...(values.only ? { FUZZ_ONLY: values.only, FUZZ_LOG: 'error' } : {}),
  },
});
process.exit(run.status ?? 1);
