import { Database, systemScope } from '@dangwu/platform/database';
import type { INestApplicationContext } from '@nestjs/common';
import { Obligations } from '../cadence/obligations';
import { ActivitySummaries } from './activity-summaries';

const usage = `verify: compare the sums that figures read with the activities themselves (status 1 when they differ)
rebuild: make the sums anew; nothing can be written to activities meanwhile
derive: derive all obligations anew from rules and history, and count what is held of them`;

/** `npm run figures -- verify | rebuild | derive`. @returns the exit code: 1 when sums differ, 2 when misused */
export async function runFigures(
  args: readonly string[],
  app: INestApplicationContext,
  say: (line: string) => void,
): Promise<number> {
  const [verb] = args;
  if (args.length === 1 && verb === 'derive') return derive(app, say);
  if (args.length !== 1 || (verb !== 'verify' && verb !== 'rebuild')) {
    say(usage);
    return 2;
  }
  const summaries = app.get(ActivitySummaries);
  const database = app.get(Database);
  let differing = 0;
  for (const id of await summaries.associations()) {
    const found = await database.transaction(systemScope(id), async (tx) => {
      if (verb === 'rebuild') await summaries.rebuild(tx, id);
      return summaries.differences(tx, id);
    });
    say(found === 0 ? `${id}: every sum is what the activities say` : `${id}: ${found} sums differ`);
    differing += found;
  }
  return differing === 0 ? 0 : 1;
}

async function derive(app: INestApplicationContext, say: (line: string) => void): Promise<number> {
  for (const id of await app.get(ActivitySummaries).associations()) {
    const written = await app
      .get(Database)
      .transaction(systemScope(id), (tx) =>
        app.get(Obligations).derive(tx, id, 'ALL', (done, of) => say(`${id}: ${done} of ${of} organizations`)),
      );
    say(`${id}: ${written} obligations were written`);
  }
  return 0;
}
