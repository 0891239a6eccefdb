import type { Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { SessionMemberEntity } from '../session.entity';
import { SeatAttendance, SessionState } from '../session.enums';
import { RoomFrame, type InRoom, type RoomEvent } from './room-frame';
import type { MarkSeatsInput, SignInToSessionInput } from './room.inputs';

const { NOTIFIED, OPEN } = SessionState;

/** Who is there. Votes that are open keep the numbers they opened with. Each answers the UUID of the session. */
@Injectable()
export class Seats {
  constructor(
    private readonly frame: RoomFrame,
    private readonly clock: Clock,
  ) {}

  /** All marks or none. @throws ROOM_STATE, UNKNOWN_ID */
  mark(viewer: Viewer, { id, marks }: MarkSeatsInput): Promise<string> {
    const wanted = new Map(marks.map(({ seatId, attendance }) => [localId('SessionMember', seatId), attendance]));
    return this.frame.conduct(viewer, { session: localId('ReviewSession', id) }, async (tx, room) => {
      this.frame.checkState(room, 'mark', NOTIFIED, OPEN);
      await this.set(tx, room, 'session.markSeat', wanted);
    });
  }

  /** Ahead of the opening, too, on the day of the session. @throws ROOM_STATE, ROOM_NO_SEAT */
  signIn(viewer: Viewer, { id, remote }: SignInToSessionInput): Promise<string> {
    const work = async (tx: EntityManager, room: InRoom): Promise<void> => {
      const today = dateIn(associationZone, room.session.startsAt) === this.clock.today();
      this.frame.checkState(room, 'mark', OPEN, ...(today ? [NOTIFIED] : []));
      const attendance = remote ? SeatAttendance.REMOTE : SeatAttendance.PRESENT;
      await this.set(tx, room, 'session.signIn', new Map(room.own.map((seat) => [seat, attendance])));
    };
    return this.frame.attend(viewer, { session: localId('ReviewSession', id) }, work, 'pessimistic_read');
  }

  private async set(
    tx: EntityManager,
    room: InRoom,
    action: string,
    wanted: ReadonlyMap<string, SeatAttendance>,
  ): Promise<void> {
    const where = { id: In([...wanted.keys()]), sessionId: room.session.id };
    const seats = await tx.findBy(SessionMemberEntity, where);
    if (seats.length < wanted.size) throw platformErrors.UNKNOWN_ID();
    const by = { markedAt: this.clock.now(), markedBy: room.viewer.account.name };
    const events: RoomEvent[] = [];
    for (const { id, attendance: before, name, body } of seats) {
      const attendance = wanted.get(id)!;
      if (attendance === before) continue;
      await tx.update(SessionMemberEntity, { id }, { attendance, ...by });
      events.push({ action, before: { attendance: before }, after: { attendance, who: name, body } });
    }
    if (events.length === 0) leavesNothing('marked so already');
    await this.frame.leave(tx, room, ...events);
  }
}
