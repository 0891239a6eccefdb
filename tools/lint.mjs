// ESLint over everything, or over the files named: node tools/lint.mjs [FILE …]
// The boundaries rule reads Nx's project graph and skips itself silently without one, so the graph is made first.
// Rules that know types hold every program they have seen, so a run of all files is shared among processes that end:
// one alone outgrew the memory that Node gives itself on a small machine.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

const filesAtOnce = 320;

process.env.NX_DAEMON = 'false';
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

const named = process.argv.slice(2);
process.exit((named.length ? await lint(named) : everything()) ? 0 : 1);

function everything() {
  const files = sources();
  let good = files.length > 0;
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const some = files.slice(from, from + filesAtOnce);
    const { status, signal, error } = spawnSync(process.execPath, [import.meta.filename, ...some], {
      stdio: 'inherit',
    });
    if (signal || error) console.log(`ESLint did not finish: ${signal ?? error.message}`);
    good &&= status === 0;
  }
  return good;
}

/** What Git follows or would follow, in order of path: neighbours share their programs. */
function sources() {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.tsx', '*.mts', '*.mjs'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return listed.split('\0').filter(Boolean).sort();
}

async function lint(files) {
  await createProjectGraphAsync({ exitOnError: true });
  const eslint = new ESLint({ cwd: root, errorOnUnmatchedPattern: false, warnIgnored: false });
  const results = await eslint.lintFiles(files);
  const formatter = await eslint.loadFormatter('stylish');
  const report = await formatter.format(results);
  if (report) console.log(report);
  const findings = results.reduce((sum, result) => sum + result.errorCount + result.warningCount, 0);
  console.log(`${results.length} files, ${findings} findings`);
  return findings === 0;
}
