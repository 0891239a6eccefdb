import type { Database, PlainTransaction, Scope } from '@dangwu/platform/database';
import { jest } from '@jest/globals';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/**
 * Lets operations happen and takes them back: inside `try`, the application's transactions are savepoints of one that
 * is rolled back, and its reads look at the same connection, as dangwu_reader. What is tried cannot disturb what is
 * tried next. One at a time.
 */
export class Rehearsal {
  private runner: QueryRunner | null = null;
  private client: PoolClient | null = null;

  constructor(private readonly database: Database) {
    const { source, reader } = database;
    const transaction = source.transaction.bind(source) as typeof source.transaction;
    jest
      .spyOn(source, 'transaction')
      .mockImplementation(((work: (tx: EntityManager) => Promise<unknown>) =>
        this.runner ? this.runner.manager.transaction(work) : transaction(work)) as typeof source.transaction);
    const plainly = database.plainTransaction.bind(database) as typeof database.plainTransaction;
    jest
      .spyOn(database, 'plainTransaction')
      .mockImplementation(((scope: Scope, work: (tx: PlainTransaction) => Promise<unknown>) =>
        this.runner
          ? database.transaction(scope, (tx) => work(plain(tx)))
          : plainly(scope, work)) as typeof database.plainTransaction);
    const ask = source.query.bind(source);
    jest
      .spyOn(source, 'query')
      .mockImplementation(((text: string, values?: unknown[], runner?: QueryRunner) =>
        ask(text, values, runner ?? this.runner ?? undefined)) as typeof source.query);
    const query = reader.query.bind(reader) as (statement: object) => Promise<unknown>;
    jest
      .spyOn(reader, 'query')
      .mockImplementation(((statement: object) =>
        this.client ? this.readAs(this.client, statement) : query(statement)) as typeof reader.query);
  }

  async try<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    this.client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    this.runner = runner;
    try {
      return await work();
    } finally {
      this.runner = this.client = null;
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async readAs(client: PoolClient, statement: object): Promise<unknown> {
    await client.query('set local role dangwu_reader');
    try {
      return await client.query(statement as { text: string });
    } finally {
      await client.query('set local role dangwu_app').catch(() => undefined); // the transaction failed, and ends
    }
  }
}

/** A savepoint that answers as a plain transaction does, and leaves the reading to the reader. */
const plain = (tx: EntityManager): PlainTransaction =>
  ({ query: tx.query.bind(tx), reading: () => null }) as Pick<
    PlainTransaction,
    'query' | 'reading'
  > as PlainTransaction;
