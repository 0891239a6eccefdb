import type { Pool, PoolClient } from 'pg';
import type { ReadingConnection, Statements } from './statements';
import { begun } from './together';

/** How `plainly` does what it does. */
export interface PlainOptions {
  /** whether the login may take the role of the readers as well */
  readonly reads: boolean;
  /** hears each statement, for debug logs */
  readonly heard?: (text: string, values?: unknown[]) => void;
}

/** A transaction that sends statements as they are, without TypeORM's runner around each. It answers rows. */
export class PlainTransaction implements Statements {
  /** all that was sent: a commit behind one that failed takes everything back, without a word */
  readonly sent: Promise<unknown>[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly options: PlainOptions,
  ) {}

  async query<Rows>(text: string, values?: unknown[]): Promise<Rows> {
    this.options.heard?.(text, values);
    const answer = this.client.query(text, values);
    // told when the transaction ends
    answer.catch(() => undefined);
    this.sent.push(answer);
    return (await answer).rows as Rows;
  }

  /**
   * For the end of a transaction: what follows is read by the role of the readers, for the read models to read what was
   * written before it is committed. Nothing can be written behind it.
   * @returns null where that role has a login of its own: then it is read when the transaction has ended
   */
  reading(): ReadingConnection | null {
    if (!this.options.reads) return null;
    void this.query(`select set_config('role', $1, true)`, ['dangwu_reader']).catch(() => undefined);
    return { query: async ({ text, values }) => ({ rows: await this.query<unknown[]>(text, values) }) };
  }
}

/**
 * One transaction on a connection of the pool: begun with its first statement, committed with its last ones.
 * @throws what failed first, and has then written nothing
 */
export async function plainly<T>(
  pool: Pool,
  options: PlainOptions,
  work: (tx: PlainTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const tx = new PlainTransaction(client, options);
  const told = begun(tx);
  const begin = client.query('START TRANSACTION');
  let broken: Error | undefined;
  // told by the statements that wait; unheard it would end the process
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const result = await work(tx);
    const commit = client.query('COMMIT');
    const refusal = await refusalOf([begin, ...told, ...tx.sent, commit]);
    if (refusal) throw refusal.reason;
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(lost);
    throw (await refusalOf([begin, ...told, ...tx.sent]))?.reason ?? error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** What failed by itself, rather than because something before it had; said in the words of whoever sent it, if they have any. */
async function refusalOf(sent: readonly Promise<unknown>[]): Promise<PromiseRejectedResult | undefined> {
  const refused = (await Promise.allSettled(sent)).filter((end) => end.status === 'rejected');
  return refused.find(({ reason }) => (reason as { code?: string }).code !== '25P02') ?? refused[0];
}
