// Processor time of processes as Linux counts it, in milliseconds (ticks of ten).
import { readFileSync, readdirSync } from 'node:fs';

const tick = 10;

function read(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the name of the program stands in brackets and may hold anything
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), milliseconds: tick * (Number(fields[11]) + Number(fields[12])) };
}

/** One process with all its threads. */
export const ofProcess = (pid) => read(pid).milliseconds;

/** The children of a process one by one: the backends of a postmaster. */
export function ofChildren(pid) {
  const found = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const { parent, milliseconds } = read(name);
      if (parent === pid) found.set(name, milliseconds);
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error; // it ended meanwhile
    }
  }
  return found;
}

/** What children took between two readings; one that ended in between is not counted. */
export function between(before, after) {
  let sum = 0;
  for (const [pid, milliseconds] of after) sum += milliseconds - (before.get(pid) ?? 0);
  return sum;
}
