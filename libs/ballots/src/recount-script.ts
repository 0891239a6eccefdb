import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const beside = (name: string): string => path.join(import.meta.dirname, name);

/** The script that recounts a published ballot, as files for a stranger who has Node.js and nothing of ours. */
export function recountFiles(): ReadonlyMap<string, string> {
  const built = existsSync(beside('recount.mjs'));
  const read = (file: string): string => readFileSync(file, 'utf8');
  return new Map([
    ['recount.mjs', built ? read(beside('recount.mjs')) : stripTypeScriptTypes(read(beside('recount.ts')))],
    [
      'recount-ballot.mjs',
      // the build has put it beside with the same change
      built ? read(beside('recount-ballot.mjs')) : standAlone(read(beside('../../../tools/recount-ballot.mjs'))),
    ],
  ]);
}

const standAlone = (text: string): string => text.replace('../libs/ballots/src/recount.ts', './recount.mjs');
