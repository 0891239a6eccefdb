// PostgreSQL refuses to run as root. These functions say as whom it runs instead and what that account can reach.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** The account of the server: nothing for an ordinary user, `postgres` (else `nobody`) for root. */
export function serverAccount() {
  if (!isRoot) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf(name, '-u');
    const gid = idOf(name, '-g');
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor a user "nobody". ' +
      'Start as an ordinary user, or name a database of yours in DATABASE_URL.',
  );
}

function idOf(name, flag) {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null; // `id` answers with an error when the account does not exist
  }
}

/** Whether a foreign account can reach a path: every folder above it that exists must be open to others. */
export function reachable(target) {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
