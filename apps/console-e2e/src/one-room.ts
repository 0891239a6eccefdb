import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from './journey';

/** The same for all workers of one run. */
const lock = path.join(os.tmpdir(), `dangwu-one-room-${process.ppid}`);
const longest = 10 * 60_000;

/** Rooms are told by several windows at once, of the same few people: those of one file sit at a time. */
export function oneRoomAtATime(): void {
  test.beforeAll(async () => {
    test.setTimeout(longest + 60_000);
    const until = Date.now() + longest;
    while (!entered()) {
      if (Date.now() > until) throw new Error('Another room has not been left for ten minutes');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  test.afterAll(() => rmSync(lock, { recursive: true, force: true }));
}

function entered(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
