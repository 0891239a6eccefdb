import { registerEnumType } from '@nestjs/graphql';

export enum SessionState {
  PLANNED = 'PLANNED',
  NOTIFIED = 'NOTIFIED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(SessionState, {
  name: 'SessionState',
  description: 'Where a session stands.',
  valuesMap: {
    PLANNED: { description: 'Its agenda is being made (筹备中).' },
    NOTIFIED: { description: 'Called: the members have the notice (已通知).' },
    OPEN: { description: 'Sitting (会议中).' },
    CLOSED: { description: 'Over (已结束).' },
    CANCELLED: { description: 'Not held (已取消).' },
  },
});

export enum SessionBody {
  PARTY = 'PARTY',
  COUNCIL = 'COUNCIL',
}
registerEnumType(SessionBody, {
  name: 'SessionBody',
  description: 'Whose roster, quorum and vote it is.',
  valuesMap: {
    PARTY: { description: 'The party body that reviews (党委会、领导小组).' },
    COUNCIL: { description: 'The standing council, in a joint session (常务理事会).' },
  },
});

export enum SeatAttendance {
  EXPECTED = 'EXPECTED',
  PRESENT = 'PRESENT',
  REMOTE = 'REMOTE',
  ON_LEAVE = 'ON_LEAVE',
  ABSENT = 'ABSENT',
}
registerEnumType(SeatAttendance, {
  name: 'SeatAttendance',
  description: 'Whether somebody who is entitled to sit is there.',
  valuesMap: {
    EXPECTED: { description: 'Not known yet (未签到).' },
    PRESENT: { description: 'In the room (实到).' },
    REMOTE: { description: 'Taking part from elsewhere, which counts as present (线上参会).' },
    ON_LEAVE: { description: 'Excused (请假).' },
    ABSENT: { description: 'Not there, without excuse (缺席).' },
  },
});

export enum SessionItemState {
  WAITING = 'WAITING',
  CURRENT = 'CURRENT',
  CONCLUDED = 'CONCLUDED',
  REMOVED = 'REMOVED',
}
registerEnumType(SessionItemState, {
  name: 'SessionItemState',
  description: 'Where an item of the agenda stands.',
  valuesMap: {
    WAITING: { description: 'Still to come (待议).' },
    CURRENT: { description: 'Being dealt with (正在审议).' },
    CONCLUDED: { description: 'Dealt with (已审议).' },
    REMOVED: { description: 'Taken off the agenda (已撤下).' },
  },
});

export enum RecusalSource {
  SUGGESTED = 'SUGGESTED',
  DECLARED = 'DECLARED',
  DIRECTED = 'DIRECTED',
}
registerEnumType(RecusalSource, {
  name: 'RecusalSource',
  description: 'How a recusal came about.',
  valuesMap: {
    SUGGESTED: { description: 'The system found a tie and it was confirmed (系统提示).' },
    DECLARED: { description: 'The member declared it (本人申请).' },
    DIRECTED: { description: 'The chair directed it (主持人决定).' },
  },
});

export enum ViewKind {
  SPOKEN = 'SPOKEN',
  WRITTEN = 'WRITTEN',
}
registerEnumType(ViewKind, {
  name: 'ViewKind',
  description: 'How a member stated a view.',
  valuesMap: {
    SPOKEN: { description: 'In the room (发言).' },
    WRITTEN: { description: 'In writing, being absent; it is no vote (书面意见).' },
  },
});

export enum VoteChoice {
  FOR = 'FOR',
  AGAINST = 'AGAINST',
  ABSTAIN = 'ABSTAIN',
}
registerEnumType(VoteChoice, {
  name: 'VoteChoice',
  description: 'A vote.',
  valuesMap: {
    FOR: { description: 'In favour (赞成).' },
    AGAINST: { description: 'Against (反对).' },
    ABSTAIN: { description: 'Abstained (弃权).' },
  },
});
