import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { callers } from '../audit';
import { Database, systemScope } from '../database';
import { QueueSender, QueueWorker, strays, type Delivery } from '../queue';
import { OutboxHandlers, Undeliverable, type OutboxMessage } from './outbox-handlers';
import { OutboxMessageEntity } from './outbox-message.entity';

const concurrency = 4;
const abandoned = 'The workers that took this message stopped before it was delivered; all attempts are used up.';

/** The worker's half of the outbox. */
@Injectable()
export class OutboxDelivery implements OnModuleInit {
  private readonly log = new Logger('Outbox');

  constructor(
    private readonly database: Database,
    private readonly handlers: OutboxHandlers,
    private readonly worker: QueueWorker,
    private readonly queue: QueueSender,
  ) {}

  onModuleInit(): void {
    this.worker.consume('outbox', concurrency, (delivery) => this.deliver(delivery));
    this.worker.sweep(() => this.sweep());
  }

  private async deliver({ id, last }: Delivery): Promise<void> {
    const row = await this.attempt(id);
    if (!row) return;
    const { associationId, topic, payload } = row;
    const message: OutboxMessage = { id, associationId, topic, payload, attempt: row.attempts, last };
    try {
      const call = { address: null, requestId: id, client: 'OUTBOX', operation: topic } as const;
      await callers.run({ ...call }, () => this.handle(message));
    } catch (error) {
      const final = last || error instanceof Undeliverable;
      await this.within(associationId, (tx) =>
        tx.update(
          OutboxMessageEntity,
          { id, state: 'PENDING' },
          { lastError: String(error), ...(final && { state: 'FAILED', finishedAt: () => 'now()' }) },
        ),
      );
      this.log.warn(`Message ${id} (${topic}), attempt ${row.attempts}: ${String(error)}`);
      if (!final) throw error;
    }
  }

  /** Counts the attempt before it is made. Null: it is finished already, by an attempt that died before saying so. */
  private async attempt(id: string): Promise<OutboxMessageEntity | null> {
    return this.within(null, async (tx) => {
      const row = await tx.findOne(OutboxMessageEntity, { where: { id, state: 'PENDING' } });
      if (row) await tx.update(OutboxMessageEntity, { id }, { attempts: ++row.attempts });
      return row;
    });
  }

  private async handle(message: OutboxMessage): Promise<void> {
    const handler = this.handlers.of(message.topic);
    if (!handler) throw new Undeliverable(`No library of this release delivers the topic ${message.topic}`);
    if (handler.kind === 'outside') {
      await handler.handle(message);
      await this.within(message.associationId, (tx) => delivered(tx, message.id));
      return;
    }
    await this.within(message.associationId, async (tx) => {
      if (await delivered(tx, message.id)) await handler.handle(tx, message);
    });
  }

  private async sweep(): Promise<void> {
    await this.within(null, async (tx) => {
      const found = await strays(
        tx,
        'outbox',
        `select id from outbox_message where state = 'PENDING' and created_at < now() - interval '10 seconds'`,
      );
      for (const { id, entry } of found) {
        if (entry === 'missing') await this.queue.resend(tx, 'outbox', id);
        else
          await tx.update(
            OutboxMessageEntity,
            { id, state: 'PENDING' },
            { state: 'FAILED', lastError: abandoned, finishedAt: () => 'now()' },
          );
      }
    });
  }

  private within<T>(association: string | null, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(association), work);
  }
}

/** False when another attempt was faster; waits for one that is about to commit. */
async function delivered(tx: EntityManager, id: string): Promise<boolean> {
  const { affected } = await tx.update(
    OutboxMessageEntity,
    { id, state: 'PENDING' },
    { state: 'DELIVERED', lastError: null, finishedAt: () => 'now()' },
  );
  return affected === 1;
}
