import type { SeatPost } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import type { ReviewingBody } from '../review-rule/review-rule.enums';
import type { SessionAct } from './session-lifecycle';
import type { SeatAttendance, SessionBody, SessionState } from './session.enums';

/** What people call the values: in refusals, notices and the audit log. */
export const sessionStateWords: Readonly<Record<SessionState, Messages>> = {
  PLANNED: { zh: '筹备中', en: 'being prepared' },
  NOTIFIED: { zh: '已通知', en: 'called' },
  OPEN: { zh: '会议中', en: 'sitting' },
  CLOSED: { zh: '已结束', en: 'over' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

export const sessionActWords: Readonly<Record<SessionAct, Messages>> = {
  change: { zh: '修改', en: 'changed' },
  changeRoster: { zh: '修改名单', en: 'given another roster' },
  agenda: { zh: '调整议程', en: 'given another agenda' },
  notify: { zh: '发出通知', en: 'called' },
  cancel: { zh: '取消', en: 'cancelled' },
};

export const sessionBodyWords: Readonly<Record<SessionBody, Messages>> = {
  PARTY: { zh: '审议机构', en: 'the reviewing body' },
  COUNCIL: { zh: '常务理事会', en: 'the standing council' },
};

export const seatAttendanceWords: Readonly<Record<SeatAttendance, Messages>> = {
  EXPECTED: { zh: '未签到', en: 'expected' },
  PRESENT: { zh: '实到', en: 'present' },
  REMOTE: { zh: '线上参会', en: 'present from elsewhere' },
  ON_LEAVE: { zh: '请假', en: 'on leave' },
  ABSENT: { zh: '缺席', en: 'absent' },
};

/** What people are in the bodies that review, by the register of seats. */
export const seatPostWords: Readonly<Record<`${Exclude<SeatPost, SeatPost.EXPERT>}`, Messages>> = {
  SECRETARY: { zh: '书记', en: 'secretary' },
  DEPUTY_SECRETARY: { zh: '副书记', en: 'deputy secretary' },
  COMMITTEE_MEMBER: { zh: '委员', en: 'committee member' },
  LEADER: { zh: '组长', en: 'leader' },
  DEPUTY_LEADER: { zh: '副组长', en: 'deputy leader' },
  GROUP_MEMBER: { zh: '成员', en: 'member' },
};

/** How sittings are called in titles. */
const sittings: Readonly<Record<ReviewingBody, string>> = {
  FUNCTIONAL_COMMITTEE: '党委会',
  LEADING_GROUP: '党建工作领导小组会议',
};

/** Titles are Chinese, as the documents are that bear them: 2026年第12次党委会. */
export const titleOf = (body: ReviewingBody, joint: boolean, year: number, no: number): string =>
  `${year}年第${no}次${sittings[body]}${joint ? '（与常务理事会一并召开）' : ''}`;
