import { Database, systemScope } from '@dangwu/platform/database';
import type { INestApplicationContext } from '@nestjs/common';
import { ActivitySummaries } from './activity-summaries';

const usage = `verify: compare the sums that figures read with the activities themselves (status 1 when they differ)
rebuild: make the sums anew; nothing can be written to activities meanwhile`;

/** `npm run figures -- verify | rebuild`. @returns the exit code: 1 when sums differ, 2 when misused */
export async function runFigures(
  args: readonly string[],
  app: INestApplicationContext,
  say: (line: string) => void,
): Promise<number> {
  const [verb] = args;
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
