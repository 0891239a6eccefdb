import { AssociationEntity, Database } from '@dangwu/platform/database';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadDemo, loadEmpty } from './demo';

/** Fills a database that holds no association; one that does is left alone. @returns the exit code */
export async function seed(app: NestExpressApplication, kind: 'demo' | 'empty'): Promise<number> {
  if (await app.get(Database).source.manager.existsBy(AssociationEntity, {})) {
    console.log('There is an association already; nothing was changed.');
    return 0;
  }
  const { association, organizations, accounts } = await (kind === 'demo' ? loadDemo(app) : loadEmpty(app));
  console.log(`Loaded ${association}: ${organizations} organizations, ${accounts} accounts.`);
  return 0;
}
