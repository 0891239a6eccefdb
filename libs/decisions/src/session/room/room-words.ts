import type { Messages } from '@dangwu/platform/errors';
import type {
  RecusalSource,
  SeatAttendance,
  SessionBody,
  SessionItemState,
  SessionState,
  ViewKind,
  VoteChoice,
} from '../session.enums';

/** What people call the values: in refusals and the audit log. */
export const roomStateWords: Readonly<Record<SessionState, Messages>> = {
  PLANNED: { zh: '筹备中', en: 'being prepared' },
  NOTIFIED: { zh: '已通知', en: 'called' },
  OPEN: { zh: '会议中', en: 'sitting' },
  CLOSED: { zh: '已结束', en: 'over' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

export const itemStateWords: Readonly<Record<SessionItemState, Messages>> = {
  WAITING: { zh: '待议', en: 'still to come' },
  CURRENT: { zh: '正在审议', en: 'being dealt with' },
  CONCLUDED: { zh: '已审议', en: 'dealt with' },
  REMOVED: { zh: '已撤下', en: 'taken off the agenda' },
};

export const bodyWords: Readonly<Record<SessionBody, Messages>> = {
  PARTY: { zh: '审议机构', en: 'the reviewing body' },
  COUNCIL: { zh: '常务理事会', en: 'the standing council' },
};

export const recusalWords: Readonly<Record<RecusalSource, Messages>> = {
  SUGGESTED: { zh: '系统提示', en: 'suggested' },
  DECLARED: { zh: '本人申请', en: 'declared' },
  DIRECTED: { zh: '主持人决定', en: 'directed' },
};

export const viewWords: Readonly<Record<ViewKind, Messages>> = {
  SPOKEN: { zh: '发言', en: 'spoken' },
  WRITTEN: { zh: '书面意见', en: 'written' },
};

export const attendanceWords: Readonly<Record<SeatAttendance, Messages>> = {
  EXPECTED: { zh: '未签到', en: 'expected' },
  PRESENT: { zh: '实到', en: 'present' },
  REMOTE: { zh: '线上参会', en: 'present from elsewhere' },
  ON_LEAVE: { zh: '请假', en: 'on leave' },
  ABSENT: { zh: '缺席', en: 'absent' },
};

export const choiceWords: Readonly<Record<VoteChoice, Messages>> = {
  FOR: { zh: '赞成', en: 'in favour' },
  AGAINST: { zh: '反对', en: 'against' },
  ABSTAIN: { zh: '弃权', en: 'abstained' },
};

/** What is done to a session in its room, as refusals name it. */
export const roomActWords = {
  open: { zh: '开会', en: 'opened' },
  close: { zh: '散会', en: 'closed' },
  mark: { zh: '登记到会', en: 'marked' },
  conduct: { zh: '审议', en: 'conducted' },
} as const satisfies Record<string, Messages>;
export type RoomAct = keyof typeof roomActWords;
