// One `npm start` per data folder: a second one would share its PostgreSQL and then find it stopped.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from './ports.mjs';

/** @returns {{stale: boolean, release: () => void}} stale: an earlier start did not end in order */
export function takeLock(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'start.pid');
  const stale = existsSync(file);
  if (stale) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && commandOf(pid).includes('start.mjs')) {
      throw new Error(
        `Dangwu already runs on ${dataDir} (process ${pid}). ` +
          'Stop it (Ctrl-C there), or choose another folder: DANGWU_DATA_DIR=… PORT=… npm start',
      );
    }
  }
  writeFileSync(file, String(process.pid));
  return { stale, release: () => rmSync(file, { force: true }) };
}
