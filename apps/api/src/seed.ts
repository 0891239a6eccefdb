import { AssociationEntity, Database } from '@dangwu/platform/database';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadDemo } from './demo';

/** Fills a database that holds no association with the demo; one that does is left alone. @returns the exit code */
export async function seed(app: NestExpressApplication): Promise<number> {
  if (await app.get(Database).source.manager.existsBy(AssociationEntity, {})) {
    console.log('There is an association already; nothing was changed.');
    return 0;
  }
  const { association, organizations, accounts } = await loadDemo(app);
  console.log(`Loaded ${association}: ${organizations} organizations, ${accounts} accounts.`);
  return 0;
}
