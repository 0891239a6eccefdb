import type { Pool, PoolClient, QueryResult } from 'pg';
import type { ReadingConnection, Statements } from './statements';
import { begun, together } from './together';
import type { WritingClient } from './writing-client';

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

  private ended = false;
  /** what leaves in one message: all that is asked within one turn of the event loop */
  private waiting: {
    readonly text: string;
    readonly values: unknown[];
    readonly answer: (of: Promise<QueryResult>) => void;
  }[] = [];

  constructor(
    private readonly client: WritingClient,
    private readonly options: PlainOptions,
  ) {}

  query<Rows>(text: string, values: unknown[] = []): Promise<Rows> {
    this.options.heard?.(text, values);
    // by then its connection is another's
    if (this.ended) return Promise.reject(new Error('The transaction has ended'));
    if (this.waiting.length === 0) process.nextTick(() => this.send());
    const promise = new Promise<QueryResult>((answer) => this.waiting.push({ text, values, answer }));
    // told when the transaction ends
    promise.catch(() => undefined);
    this.sent.push(promise);
    return promise.then(({ rows }) => rows as Rows);
  }

  /** What was asked for leaves, and nothing else is taken. */
  end(): void {
    this.send();
    this.ended = true;
  }

  private send(): void {
    if (this.waiting.length === 0) return;
    const leaving = this.waiting;
    this.waiting = [];
    this.client.sendAll(leaving).forEach((answer, i) => leaving[i]!.answer(answer));
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
  const client = (await pool.connect()) as PoolClient & WritingClient;
  const tx = new PlainTransaction(client, options);
  const told = begun(tx);
  client.forget();
  void tx.query('START TRANSACTION').catch(() => undefined);
  let broken: Error | undefined;
  // told by the statements that wait; unheard it would end the process
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const result = await work(tx);
    void tx.query('COMMIT').catch(() => undefined);
    tx.end();
    // a commit behind a statement that failed has taken everything back, without a word
    await together([...told, ...tx.sent]);
    return result;
  } catch (error) {
    tx.end();
    await client.query('ROLLBACK').catch(lost);
    throw await reasonOf(error, told, tx.sent);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** What failed by itself, rather than because something before it had; said in the words of whoever sent it, if they have any. */
async function reasonOf(
  error: unknown,
  told: readonly Promise<unknown>[],
  sent: readonly Promise<unknown>[],
): Promise<unknown> {
  const itself = (reason: unknown): boolean => (reason as { code?: string }).code !== '25P02';
  const first = async (statements: readonly Promise<unknown>[]): Promise<unknown> =>
    (await Promise.allSettled(statements)).find((end) => end.status === 'rejected' && itself(end.reason));
  const ownWords = (await first(told)) as PromiseRejectedResult | undefined;
  if (ownWords) return ownWords.reason;
  if (itself(error)) return error;
  return ((await first(sent)) as PromiseRejectedResult | undefined)?.reason ?? error;
}
