// ESLint over everything, or over the files named: node tools/lint.mjs [FILE …]
// The boundaries rule reads Nx's project graph and skips itself silently without one, so the graph is made first.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import path from 'node:path';

process.env.NX_DAEMON = 'false';
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
await createProjectGraphAsync({ exitOnError: true });

const eslint = new ESLint({ cwd: root, errorOnUnmatchedPattern: false });
const results = await eslint.lintFiles(process.argv.length > 2 ? process.argv.slice(2) : ['.']);
const formatter = await eslint.loadFormatter('stylish');
const report = await formatter.format(results);
if (report) console.log(report);
const errors = results.reduce((sum, result) => sum + result.errorCount + result.warningCount, 0);
console.log(`${results.length} files, ${errors} findings`);
process.exit(errors ? 1 : 0);
