import { PgBoss } from 'pg-boss';
import type { Config } from '../config';
import { queues, queueSchema } from './queues';

/**
 * Builds or updates pg-boss' own tables as dangwu_owner and lets dangwu_app use them, so that neither the API nor the
 * worker needs the right to build tables.
 */
export async function installQueues(config: Config): Promise<void> {
  const boss = new PgBoss({
    connectionString: config.databaseOwnerUrl,
    application_name: 'dangwu-migrate',
    options: '-c role=dangwu_owner',
    max: 1,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
    const sql = boss.getDb();
    await sql.executeSql(`grant usage on schema ${queueSchema} to dangwu_app`);
    await sql.executeSql(`grant select, insert, update, delete on all tables in schema ${queueSchema} to dangwu_app`);
    await sql.executeSql(`grant usage on all sequences in schema ${queueSchema} to dangwu_app`);
  } finally {
    await boss.stop({ graceful: false });
  }
}
