import pg from 'pg';

/** What the driver's types leave out: how a statement goes over the wire. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  execute(portal: { portal: string }): void;
  sync(): void;
}

interface WireQuery {
  readonly name: string | undefined;
  readonly text: string;
  _result: pg.QueryResult & { _types?: unknown };
  prepare(connection: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
}

const WireQuery = pg.Query as unknown as new (config: object, callback: Told) => WireQuery;
type Told = (error: Error | null, result?: pg.QueryResult) => void;

/** One statement of a batch, without the end of a message behind it. */
class Part extends WireQuery {
  /** the driver's last step of sending */
  protected _getRows(connection: Wire): void {
    connection.execute({ portal: '' });
  }
}

export interface PartOfBatch {
  /** under which it is prepared; undefined: it is not */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement behind one that failed was not carried out. PostgreSQL's own word for it, were it sent by itself. */
class Skipped extends Error {
  readonly code = '25P02';
}

/**
 * Statements in one message, answered by one: PostgreSQL carries them out one after the other and sends what they say when all
 * are done, instead of a message for each. Behind one that fails none is carried out.
 */
export class Batch extends WireQuery {
  private done = 0;
  private readonly parts: readonly Part[];
  readonly answers: readonly Promise<pg.QueryResult>[];

  constructor(
    statements: readonly PartOfBatch[],
    private readonly refused: (part: PartOfBatch, error: Error) => void,
  ) {
    super({ text: '' }, () => undefined);
    const answers: Promise<pg.QueryResult>[] = [];
    const parts: Part[] = [];
    for (const statement of statements)
      answers.push(
        new Promise((resolve, reject) => {
          const told: Told = (error, result) => (error ? reject(error) : resolve(result!));
          parts.push(new Part({ ...statement, queryMode: 'extended' }, told));
        }),
      );
    this.parts = parts;
    this.answers = answers;
    // the driver asks what was parsed: it is the statement whose turn it is
    Object.defineProperty(this, 'name', { get: () => this.parts[this.done]?.name });
    Object.defineProperty(this, 'text', { get: () => this.parts[this.done]?.text });
  }

  submit(connection: Wire): null {
    connection.stream.cork();
    try {
      for (const part of this.parts) {
        part._result._types = this._result._types;
        part.prepare(connection);
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  override handleRowDescription(message: unknown): void {
    this.parts[this.done]!.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    this.parts[this.done]!.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    const part = this.parts[this.done++]!;
    part.handleCommandComplete(message, connection);
    part.handleReadyForQuery(connection);
  }

  override handleError(error: Error, connection: Wire): void {
    const [failed, ...behind] = this.parts.slice(this.done);
    this.done = this.parts.length;
    if (failed) {
      this.refused(failed as unknown as PartOfBatch, error);
      failed.handleError(error, connection);
    }
    for (const part of behind) {
      // parsed by nobody
      if (part.name) delete connection.submittedNamedStatements[part.name];
      part.handleError(new Skipped('a statement before this one failed'), connection);
    }
  }

  override handleReadyForQuery(): void {
    // each was answered when it was complete
  }
}
