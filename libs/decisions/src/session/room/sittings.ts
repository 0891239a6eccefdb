import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeMatter, type MatterChange } from '../../matter/change-matter';
import type { MatterAct } from '../../matter/matter-lifecycle';
import type { MatterEntity } from '../../matter/matter.entity';
import { MatterState, OpinionKind } from '../../matter/matter.enums';
import { MatterRecordKind } from '../../record/matter-record.enums';
import { ReviewSessionEntity, SessionItemEntity } from '../session.entity';
import { SessionItemState, SessionState } from '../session.enums';
import { RoomFrame, type InRoom } from './room-frame';
import { roomErrors } from './room.errors';
import type { CallSessionItemInput, CloseSessionInput, OpenSessionInput } from './room.inputs';

const { CURRENT, WAITING, REMOVED, CONCLUDED } = SessionItemState;

/** A session from its opening to its close. Each answers the UUID of the session. */
@Injectable()
export class Sittings {
  constructor(
    private readonly frame: RoomFrame,
    private readonly changes: ChangeMatter,
    private readonly clock: Clock,
  ) {}

  /** @throws STALE_VERSION, ROOM_STATE */
  open(viewer: Viewer, input: OpenSessionInput): Promise<string> {
    return this.step(viewer, input, async (tx, room) => {
      this.frame.checkState(room, 'open', SessionState.NOTIFIED);
      await this.setState(tx, room, 'session.open', { state: SessionState.OPEN, openedAt: this.clock.now() });
    });
  }

  /** What was not reached waits for another session, and what was deferred as well. @throws SESSION_ITEM_CURRENT */
  close(viewer: Viewer, input: CloseSessionInput): Promise<string> {
    return this.step(viewer, input, async (tx, room) => {
      this.frame.checkState(room, 'close', SessionState.OPEN);
      const { id: sessionId } = room.session;
      const items = await tx.find(SessionItemEntity, { where: { sessionId }, order: { no: 'ASC' } });
      refuseCurrent(items);
      await this.setState(tx, room, 'session.close', { state: SessionState.CLOSED, closedAt: this.clock.now() });
      for (const item of items) await this.leaveOver(tx, room, item);
    });
  }

  /** @throws ROOM_STATE, SESSION_ITEM_CURRENT, SESSION_ITEM_STATE, UNKNOWN_ID */
  call(viewer: Viewer, { id, itemId }: CallSessionItemInput): Promise<string> {
    const itemKey = localId('SessionItem', itemId);
    return this.frame.conduct(viewer, { session: localId('ReviewSession', id) }, async (tx, room) => {
      this.frame.checkState(room, 'conduct', SessionState.OPEN);
      refuseCurrent(await tx.findBy(SessionItemEntity, { sessionId: room.session.id, state: CURRENT }));
      const item = await this.frame.item(tx, room, itemKey, [WAITING]);
      await tx.update(SessionItemEntity, { id: item.id }, { state: CURRENT, beganAt: this.clock.now() });
      await tx.update(ReviewSessionEntity, { id: room.session.id }, { currentItemId: item.id });
      await this.frame.leave(tx, room, { action: 'session.callItem', after: { item: item.title } });
    });
  }

  private step(
    viewer: Viewer,
    { id, version }: OpenSessionInput,
    work: (tx: EntityManager, room: InRoom) => Promise<void>,
  ): Promise<string> {
    return this.frame.conduct(viewer, { session: localId('ReviewSession', id) }, async (tx, room) => {
      const { version: current } = room.session;
      if (current !== version) throw platformErrors.STALE_VERSION({ current });
      await work(tx, room);
    });
  }

  private async setState(
    tx: EntityManager,
    room: InRoom,
    action: string,
    set: Partial<ReviewSessionEntity> & { readonly state: SessionState },
  ): Promise<void> {
    const { id, state } = room.session;
    await tx.update(ReviewSessionEntity, { id }, set);
    await this.frame.leave(tx, room, { action, before: { state }, after: { state: set.state } });
  }

  private async leaveOver(tx: EntityManager, room: InRoom, item: SessionItemEntity): Promise<void> {
    if (item.state === WAITING) {
      await tx.update(SessionItemEntity, { id: item.id }, { state: REMOVED });
      await this.back(tx, room, item, 'unschedule', MatterRecordKind.UNSCHEDULED, 'matter.notReached');
    }
    if (item.state === CONCLUDED && item.opinion === OpinionKind.DEFER)
      await this.back(tx, room, item, 'resume', MatterRecordKind.RESUMED, 'matter.resume');
  }

  /** The matter waits among those that are accepted, without an opinion. */
  private async back(
    tx: EntityManager,
    { viewer, session }: InRoom,
    { matterId }: SessionItemEntity,
    act: MatterAct,
    kind: MatterRecordKind,
    action: string,
  ): Promise<void> {
    if (!matterId) return;
    await this.changes.within(tx, viewer, act, { id: matterId }, async (_, matter: MatterEntity) => {
      const { state } = matter;
      const data = { session: session.title };
      const set = { state: MatterState.ACCEPTED, opinion: null };
      const event = { kind, data, action, before: { state }, after: { state: set.state } };
      return { set, event } satisfies MatterChange;
    });
  }
}

function refuseCurrent(items: readonly SessionItemEntity[]): void {
  const current = items.find(({ state }) => state === CURRENT);
  if (current) throw roomErrors.SESSION_ITEM_CURRENT({ item: current.title });
}
