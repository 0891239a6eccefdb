import { everywhere } from '@dangwu/access';
import { OtherRecords, type SubjectRecord } from '@dangwu/membership';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { seatAttendanceWords } from './session-words';
import type { SeatAttendance } from './session.enums';

interface Told {
  readonly title: string;
  readonly on: string;
  readonly post: string;
  readonly attendance: SeatAttendance;
}

const section = { zh: '会议名单', en: 'Rosters of sessions' };
/** What a roster shows instead of the name. */
const nobody = '已删除个人信息';

/** In which sessions somebody sat, for the person; whose seat it was is forgotten with the person. */
@Injectable()
export class SeatsOfPersons implements OnModuleInit {
  constructor(private readonly others: OtherRecords) {}

  onModuleInit(): void {
    this.others.add({ tell, forget });
  }
}

/** As a member, or by an account of the member. */
const own = `(member_id = $1 or account_id in (select id from account where member_id = $1))`;

/** Also of sessions that the viewer does not reach: it is the person who asks. */
async function tell(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
  const rows = await everywhere(tx, () =>
    tx.query<Told[]>(
      `select s.title, (s.starts_at at time zone 'Asia/Shanghai')::date::text as on, seat.post, seat.attendance
       from session_member seat join review_session s on s.id = seat.session_id
       where seat.deleted_at is null and s.state <> 'CANCELLED' and ${own} order by s.starts_at, seat.body, seat.id`,
      [memberId],
    ),
  );
  return rows.map(({ title, on, post, attendance }) => ({
    section,
    item: { zh: title, en: title },
    value: seatAttendanceWords[attendance],
    since: on,
    until: null,
    basis: post || null,
  }));
}

/** How many there were stays, with nobody's name. Documents that were issued keep theirs, as the record that they are. */
async function forget(tx: EntityManager, memberId: string): Promise<void> {
  await everywhere(tx, () =>
    tx.query(`update session_member set name = $2, post = '', member_id = null, account_id = null where ${own}`, [
      memberId,
      nobody,
    ]),
  );
}
