import { associationZone } from '@dangwu/platform/clock';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { LeaveState } from './attendance.enums';

const minute = 60_000;
/** What the rules say of the times of attendance, in minutes. */
export interface AttendanceTimes {
  /** people come before it begins: so long before they are recorded, and sign in themselves */
  readonly opensBefore: number;
  /** whoever signs in later than so long after the beginning is late */
  readonly lateAfter: number;
}

export type Timed = Pick<ActivityEntity, 'state' | 'startsAt' | 'endsAt'>;

export const opensAt = ({ startsAt }: Pick<Timed, 'startsAt'>, { opensBefore }: AttendanceTimes): Date =>
  new Date(startsAt.getTime() - opensBefore * minute);

/** Whether somebody may sign in to it with the code on the screen. */
export const isRunning = (activity: Timed, times: AttendanceTimes, now: Date): boolean =>
  activity.state === ActivityState.SCHEDULED && now >= opensAt(activity, times) && now <= activity.endsAt;

/** Whether leave can still be asked for and decided. */
export const isAhead = ({ state, startsAt }: Timed, now: Date): boolean =>
  state === ActivityState.SCHEDULED && now < startsAt;

/** Whether a request for leave can be taken back: while nobody decided on it, and what was approved until it begins. */
export const isWithdrawable = (leave: LeaveState, activity: Timed, now: Date): boolean =>
  leave === LeaveState.ASKED || (leave === LeaveState.APPROVED && isAhead(activity, now));

export const isLate = ({ startsAt }: Timed, { lateAfter }: AttendanceTimes, now: Date): boolean =>
  now.getTime() > startsAt.getTime() + lateAfter * minute;

/** Why its attendance cannot be recorded; null: it can. */
export function faultOfRecording(activity: Timed, times: AttendanceTimes, now: Date): 'STATE' | 'EARLY' | null {
  const { SCHEDULED, HELD, RECORDED } = ActivityState;
  if (![SCHEDULED, HELD, RECORDED].includes(activity.state)) return 'STATE';
  return activity.state === SCHEDULED && now < opensAt(activity, times) ? 'EARLY' : null;
}

/** A moment as people of the association read it: 2026-09-18 14:30. */
export const clockText = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
