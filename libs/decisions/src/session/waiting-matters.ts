import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeMatter } from '../matter/change-matter';
import type { MatterAct } from '../matter/matter-lifecycle';
import { MatterState } from '../matter/matter.enums';
import { MatterRecordKind } from '../record/matter-record.enums';
import { ReviewSessionEntity, SessionItemEntity } from './session.entity';
import { SessionItemState } from './session.enums';

/** Why a matter waits for another session. */
const ways = {
  /** taken off the agenda, or its session is not held */
  takenOff: { act: 'unschedule', kind: MatterRecordKind.UNSCHEDULED, action: 'matter.unschedule' },
  /** the session closed before it came to it */
  notReached: { act: 'unschedule', kind: MatterRecordKind.UNSCHEDULED, action: 'matter.notReached' },
  /** the session deferred it */
  deferred: { act: 'resume', kind: MatterRecordKind.RESUMED, action: 'matter.resume' },
} as const satisfies Record<string, { act: MatterAct; kind: MatterRecordKind; action: string }>;
export type WayBack = keyof typeof ways;

/** Matters that a session leaves: they wait among the accepted ones, without an opinion, and their record names it. */
@Injectable()
export class WaitingMatters {
  constructor(private readonly matters: ChangeMatter) {}

  /** One of them; what is only heard waits nowhere. */
  async giveBack(
    tx: EntityManager,
    viewer: Viewer,
    { id: session, title: sessionTitle }: ReviewSessionEntity,
    { matterId }: Pick<SessionItemEntity, 'matterId'>,
    way: WayBack,
    reason?: string,
  ): Promise<void> {
    if (!matterId) return;
    const { act, kind, action } = ways[way];
    await this.matters.within(tx, viewer, act, { id: matterId }, (_, matter) => {
      const state = MatterState.ACCEPTED;
      const data = { session, sessionTitle, ...(reason && { reason }) };
      const words = { before: { state: matter.state, session: sessionTitle }, after: { state }, reason };
      return Promise.resolve({ set: { state, opinion: null }, event: { kind, data, action, ...words } });
    });
  }

  /** All that still waits on the agenda comes off. */
  async clear(
    tx: EntityManager,
    viewer: Viewer,
    session: ReviewSessionEntity,
    way: WayBack,
    reason?: string,
  ): Promise<void> {
    const waiting = await tx.find(SessionItemEntity, {
      where: { sessionId: session.id, state: SessionItemState.WAITING },
      order: { no: 'ASC' },
    });
    for (const item of waiting) {
      await this.giveBack(tx, viewer, session, item, way, reason);
      await tx.update(SessionItemEntity, { id: item.id }, { state: SessionItemState.REMOVED });
    }
  }
}
