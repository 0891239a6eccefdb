import { readConfig } from '@dangwu/platform/config';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi, type ApiParts } from './api';

/** Runs a command inside the application, which listens to nobody, and closes it whatever happens. */
export async function withApplication(
  work: (app: NestExpressApplication) => Promise<number>,
  parts: ApiParts = {},
): Promise<number> {
  const app = await createApi(readConfig(), parts);
  await app.init();
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
