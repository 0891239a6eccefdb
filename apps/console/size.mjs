// What a browser fetches for the first pages, compressed as the server sends it; fails over the budget.
// Reads dist/.vite/manifest.json: node apps/console/size.mjs (after a build).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = path.join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));

/** A page: the entry, the modules its route loads, its texts in the larger language; budget in kB (1 kB = 1000 bytes). */
const pages = [
  { name: 'sign-in', budget: 250, modules: ['src/features/session/sign-in-page.tsx'], texts: ['console', 'session'] },
  {
    name: 'shell with Today',
    budget: 500,
    modules: ['src/app/shell.tsx', 'src/features/today/today-page.tsx'],
    texts: ['console', 'domain', 'today'],
  },
];

const bytes = new Map();
const compressed = (file) => {
  if (!bytes.has(file)) bytes.set(file, gzipSync(readFileSync(path.join(dist, file))).length);
  return bytes.get(file);
};

/** Files of a module and of everything it imports at once. */
function collect(key, files, seen = new Set()) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build; has it been renamed?`);
  files.add(chunk.file);
  chunk.css?.forEach((file) => files.add(file));
  chunk.assets?.forEach((file) => files.add(file));
  chunk.imports?.forEach((one) => collect(one, files, seen));
}

let over = 0;
for (const { name, budget, modules, texts } of pages) {
  const files = new Set(['index.html', 'mark.svg']);
  for (const key of ['index.html', ...modules]) collect(key, files);
  for (const text of texts) {
    const languages = ['zh', 'en'].map((language) => `src/locales/${language}/${text}.json`);
    collect(
      languages.reduce((one, other) => (size(one) >= size(other) ? one : other)),
      files,
    );
  }
  const total = [...files].reduce((sum, file) => sum + compressed(file), 0) / 1000;
  const verdict = total <= budget ? 'within' : 'OVER';
  if (total > budget) over += 1;
  console.log(`${name}: ${total.toFixed(1)} kB gzip in ${files.size} files, ${verdict} ${budget} kB`);
  if (process.argv.includes('--files')) {
    for (const file of [...files].sort((one, other) => compressed(other) - compressed(one))) {
      console.log(`  ${(compressed(file) / 1000).toFixed(1).padStart(7)}  ${file}`);
    }
  }
}
process.exit(over ? 1 : 0);

function size(key) {
  return compressed(manifest[key].file);
}
