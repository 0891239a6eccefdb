import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { SessionViewEntity, type SessionItemEntity } from '../session.entity';
import { SessionItemState, SessionState, ViewKind } from '../session.enums';
import { CommitteeRules } from './committee-rules';
import { RoomFrame } from './room-frame';
import { actingFor, namesOf, rosterOf, seatsOf, seatsOfPerson, type SeatRow } from './room-seats';
import { roomErrors } from './room.errors';
import type { FileWrittenViewInput, StateViewInput } from './room.inputs';
import { beforeChair, isThere } from './speaking';

interface Stated {
  readonly kind: ViewKind;
  readonly text: string;
}

/** Who has spoken on an item, and what those say who are not there. Each answers the UUID of the session. */
@Injectable()
export class Views {
  constructor(
    private readonly frame: RoomFrame,
    private readonly rules: CommitteeRules,
    private readonly clock: Clock,
  ) {}

  /** @throws ROOM_STATE, SESSION_ITEM_STATE, SESSION_NOT_THERE, SESSION_RECUSED, SESSION_CHAIR_LAST, ROOM_SEAT_OTHERS */
  state(viewer: Viewer, { itemId, seatId, text }: StateViewInput): Promise<string> {
    const [id, seatKey] = [localId('SessionItem', itemId), localId('SessionMember', seatId)];
    return this.frame.either(viewer, { item: id }, async (tx, room) => {
      this.frame.checkState(room, 'conduct', SessionState.OPEN);
      const item = await this.frame.item(tx, room, id);
      const seats = await seatsOf(tx, room.session.id, id);
      const seat = actingFor(room, seats, seatKey);
      await this.refuseRecused(tx, item, seat);
      if (!isThere(seat)) throw roomErrors.SESSION_NOT_THERE({ name: seat.name });
      const person = seatsOfPerson(seats, seat);
      await this.chairLast(tx, item, seats, person);
      const stated = { kind: ViewKind.SPOKEN, text: text?.trim() ?? '' };
      await this.save(tx, item, person.filter(isThere), stated);
      await this.frame.leave(tx, room, eventOf('session.stateView', item, seat, stated));
    });
  }

  /** @throws ROOM_STATE, SESSION_ITEM_STATE, SESSION_IS_THERE, SESSION_RECUSED, ROOM_SEAT_OTHERS */
  file(viewer: Viewer, { itemId, seatId, text }: FileWrittenViewInput): Promise<string> {
    const [id, seatKey] = [localId('SessionItem', itemId), localId('SessionMember', seatId)];
    return this.frame.either(viewer, { item: id }, async (tx, room) => {
      this.frame.checkState(room, 'conduct', SessionState.NOTIFIED, SessionState.OPEN);
      const item = await this.frame.item(tx, room, id, [SessionItemState.WAITING, SessionItemState.CURRENT]);
      const seats = await seatsOf(tx, room.session.id, id);
      const seat = actingFor(room, seats, seatKey);
      await this.refuseRecused(tx, item, seat);
      if (isThere(seat)) throw roomErrors.SESSION_IS_THERE({ name: seat.name });
      const stated = { kind: ViewKind.WRITTEN, text: text.trim() };
      await this.save(tx, item, [seat], stated);
      await this.frame.leave(tx, room, eventOf('session.fileView', item, seat, stated));
    });
  }

  private async refuseRecused(tx: EntityManager, item: SessionItemEntity, seat: SeatRow): Promise<void> {
    if (!seat.recused) return;
    const { ruleZh, ruleEn } = await this.rules.recusal(tx, item.associationId);
    throw roomErrors.SESSION_RECUSED({ name: seat.name, item: item.title, ruleZh, ruleEn });
  }

  /**
   * A chair waits for the others of the body. Who comes late and speaks after the chair takes the chair's word away: it is
   * said again, so that it is the last in the end.
   */
  private async chairLast(
    tx: EntityManager,
    item: SessionItemEntity,
    seats: readonly SeatRow[],
    person: readonly SeatRow[],
  ): Promise<void> {
    for (const { body, chair } of person) {
      const roster = rosterOf(seats, body);
      const others = beforeChair(roster).filter(({ id }) => !person.some((own) => own.id === id));
      if (chair && others.length) {
        const rule = await this.rules.chairLast(tx, item.associationId);
        throw roomErrors.SESSION_CHAIR_LAST({ names: namesOf(others), ...rule });
      }
      const said = chair ? [] : roster.filter((seat) => seat.chair && seat.spoke);
      const where = { itemId: item.id, sessionMemberId: In(said.map(({ id }) => id)) };
      if (said.length) await tx.update(SessionViewEntity, where, { deletedAt: this.clock.now() });
    }
  }

  /** What somebody had said before on the item is replaced: a written view by the word of who came after all. */
  private async save(
    tx: EntityManager,
    { id: itemId, associationId, organizationId }: SessionItemEntity,
    seats: readonly SeatRow[],
    stated: Stated,
  ): Promise<void> {
    const at = this.clock.now();
    for (const { id: sessionMemberId } of seats) {
      const known = await tx.findOneBy(SessionViewEntity, { itemId, sessionMemberId });
      if (known) await tx.update(SessionViewEntity, { id: known.id }, { ...stated, at });
      else {
        const row = { id: newId(at.getTime()), associationId, organizationId, itemId, sessionMemberId, ...stated, at };
        await tx.insert(SessionViewEntity, row);
      }
    }
  }
}

const eventOf = (action: string, item: SessionItemEntity, { name }: SeatRow, { kind }: Stated) => ({
  action,
  after: { item: item.title, who: name, view: kind },
});
