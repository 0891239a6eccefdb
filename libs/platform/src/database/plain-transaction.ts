import type { Pool, PoolClient } from 'pg';
import type { Statements } from './statements';
import { begun, together } from './together';

/** A transaction that sends statements as they are, without TypeORM's runner around each. It answers rows. */
class PlainTransaction implements Statements {
  constructor(
    private readonly client: PoolClient,
    private readonly heard?: (text: string, values?: unknown[]) => void,
  ) {}

  async query<Rows>(text: string, values?: unknown[]): Promise<Rows> {
    this.heard?.(text, values);
    const { rows } = await this.client.query(text, values);
    return rows as Rows;
  }
}

/**
 * One transaction on a connection of the pool: begun with its first statement, committed with its last ones.
 * @param heard each statement, for debug logs
 * @throws what failed first, and has then written nothing
 */
export async function plainly<T>(
  pool: Pool,
  work: (tx: Statements) => Promise<T>,
  heard?: (text: string, values?: unknown[]) => void,
): Promise<T> {
  const client = await pool.connect();
  const tx = new PlainTransaction(client, heard);
  const waiting = begun(tx);
  const begin = client.query('START TRANSACTION');
  let broken: Error | undefined;
  // told by the statements that wait; unheard it would end the process
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const result = await work(tx);
    const commit = client.query('COMMIT');
    // a commit behind a statement that failed has taken everything back, without a word
    await together([begin, ...waiting, commit]);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(lost);
    // what failed first is why the rest did
    const [first] = (await Promise.allSettled([begin, ...waiting])).filter((end) => end.status === 'rejected');
    throw first ? first.reason : error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}
