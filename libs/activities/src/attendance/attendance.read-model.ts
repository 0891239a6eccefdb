import { MemberEntity } from '@dangwu/membership';
import { among, asc, one, readModel, reference, sql } from '@dangwu/read-model';
import { AttendanceEntity } from './attendance.entity';
import type { AttendanceCondition, LeaveCondition } from './attendance.filters';
import { Attendance, LeaveRequest } from './attendance.type';
import { LeaveRequestEntity } from './leave-request.entity';
import { nameOf, RosterPerson } from './roster-person.read-model';

/** Who attended is seen by whoever keeps members there; across a GUIDES edge nobody's name, whatever is published. */
const rows = { place: 'organizationId', read: 'attendance.read', deleted: 'deletedAt' } as const;

export const AttendanceModel = readModel<Attendance, AttendanceEntity, AttendanceCondition, 'ROSTER'>({
  type: Attendance,
  entity: AttendanceEntity,
  idPrefix: 'Attendance',
  ...rows,
  fields: {
    memberId: reference('Member', 'memberId'),
    name: nameOf,
    organization: one('memberOrganizationId'),
  },
  orders: { ROSTER: [asc('sort')] },
  filters: {
    activityId: (row, value) => sql`${row.activityId} = replace(${value}::text, 'Activity_', '')::uuid`,
    states: among('state'),
    guest: (row, value) => sql`${row.guest} = ${value}::boolean`,
    search: (row, value, other) =>
      other.exists<MemberEntity>(
        () => RosterPerson,
        (member) =>
          sql`${member.id} = ${row.memberId} and strpos(${member.searchText}, normalize(lower(${value}::text), NFKC)) > 0`,
      ),
  },
});

export const LeaveRequestModel = readModel<LeaveRequest, LeaveRequestEntity, LeaveCondition, 'ASKED'>({
  type: LeaveRequest,
  entity: LeaveRequestEntity,
  idPrefix: 'LeaveRequest',
  ...rows,
  fields: { memberId: reference('Member', 'memberId'), name: nameOf },
  orders: { ASKED: [asc('askedAt')] },
  filters: {
    activityId: (row, value) => sql`${row.activityId} = replace(${value}::text, 'Activity_', '')::uuid`,
    states: among('state'),
  },
});
