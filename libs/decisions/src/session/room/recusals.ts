import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { SessionItemEntity, SessionRecusalEntity, SessionVoteEntity } from '../session.entity';
import { RecusalSource, SessionItemState, SessionState } from '../session.enums';
import { RoomFrame, type InRoom } from './room-frame';
import { actingFor, namesOf, seatsOf, seatsOfPerson, type SeatRow } from './room-seats';
import { bodyWords } from './room-words';
import { roomErrors } from './room.errors';
import type { RecuseSeatInput, WithdrawRecusalInput } from './room.inputs';

const dealt = [SessionItemState.WAITING, SessionItemState.CURRENT];

/** Who takes no part in an item (回避), in all bodies at once. Each answers the UUID of the session. */
@Injectable()
export class Recusals {
  constructor(
    private readonly frame: RoomFrame,
    private readonly clock: Clock,
  ) {}

  /** @throws ROOM_STATE, SESSION_ITEM_STATE, SESSION_HEARD_ONLY, SESSION_RECUSED_ALREADY, SESSION_VOTE_OPEN, SESSION_VOTED */
  recuse(viewer: Viewer, { itemId, seatId, source, reason: given }: RecuseSeatInput): Promise<string> {
    const [id, seatKey, reason] = [localId('SessionItem', itemId), localId('SessionMember', seatId), given.trim()];
    return this.frame.either(viewer, { item: id }, async (tx, room) => {
      const item = await this.item(tx, room, id);
      const seats = await seatsOf(tx, room.session.id, id);
      const seat = actingFor(room, seats, seatKey);
      if (seat.recused) throw roomErrors.SESSION_RECUSED_ALREADY({ name: seat.name, item: item.title });
      const person = seatsOfPerson(seats, seat);
      await refuseVoted(tx, item, person);
      await tx.insert(
        SessionRecusalEntity,
        person.filter(({ recused }) => !recused).map((each) => this.row(room, item, each, { source, reason })),
      );
      const after = { item: item.title, who: seat.name, source: room.conducts ? source : RecusalSource.DECLARED };
      await this.changed(tx, room, item, { action: 'session.recuse', after, reason });
    });
  }

  /** @throws UNKNOWN_ID, SESSION_ITEM_STATE, SESSION_VOTE_OPEN, SESSION_VOTED */
  withdraw(viewer: Viewer, { recusalId }: WithdrawRecusalInput): Promise<string> {
    const id = localId('SessionRecusal', recusalId);
    return this.frame.conduct(viewer, { recusal: id }, async (tx, room) => {
      const row = await tx.findOneBy(SessionRecusalEntity, { id });
      if (!row) throw platformErrors.UNKNOWN_ID();
      const item = await this.item(tx, room, row.itemId);
      const seats = await seatsOf(tx, room.session.id, item.id);
      const person = seatsOfPerson(
        seats,
        seats.find((seat) => seat.id === row.sessionMemberId)!,
      );
      await refuseVoted(tx, item, person);
      const where = { itemId: item.id, sessionMemberId: In(person.map((seat) => seat.id)) };
      await tx.update(SessionRecusalEntity, where, { deletedAt: this.clock.now() });
      const before = { item: item.title, who: namesOf(person)[0], source: row.source };
      await this.changed(tx, room, item, { action: 'session.withdrawRecusal', before });
    });
  }

  private async item(tx: EntityManager, room: InRoom, id: string): Promise<SessionItemEntity> {
    this.frame.checkState(room, 'conduct', SessionState.NOTIFIED, SessionState.OPEN);
    const item = await this.frame.item(tx, room, id, dealt);
    if (!item.matterId) throw roomErrors.SESSION_HEARD_ONLY({ item: item.title });
    return item;
  }

  private row(
    { viewer, conducts }: InRoom,
    { id: itemId, associationId, organizationId }: SessionItemEntity,
    seat: SeatRow,
    { source, reason }: { readonly source: RecusalSource; readonly reason: string },
  ): Partial<SessionRecusalEntity> {
    return {
      id: newId(this.clock.now().getTime()),
      associationId,
      organizationId,
      itemId,
      sessionMemberId: seat.id,
      // a member can only declare it
      source: conducts ? source : RecusalSource.DECLARED,
      reason,
      recordedBy: viewer.account.name,
    };
  }

  /** Who looks at counts from before is told so. */
  private async changed(
    tx: EntityManager,
    room: InRoom,
    { id }: SessionItemEntity,
    event: Parameters<RoomFrame['leave']>[2],
  ): Promise<void> {
    await raiseVersion(tx, id);
    await this.frame.leave(tx, room, event);
  }
}

/** What a body votes on while it votes, or has voted on, keeps who was recused. */
async function refuseVoted(tx: EntityManager, item: SessionItemEntity, person: readonly SeatRow[]): Promise<void> {
  const bodies = In(person.map(({ body }) => body));
  const vote = await tx.findOneBy(SessionVoteEntity, { itemId: item.id, body: bodies, voidReason: IsNull() });
  if (!vote) return;
  if (!vote.closedAt) throw roomErrors.SESSION_VOTE_OPEN({ item: item.title });
  const { zh, en } = bodyWords[vote.body];
  throw roomErrors.SESSION_VOTED({ item: item.title, bodyZh: zh, bodyEn: en });
}

/** What a screen shows of the item is old now. */
export const raiseVersion = (tx: EntityManager, itemId: string): Promise<unknown> =>
  tx.query('update session_item set version = version + 1 where id = $1', [itemId]);
