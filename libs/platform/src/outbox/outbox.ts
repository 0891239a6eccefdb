import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../ids';
import { QueueSender } from '../queue';

export interface OutboxEntry {
  readonly topic: string;
  readonly payload: Record<string, unknown>;
  /** a second entry of the same topic and key is not added */
  readonly dedupeKey?: string;
  /** that of the running transaction when left out */
  readonly associationId?: string | null;
  /** not before */
  readonly deliverAfter?: Date;
}

/** Side effects (mail, webhooks, …) as rows of the business transaction: delivered once it commits, at least once. */
@Injectable()
export class Outbox {
  constructor(private readonly queue: QueueSender) {}

  /** @returns the message's id; null when the dedupe key was there already */
  async add(tx: EntityManager, entry: OutboxEntry): Promise<string | null> {
    const id = newId();
    const added = await tx.query<{ id: string }[]>(
      `insert into outbox_message (id, association_id, topic, payload, dedupe_key)
       values ($1, coalesce($2::uuid, dangwu_association()), $3, $4, $5)
       on conflict (topic, dedupe_key) where dedupe_key is not null do nothing returning id`,
      [id, entry.associationId ?? null, entry.topic, JSON.stringify(entry.payload), entry.dedupeKey ?? null],
    );
    if (added.length === 0) return null;
    await this.queue.send(tx, 'outbox', id, entry.deliverAfter);
    return id;
  }
}
