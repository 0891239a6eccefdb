import 'reflect-metadata';
import { readConfig } from '@dangwu/platform/config';
import { createApi } from './api';
import { endWithParent, start } from './start';

await start('api', async () => {
  const config = readConfig();
  const app = await createApi(config);
  await app.listen(config.port, config.host);
  endWithParent(() => app.close());
  return `serving ${config.publicUrl}`;
});
