// Builds the API and the console when what they are made of has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOnce } from './children.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const memory = path.join(root, '.nx/built');

const parts = {
  api: {
    made: 'apps/api/dist/main.js',
    inputs: ['apps/api', 'libs', 'tools/documents.mjs', 'tsconfig.base.json', 'package-lock.json'],
    // the console's documents are the only ones a session may send
    documents: 'apps/console/src',
    steps: [{ args: ['node_modules/rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs'], cwd: 'apps/api' }],
  },
  console: {
    made: 'apps/console/dist/index.html',
    inputs: [
      'apps/console',
      'apps/api/schema.graphql',
      'tools/codegen.mjs',
      'tools/documents.mjs',
      'tsconfig.base.json',
      'package-lock.json',
    ],
    steps: [
      { args: ['tools/codegen.mjs'], cwd: '.' },
      { args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], cwd: 'apps/console' },
    ],
  },
};

/** @param {{only?: string[], say: (line: string) => void}} options @returns names of what was built */
export async function buildWhatChanged({ only = Object.keys(parts), say }) {
  const stale = only.filter((name) => !fresh(name));
  if (stale.length) say(`building ${stale.join(' and ')} …`);
  await Promise.all(
    stale.map(async (name) => {
      for (const { args, cwd } of parts[name].steps) {
        const script = path.join(root, args[0]);
        await runOnce(`build ${name}`, [script, ...args.slice(1)], {
          cwd: path.join(root, cwd),
          env: process.env,
          say,
        });
      }
      mkdirSync(memory, { recursive: true });
      writeFileSync(path.join(memory, name), fingerprint(name));
    }),
  );
  return stale;
}

function fresh(name) {
  const remembered = path.join(memory, name);
  if (!existsSync(path.join(root, parts[name].made)) || !existsSync(remembered)) return false;
  return readFileSync(remembered, 'utf8') === fingerprint(name);
}

/** Content, not times: a checkout of another branch and back builds nothing. */
function fingerprint(name) {
  const hash = createHash('sha256');
  const { inputs, documents } = parts[name];
  for (const input of inputs) add(hash, path.join(root, input));
  if (documents) add(hash, path.join(root, documents), (file) => file.endsWith('.graphql'));
  return hash.digest('hex');
}

const left = new Set(['node_modules', 'dist', 'generated', '.nx', '.data']);

function add(hash, at, wanted = (file) => !/(spec\.ts|\.md)$/.test(file)) {
  if (!existsSync(at)) return;
  const entries = directory(at);
  if (!entries) {
    hash.update(path.relative(root, at)).update('\0').update(readFileSync(at)).update('\0');
    return;
  }
  for (const name of entries.sort()) {
    const inner = path.join(at, name);
    if (!left.has(name) && (wanted(name) || directory(inner))) add(hash, inner, wanted);
  }
}

function directory(at) {
  try {
    return readdirSync(at);
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
