import { callers } from '@dangwu/platform/audit';
import { readConfig } from '@dangwu/platform/config';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi, type ApiParts } from './api';

/**
 * Runs a command inside the application, which listens to nobody, and closes it whatever happens.
 *
 * @param operation the command, as the audit log names it
 */
export async function withApplication(
  operation: string,
  work: (app: NestExpressApplication) => Promise<number>,
  parts: ApiParts = {},
): Promise<number> {
  const app = await createApi(readConfig(), parts);
  await app.init();
  try {
    return await callers.run({ address: null, requestId: null, client: 'COMMAND', operation }, () => work(app));
  } finally {
    await app.close();
  }
}
