import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { Database } from '../database';
import { queueSchema, type QueueName } from './queues';

interface Statements {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * Puts entries into the queues inside the caller's transaction: they exist when it commits, or never did.
 * Works in every process; only the worker takes entries out.
 */
@Injectable()
export class QueueSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private started: Promise<unknown> | null = null;

  constructor(database: Database) {
    // pg-boss reads its queue settings through the pool that is there, instead of opening another one.
    const { master: pool } = database.source.driver as unknown as { master: Statements };
    this.boss = new PgBoss({
      db: adapter(pool),
      schema: queueSchema,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    // Raised by its refresh of queue settings while the database is away; a send that fails tells its caller.
    this.boss.on('error', () => undefined);
  }

  /** @param id of our own row; the entry has the same, so that both can be compared */
  async send(tx: EntityManager, queue: QueueName, id: string, startAfter?: Date): Promise<void> {
    await this.start();
    await this.boss.send(queue, { id }, { id, startAfter, db: await inTransaction(tx) });
  }

  async cancel(tx: EntityManager, queue: QueueName, id: string): Promise<void> {
    await this.start();
    await this.boss.cancel(queue, id, { db: await inTransaction(tx) });
  }

  /** Sends again what is lost or was given up. */
  async resend(tx: EntityManager, queue: QueueName, id: string): Promise<void> {
    await this.start();
    await this.boss.deleteJob(queue, id, { db: await inTransaction(tx) });
    await this.send(tx, queue, id);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: false, close: false });
  }

  private async start(): Promise<void> {
    this.started ??= this.boss.start();
    try {
      await this.started;
    } catch (error) {
      this.started = null;
      throw error;
    }
  }
}

/** Runs pg-boss' statements on the connection of the running transaction. */
async function inTransaction(tx: EntityManager): Promise<Db> {
  if (!tx.queryRunner?.isTransactionActive) throw new Error('Entries go into a queue only inside a transaction');
  return adapter((await tx.queryRunner.connect()) as PoolClient);
}

const adapter = (connection: Statements): Db => ({
  executeSql: (text, values) => connection.query(text, values) as ReturnType<Db['executeSql']>,
});
