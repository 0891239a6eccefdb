import type { Viewer } from '@dangwu/access';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OpinionKind } from '../../matter/matter.enums';
import { ReviewSessionEntity, SessionItemEntity } from '../session.entity';
import { SessionItemState, SessionState } from '../session.enums';
import { WaitingMatters } from '../waiting-matters';
import { RoomFrame, type InRoom } from './room-frame';
import { roomErrors } from './room.errors';
import type { CallSessionItemInput, CloseSessionInput, OpenSessionInput } from './room.inputs';

const { CURRENT, WAITING, CONCLUDED } = SessionItemState;

/** A session from its opening to its close. Each answers the UUID of the session. */
@Injectable()
export class Sittings {
  constructor(
    private readonly frame: RoomFrame,
    private readonly waiting: WaitingMatters,
    private readonly clock: Clock,
  ) {}

  /** What is decided is dated by the day on which it sat. @throws STALE_VERSION, ROOM_STATE, SESSION_DAY_AHEAD */
  open(viewer: Viewer, input: OpenSessionInput): Promise<string> {
    return this.step(viewer, input, async (tx, room) => {
      this.frame.checkState(room, 'open', SessionState.NOTIFIED);
      this.refuseAhead(room.session);
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
      await this.waiting.clear(tx, viewer, room.session, 'notReached');
      for (const item of items.filter(wasDeferred))
        await this.waiting.giveBack(tx, viewer, room.session, item, 'deferred');
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

  /** @throws SESSION_DAY_AHEAD */
  private refuseAhead({ title, startsAt }: ReviewSessionEntity): void {
    const [on, today] = [dateIn(associationZone, startsAt), this.clock.today()];
    if (on > today) throw roomErrors.SESSION_DAY_AHEAD({ title, on, today });
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
}

const wasDeferred = ({ state, opinion }: SessionItemEntity): boolean =>
  state === CONCLUDED && opinion === OpinionKind.DEFER;

function refuseCurrent(items: readonly SessionItemEntity[]): void {
  const current = items.find(({ state }) => state === CURRENT);
  if (current) throw roomErrors.SESSION_ITEM_CURRENT({ item: current.title });
}
