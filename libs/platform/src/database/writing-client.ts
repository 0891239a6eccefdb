import type { QueryResult } from 'pg';
import { Batch } from './batch';
import { FrugalClient } from './frugal-client';
import type { Statement } from './statements';

/** How many statements a connection keeps prepared; what was used least lately goes. */
const most = 120;
/** A longer text is one of many rows, which hardly comes again as it is. */
const longest = 8_000;
const begin = 'START TRANSACTION';

const query = FrugalClient.prototype.query as (this: FrugalClient, ...given: unknown[]) => Promise<unknown>;

/** Texts that some connection of the process has sent once: only what comes again is worth keeping. */
const seen = new Set<string>();
const mostSeen = 1_000;

/**
 * A connection that writes. PostgreSQL parses and plans under row-level security for longer than it runs most statements, so
 * texts with values that come again are prepared under a name of their own. What a policy asks of the transaction
 * (`current_setting`) is read whenever a plan runs, and a plan is of the role it was made for: a prepared statement sees what
 * the same text sees unprepared.
 *
 * The beginning of a transaction is not waited for by itself: it travels with the first statement, which fails when it fails.
 */
export class WritingClient extends FrugalClient {
  private readonly names = new Map<string, string>();
  private given = 0;
  private begun: Promise<unknown> | null = null;

  /** How many statements are prepared on this connection. */
  get prepared(): number {
    return Object.keys(preparedOn(this)).length;
  }

  /** @internal */
  begin(): Promise<void> {
    this.gather();
    this.forget();
    this.begun = query.call(this, begin);
    // told by the statement that follows
    this.begun.catch(() => undefined);
    return Promise.resolve();
  }

  /** @internal */
  async send(text: string, values: unknown): Promise<unknown> {
    const { begun } = this;
    this.begun = null;
    this.gather();
    const name = Array.isArray(values) && values.length > 0 ? this.nameOf(text) : undefined;
    const answer = query.call(this, name ? { name, text, values } : text, name ? undefined : values);
    if (name) answer.catch((error: unknown) => this.refused(text, error));
    return begun ? (await Promise.all([begun, answer]))[1] : answer;
  }

  /** Statements in one message, for `plainly`. @returns what each answers; behind one that fails none is carried out */
  sendAll(statements: readonly Statement[]): readonly Promise<QueryResult>[] {
    const batch = new Batch(
      statements.map(({ text, values }) => ({ name: this.nameOf(text), text, values })),
      ({ text }, error) => this.refused(text, error),
    );
    void query.call(this, batch);
    return batch.answers;
  }

  /** What is sent within one turn of the event loop leaves in one write. */
  private gather(): void {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  private nameOf(text: string): string | undefined {
    if (text.length > longest) return undefined;
    const known = this.names.get(text);
    if (!known && !seen.has(text)) {
      if (seen.size >= mostSeen) seen.clear();
      seen.add(text);
      return undefined;
    }
    const name = known ?? `w${++this.given}`;
    this.names.delete(text);
    this.names.set(text, name);
    return name;
  }

  /** Forgets what was used least lately. Between two transactions, since nothing can be told to one that has failed. */
  forget(): void {
    const prepared = preparedOn(this);
    for (const [text, name] of this.names) {
      if (this.names.size <= most) return;
      this.names.delete(text);
      if (!(name in prepared)) continue;
      delete prepared[name];
      query.call(this, `deallocate ${name}`).catch(() => undefined);
    }
  }

  /** The schema changed under a plan: the text is prepared anew when it comes again. */
  private refused(text: string, error: unknown): void {
    if ((error as { code?: string }).code === '0A000') this.names.delete(text);
  }
}

/** What the driver has prepared, by name; its types do not tell of it. */
const preparedOn = ({ connection }: WritingClient): Record<string, string> =>
  (connection as typeof connection & { parsedStatements: Record<string, string> }).parsedStatements;

WritingClient.prototype.query = function (this: WritingClient, ...given: unknown[]): unknown {
  const [text, values] = given;
  if (typeof text !== 'string' || given.some((one) => typeof one === 'function')) return query.apply(this, given);
  return text === begin ? this.begin() : this.send(text, values);
  // the driver's overloads, which all end here
} as typeof FrugalClient.prototype.query;
