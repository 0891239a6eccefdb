import { Clock } from '@dangwu/platform/clock';
import { Outbox } from '@dangwu/platform/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReviewSessionEntity, SessionItemEntity } from './session.entity';
import { SessionItemState, SessionState } from './session.enums';

/** Outbox topic: the members of a session have its pack of papers, which may say something else now. */
export const packAsked = 'session.pack';

export interface PackAsked extends Record<string, unknown> {
  readonly sessionId: string;
}

/** Changes come one after the other: the pack is made of what they came to. */
const rest = 3 * 60_000;

/** Has the pack of a session made, once its members were called. Its making takes a while, therefore by the outbox. */
@Injectable()
export class AskForPack {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param first of a session that is called now: nobody has one yet */
  async ask(
    tx: EntityManager,
    { id: sessionId, state }: Pick<ReviewSessionEntity, 'id' | 'state'>,
    first = false,
  ): Promise<void> {
    if (state !== SessionState.NOTIFIED) return;
    const payload: PackAsked = { sessionId };
    const deliverAfter = first ? undefined : new Date(this.clock.now().getTime() + rest);
    await this.outbox.add(tx, { topic: packAsked, payload, deliverAfter });
  }

  /** What is in the pack with a matter has changed. In a scope that reaches its session. */
  async ofMatter(tx: EntityManager, matterId: string): Promise<void> {
    const item = await tx.findOneBy(SessionItemEntity, { matterId, state: SessionItemState.WAITING });
    const session = item && (await tx.findOneBy(ReviewSessionEntity, { id: item.sessionId }));
    if (session) await this.ask(tx, session);
  }
}
