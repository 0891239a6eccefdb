import { registerEnumType } from '@nestjs/graphql';

export enum DispatchKind {
  REQUEST = 'REQUEST',
  REPORT = 'REPORT',
}
registerEnumType(DispatchKind, {
  name: 'DispatchKind',
  description: 'Whether a superior is asked or told.',
  valuesMap: {
    REQUEST: { description: 'Asks for a decision and waits for the reply (请示).' },
    REPORT: { description: 'Tells, and asks for nothing (报告).' },
  },
});

export enum DispatchState {
  DRAFT = 'DRAFT',
  ISSUED = 'ISSUED',
  RECEIVED = 'RECEIVED',
  REPLIED = 'REPLIED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(DispatchState, {
  name: 'DispatchState',
  description: 'Where a dispatch stands.',
  valuesMap: {
    DRAFT: { description: 'Being drafted (草稿).' },
    ISSUED: { description: 'Issued with its number, not yet received (已印发).' },
    RECEIVED: { description: 'Received by the superior (已收文).' },
    REPLIED: { description: 'A request that was replied to (已批复).' },
    CLOSED: { description: 'Over (已办结).' },
    WITHDRAWN: { description: 'Withdrawn before it was received (已撤回).' },
  },
});

export enum DispatchOutcome {
  APPROVED = 'APPROVED',
  APPROVED_WITH_CHANGES = 'APPROVED_WITH_CHANGES',
  NOT_APPROVED = 'NOT_APPROVED',
}
registerEnumType(DispatchOutcome, {
  name: 'DispatchOutcome',
  description: 'What the superior replied to a request.',
  valuesMap: {
    APPROVED: { description: 'Approved (同意).' },
    APPROVED_WITH_CHANGES: { description: 'Approved with changes (修改后同意).' },
    NOT_APPROVED: { description: 'Not approved (不同意).' },
  },
});

export enum DispatchStepKind {
  DRAFTED = 'DRAFTED',
  ISSUED = 'ISSUED',
  RECEIVED = 'RECEIVED',
  REPLIED = 'REPLIED',
  FOLLOWED_UP = 'FOLLOWED_UP',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(DispatchStepKind, {
  name: 'DispatchStepKind',
  description: 'What was done to a dispatch.',
  valuesMap: {
    DRAFTED: { description: 'Drafted.' },
    ISSUED: { description: 'Issued.' },
    RECEIVED: { description: 'Its receipt was recorded.' },
    REPLIED: { description: 'The reply was recorded.' },
    FOLLOWED_UP: { description: 'What came of it was reported.' },
    CLOSED: { description: 'Closed.' },
    WITHDRAWN: { description: 'Withdrawn.' },
  },
});

export enum DispatchSide {
  SENDER = 'SENDER',
  SUPERIOR = 'SUPERIOR',
}
registerEnumType(DispatchSide, {
  name: 'DispatchSide',
  description: 'For whom a dispatch waits.',
  valuesMap: {
    SENDER: { description: 'The organization that sends it.' },
    SUPERIOR: { description: 'The superior it goes to.' },
  },
});

export enum DispatchPart {
  DISPATCH = 'DISPATCH',
  RECEIPT = 'RECEIPT',
  REPLY = 'REPLY',
  FOLLOW_UP = 'FOLLOW_UP',
}
registerEnumType(DispatchPart, {
  name: 'DispatchPart',
  description: 'What a file of a dispatch belongs to.',
  valuesMap: {
    DISPATCH: { description: 'The dispatch itself: named in it, and frozen when it is issued (附件).' },
    RECEIPT: { description: 'Its receipt.' },
    REPLY: { description: 'The reply, such as a scan of it (批复件).' },
    FOLLOW_UP: { description: 'What came of it.' },
  },
});

export enum DispatchCheckKind {
  ONE_LEVEL_UP = 'ONE_LEVEL_UP',
  ONE_MATTER = 'ONE_MATTER',
  NO_HIDDEN_REQUEST = 'NO_HIDDEN_REQUEST',
  BEFORE_THE_ACT = 'BEFORE_THE_ACT',
  NOT_COPIED_BELOW = 'NOT_COPIED_BELOW',
  GUIDE_COPIED = 'GUIDE_COPIED',
}
registerEnumType(DispatchCheckKind, {
  name: 'DispatchCheckKind',
  description: 'What is looked at before a dispatch is issued.',
  valuesMap: {
    ONE_LEVEL_UP: { description: 'It goes one level up; further up only with a reason (逐级).' },
    ONE_MATTER: { description: 'It is about one matter (一文一事). Refuses a request; a report is only told.' },
    NO_HIDDEN_REQUEST: { description: 'A report asks for nothing (报告不夹带请示).' },
    BEFORE_THE_ACT: { description: 'A request comes before the act (事前请示).' },
    NOT_COPIED_BELOW: { description: 'A request is copied to nobody below (不抄送下级).' },
    GUIDE_COPIED: { description: 'Whoever guides the organization gets a copy (抄送指导的党组织).' },
  },
});
