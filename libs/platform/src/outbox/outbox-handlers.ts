import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface OutboxMessage {
  /** the same in every attempt: handlers with effects outside the database dedupe by it */
  readonly id: string;
  readonly associationId: string | null;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
  /** 1 for the first */
  readonly attempt: number;
  /** no further attempt follows */
  readonly last: boolean;
}

/** For effects outside the database. May be called again with the same id after a crash. */
export type OutboxHandler = (message: OutboxMessage) => Promise<void>;
/** For effects inside the database: `tx` also marks the message delivered, so that they happen exactly once. */
export type TransactionalOutboxHandler = (tx: EntityManager, message: OutboxMessage) => Promise<void>;

export type RegisteredHandler =
  | { readonly kind: 'outside'; readonly handle: OutboxHandler }
  | { readonly kind: 'transactional'; readonly handle: TransactionalOutboxHandler };

/** Who delivers which topic. Libraries register in `onModuleInit`. */
@Injectable()
export class OutboxHandlers {
  private readonly handlers = new Map<string, RegisteredHandler>();

  on(topic: string, handle: OutboxHandler): void {
    this.register(topic, { kind: 'outside', handle });
  }

  onInTransaction(topic: string, handle: TransactionalOutboxHandler): void {
    this.register(topic, { kind: 'transactional', handle });
  }

  of(topic: string): RegisteredHandler | undefined {
    return this.handlers.get(topic);
  }

  private register(topic: string, handler: RegisteredHandler): void {
    if (this.handlers.has(topic)) throw new Error(`Two handlers want the outbox topic ${topic}`);
    this.handlers.set(topic, handler);
  }
}

/** Thrown by a handler when another attempt would fail the same way. */
export class Undeliverable extends Error {}
