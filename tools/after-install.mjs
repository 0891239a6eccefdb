// Runs after every npm ci: takes out what the packages ship and nobody here loads, and switches the commit hook on.
// Node built-ins only. What is deleted here is listed by name, with the reason; sizes were read on Linux x64.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');

const unused = [
  'node/node_modules/node-*/include', // 67 MB: C headers; no dependency is compiled here
  'antd/dist/antd*.js', // 13 MB: bundles for pages without a bundler; reset.css beside them stays
  '@ant-design/icons/dist', // 4 MB: the same
  '@ant-design/icons-svg/inline-*', // 8 MB: every icon as a string
  'typeorm/browser', // 8 MB: for Cordova and the like
  'exceljs/dist', // 7 MB: for browsers; Node loads lib/
  'es-toolkit/dist/browser*', // for pages without a bundler
  '@expo-google-fonts/noto-serif-sc/[235689]*', // 90 MB: documents are set in regular and bold
  'docx/dist/*.iife.js', // 6 MB: for pages without a bundler
  'docx/dist/*.umd.cjs', // 6 MB: the same
  'pdfmake/build/pdfmake*', // 4 MB: for browsers; Node loads js/
];

if (existsSync(modules)) trim();
hooks();

function trim() {
  for (const pattern of unused) {
    for (const found of match(pattern)) rmSync(path.join(modules, found), { recursive: true, force: true });
  }
  // 116 MB: nobody steps through a dependency's own sources; stack traces of our code keep their maps.
  removeMaps(modules);
}

/** Paths under node_modules that fit a pattern with stars. (`fs.globSync` came with Node 22; npm ci may run on 20.) */
function match(pattern) {
  let found = [''];
  for (const part of pattern.split('/')) {
    const like = new RegExp(`^${part.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
    found = found.flatMap((folder) => {
      const at = path.join(modules, folder);
      if (!existsSync(at) || !statSync(at).isDirectory()) return [];
      return readdirSync(at)
        .filter((name) => like.test(name))
        .map((name) => path.join(folder, name));
    });
  }
  return found;
}

function removeMaps(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) removeMaps(at);
    else if (entry.isFile() && entry.name.endsWith('.map')) unlinkSync(at);
  }
}

/** Git reads .githooks/ from now on, unless this clone has its own idea of where hooks stand. */
function hooks() {
  if (!existsSync(path.join(root, '.git')) || process.env.CI) return;
  try {
    const current = git('config', '--default', '', '--get', 'core.hooksPath');
    if (current === '') git('config', 'core.hooksPath', '.githooks');
  } catch (error) {
    console.warn(`The commit hook is not switched on: ${error.message}`);
  }
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
