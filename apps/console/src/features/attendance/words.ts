import type { State } from '../../components/state-glyph';
import type { AttendanceState, LeaveState } from '../../generated/graphql';

/** The sign of each state. */
export const SIGNS: Readonly<Record<AttendanceState, State>> = {
  ENTITLED: 'unplanned',
  PRESENT: 'done',
  LATE: 'risk',
  REMOTE: 'done',
  ON_LEAVE: 'waived',
  ABSENT: 'late',
  MADE_UP: 'pending',
};

export const LEAVE_SIGNS: Readonly<Record<LeaveState, State>> = {
  ASKED: 'pending',
  APPROVED: 'done',
  DECLINED: 'refused',
  WITHDRAWN: 'unplanned',
};

/** What can be said of somebody, in the order of the keys 1 to 6. */
export const CHOICES = [
  'PRESENT',
  'LATE',
  'REMOTE',
  'ON_LEAVE',
  'ABSENT',
  'MADE_UP',
] as const satisfies AttendanceState[];

export const there = (state: AttendanceState | null): boolean =>
  state === 'PRESENT' || state === 'LATE' || state === 'REMOTE';
