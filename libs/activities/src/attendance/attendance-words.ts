import type { Messages } from '@dangwu/platform/errors';
import type { AttendanceState, LeaveState } from './attendance.enums';

/** What people call the states of a request for leave, in refusals and the audit log. */
export const leaveWords: Readonly<Record<LeaveState, Messages>> = {
  ASKED: { zh: '待批', en: 'undecided' },
  APPROVED: { zh: '已批准', en: 'approved' },
  DECLINED: { zh: '未批准', en: 'declined' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** And those of attendance. */
export const attendanceWords: Readonly<Record<AttendanceState, Messages>> = {
  ENTITLED: { zh: '未登记', en: 'unmarked' },
  PRESENT: { zh: '到会', en: 'present' },
  LATE: { zh: '迟到', en: 'late' },
  REMOTE: { zh: '线上', en: 'remote' },
  ON_LEAVE: { zh: '请假', en: 'on leave' },
  ABSENT: { zh: '缺席', en: 'absent' },
  MADE_UP: { zh: '补学', en: 'made up' },
};
