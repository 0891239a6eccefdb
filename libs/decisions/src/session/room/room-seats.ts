import { platformErrors } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import { SessionBody, type SeatAttendance } from '../session.enums';
import type { InRoom } from './room-frame';
import { roomErrors } from './room.errors';

/** A seat as it stands to one item. */
export interface SeatRow {
  readonly id: string;
  readonly body: SessionBody;
  readonly name: string;
  readonly chair: boolean;
  readonly attendance: SeatAttendance;
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly recused: boolean;
  readonly spoke: boolean;
}

/** All seats of a session as they stand to an item, in the order of the rosters. */
export const seatsOf = (tx: EntityManager, sessionId: string, itemId: string): Promise<SeatRow[]> =>
  tx.query<SeatRow[]>(
    `select m.id, m.body, m.name, m.chair, m.attendance, m.account_id as "accountId", m.member_id as "memberId",
       exists (select from session_recusal r
         where r.item_id = $2 and r.session_member_id = m.id and r.deleted_at is null) as recused,
       exists (select from session_view v where v.item_id = $2 and v.session_member_id = m.id
         and v.kind = 'SPOKEN' and v.deleted_at is null) as spoke
     from session_member m where m.session_id = $1 and m.deleted_at is null order by m.body desc, m.seat`,
    [sessionId, itemId],
  );

export const rosterOf = (seats: readonly SeatRow[], body: SessionBody): SeatRow[] =>
  seats.filter((seat) => seat.body === body);

/** The seats of one person in all bodies: what is said of one of them holds for all. */
export const seatsOfPerson = (seats: readonly SeatRow[], one: SeatRow): SeatRow[] =>
  seats.filter(
    (seat) =>
      seat.id === one.id ||
      (one.accountId !== null && seat.accountId === one.accountId) ||
      (one.memberId !== null && seat.memberId === one.memberId),
  );

/** The seat that somebody acts for: a member for the own alone. @throws UNKNOWN_ID, ROOM_SEAT_OTHERS */
export function actingFor({ conducts, own }: InRoom, seats: readonly SeatRow[], id: string): SeatRow {
  const seat = seats.find((each) => each.id === id);
  if (!seat) throw platformErrors.UNKNOWN_ID();
  if (!conducts && !own.includes(id)) throw roomErrors.ROOM_SEAT_OTHERS({ name: seat.name });
  return seat;
}

export const namesOf = (seats: readonly { readonly name: string }[]): string[] => seats.map(({ name }) => name);
