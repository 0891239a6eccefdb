import { readConfig } from '@dangwu/platform/config';
import { inboxFolder, startInbox } from '@dangwu/platform/inbox';
import { endWithParent, start } from './start';

await start('inbox', async () => {
  const config = readConfig();
  const server = await startInbox(inboxFolder(config), config.inboxPort);
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  endWithParent(() => server.close());
  return `receiving mail on port ${server.port}`;
});
