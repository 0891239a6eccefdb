import 'reflect-metadata';
import { readConfig } from '@dangwu/platform/config';
import { createWorker } from './api';
import { endWithParent, start } from './start';

await start('worker', async () => {
  const app = await createWorker(readConfig());
  endWithParent(() => app.close());
  return 'at work';
});
