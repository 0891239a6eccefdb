import 'reflect-metadata';
import { readConfig } from '@dangwu/platform/config';
import { createWorker } from './api';
import { Associations } from './setup/associations';
import { endWithParent, start } from './start';

await start('worker', async () => {
  const app = await createWorker(readConfig());
  endWithParent(() => app.close());
  await app.get(Associations).renew();
  return 'at work';
});
