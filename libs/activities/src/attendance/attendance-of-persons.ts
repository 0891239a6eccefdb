import { OtherRecords, type SubjectRecord } from '@dangwu/membership';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { attendanceWords, leaveWords } from './attendance-words';
import type { AttendanceState, LeaveState } from './attendance.enums';

interface Told {
  readonly title: string;
  readonly on: string;
  readonly attended: AttendanceState | null;
  readonly leave: LeaveState | null;
  readonly reason: string | null;
}

const section = { zh: '参会情况', en: 'Attendance' };

/** What attendance says of a person, for the person; and its reasons are forgotten with the person. */
@Injectable()
export class AttendanceOfPersons implements OnModuleInit {
  constructor(private readonly others: OtherRecords) {}

  onModuleInit(): void {
    this.others.add({ tell, forget });
  }
}

/** Also of activities that the viewer does not reach: it is the person who asks. */
async function tell(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
  const rows = await tx.query<Told[]>(
    `select title, held_on::text as on, attended, leave, reason from dangwu_attendance_of($1)`,
    [memberId],
  );
  return rows.map(({ title, on, attended, leave, reason }) => ({
    section,
    item: { zh: title, en: title },
    value: attended ? attendanceWords[attended] : inWords(leave!),
    since: on,
    until: null,
    basis: reason,
  }));
}

const inWords = (state: LeaveState): SubjectRecord['value'] => ({
  zh: `请假申请：${leaveWords[state].zh}`,
  en: `Request for leave: ${leaveWords[state].en}`,
});

async function forget(tx: EntityManager, memberId: string): Promise<void> {
  await tx.query(`select dangwu_forget_attendance($1)`, [memberId]);
}
