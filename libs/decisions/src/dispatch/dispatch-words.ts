import type { Messages } from '@dangwu/platform/errors';
import type { DispatchAct } from './dispatch-lifecycle';
import type { DispatchKind, DispatchOutcome, DispatchState } from './dispatch.enums';

/** What people call the kinds, states and acts: in refusals and the audit log. */
export const dispatchKindWords: Readonly<Record<DispatchKind, Messages>> = {
  REQUEST: { zh: '请示', en: 'request' },
  REPORT: { zh: '报告', en: 'report' },
};

export const dispatchStateWords: Readonly<Record<DispatchState, Messages>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  ISSUED: { zh: '已印发', en: 'issued' },
  RECEIVED: { zh: '已收文', en: 'received' },
  REPLIED: { zh: '已批复', en: 'replied to' },
  CLOSED: { zh: '已办结', en: 'closed' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

export const dispatchActWords: Readonly<Record<DispatchAct, Messages>> = {
  change: { zh: '修改', en: 'changed' },
  issue: { zh: '印发', en: 'issued' },
  receive: { zh: '登记收文', en: 'received' },
  reply: { zh: '登记批复', en: 'replied to' },
  followUp: { zh: '报告落实情况', en: 'followed up' },
  close: { zh: '办结', en: 'closed' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
};

export const dispatchOutcomeWords: Readonly<Record<DispatchOutcome, Messages>> = {
  APPROVED: { zh: '同意', en: 'approved' },
  APPROVED_WITH_CHANGES: { zh: '修改后同意', en: 'approved with changes' },
  NOT_APPROVED: { zh: '不同意', en: 'not approved' },
};
