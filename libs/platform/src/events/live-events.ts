import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config';
import type { Statement, Statements } from '../database';

const channel = 'dangwu_live';

export interface LiveEvent {
  /** `notification`, `job`, `import`, …; `reconnected` tells that events may have been missed: load anew */
  readonly kind: string;
  /** of the row that changed; what it says is read through the API, where rights are checked */
  readonly id: string;
}

export interface Publication extends LiveEvent {
  /** an account's id, or everybody in the association */
  readonly to: string | 'association';
  /** that of the running transaction when left out */
  readonly associationId?: string;
}

interface Stream {
  readonly accountId: string;
  readonly associationId: string;
  push(event: LiveEvent): void;
  end(): void;
}

/** How many events a slow reader may be behind before its stream is ended; it then connects again and loads anew. */
const backlog = 500;

/**
 * What people who have the console open hear at once. One dedicated connection per process listens; it is opened with
 * the first stream and opened again when it breaks.
 */
@Injectable()
export class LiveEvents implements BeforeApplicationShutdown {
  private readonly log = new Logger('LiveEvents');
  private readonly streams = new Set<Stream>();
  private client: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly config: Config) {}

  /** Heard when the transaction commits. */
  async publish(tx: Statements, publication: Publication): Promise<void> {
    const { text, values } = this.statement(publication);
    await tx.query(text, [...values]);
  }

  /** The same as a statement to be sent in the running transaction: one that reads, for the end of `asOne`. */
  statement({ to, kind, id, associationId }: Publication): Statement {
    return {
      text: `select pg_notify($1, json_build_object('a', coalesce($2::uuid, dangwu_association()),
         't', $3::text, 'k', $4::text, 'i', $5::text)::text)`,
      values: [channel, associationId ?? null, to, kind, id],
    };
  }

  /** Everything for this account from now on; ends when the caller leaves the loop or the process stops. */
  stream(accountId: string, associationId: string): AsyncGenerator<LiveEvent, void, undefined> {
    const waiting: LiveEvent[] = [];
    let ended = this.closed;
    let wake: () => void = () => undefined;
    const stream: Stream = {
      accountId,
      associationId,
      push: (event) => {
        if (waiting.push(event) > backlog) ended = true;
        wake();
      },
      end: () => {
        ended = true;
        wake();
      },
    };
    this.streams.add(stream);
    const streams = this.streams;
    const ready = this.open();
    async function* events(): AsyncGenerator<LiveEvent, void, undefined> {
      try {
        await ready;
        for (;;) {
          const next = waiting.shift();
          if (next) yield next;
          else if (ended) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        streams.delete(stream);
      }
    }
    const generator = events();
    const close = generator.return.bind(generator);
    // A generator that waits does not see `return` until it is woken.
    generator.return = (value) => {
      stream.end();
      streams.delete(stream);
      return close(value);
    };
    return generator;
  }

  /** How many are listening in this process. */
  get listeners(): number {
    return this.streams.size;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    for (const stream of this.streams) stream.end();
    await this.opening;
    await this.client?.end();
  }

  private open(): Promise<void> {
    if (this.client || this.closed) return Promise.resolve();
    this.opening ??= this.listen().finally(() => (this.opening = null));
    return this.opening;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'dangwu-live',
      options: '-c role=dangwu_app',
      keepAlive: true,
      connectionTimeoutMillis: this.config.poolTimeout,
    });
    let lost = false;
    const reopen = (reason: unknown): void => {
      if (lost) return;
      lost = true;
      this.client = null;
      if (this.closed) return;
      this.log.warn(`The connection for live events is lost and will be opened again: ${String(reason)}`);
      this.retry = setTimeout(() => {
        void this.open().then(() => {
          if (this.client) this.deliver(() => true, { kind: 'reconnected', id: '' });
        });
      }, 1000);
    };
    client.on('error', reopen);
    client.on('end', () => reopen('ended'));
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.client = client;
    } catch (error) {
      reopen(error);
    }
  }

  private receive(payload: string): void {
    const { a, t, k, i } = JSON.parse(payload) as Record<'a' | 't' | 'k' | 'i', string>;
    this.deliver((s) => s.associationId === a && (t === 'association' || s.accountId === t), { kind: k, id: i });
  }

  private deliver(to: (stream: Stream) => boolean, event: LiveEvent): void {
    for (const stream of this.streams) if (to(stream)) stream.push(event);
  }
}
