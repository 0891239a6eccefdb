// Reads docs/asvs.md: every test it names exists, every row has an answer, and the chapters that were promised in full
// are. Prints the sum of each kind of answer. node tools/asvs-check.mjs
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
/** Requirements of levels 1 and 2 in ASVS 5.0.0, by chapter; the others may be summed up in a row. */
const complete = { 4: 10, 6: 35, 7: 18, 8: 7, 14: 9 };
const kinds = ['test', 'design', 'n/a', 'open'];

const problems = [];
const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
const seen = new Set();
for (const line of readFileSync(path.join(root, 'docs/asvs.md'), 'utf8').split('\n')) {
  const [, id, , asked, answer] = /^\| (\d+\.\d+\.\d+\S*) +\| (\S+) +\| (.+?) +\| (.+?) *\|$/.exec(line) ?? [];
  if (!id) continue;
  if (seen.has(id)) problems.push(`${id} stands there twice`);
  seen.add(id);
  const kind = /^\*\*(.+?)\*\* ?(.*)/.exec(answer);
  if (!kind || !kinds.includes(kind[1]) || !kind[2].trim()) {
    problems.push(`${id} (${asked}) has no answer that begins with ${kinds.join(', ')} and says why`);
    continue;
  }
  counts[kind[1]] += 1;
  if (kind[1] === 'test' && !/`[^`]*spec\.tsx?`/.test(kind[2])) problems.push(`${id} names no test`);
}

for (const document of ['docs/asvs.md', 'SECURITY.md']) {
  const text = readFileSync(path.join(root, document), 'utf8');
  for (const [, file] of text.matchAll(/`([\w.-]+\/[\w./-]+\.\w+)`/g)) {
    if (!existsSync(path.join(root, file))) problems.push(`${document} names ${file}, which is not there`);
  }
}
for (const [chapter, count] of Object.entries(complete)) {
  const found = [...seen].filter((id) => id.startsWith(`${chapter}.`)).length;
  if (found !== count) problems.push(`chapter ${chapter} has ${found} rows; levels 1 and 2 have ${count}`);
}

for (const problem of problems) console.error(problem);
const figures = kinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
console.log(`ASVS: ${seen.size} rows: ${figures}; ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
