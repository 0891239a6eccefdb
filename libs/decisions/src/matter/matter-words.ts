import type { Messages } from '@dangwu/platform/errors';
import type { FieldDifference } from './matter-content';
import type { MatterAct } from './matter-lifecycle';
import type { CouncilOutcome, MatterState, OpinionKind } from './matter.enums';

/** What people call the states: in refusals and the audit log. */
export const matterStateWords: Readonly<Record<MatterState, Messages>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  SUBMITTED: { zh: '已提交', en: 'submitted' },
  RETURNED: { zh: '已退回', en: 'returned' },
  ACCEPTED: { zh: '已受理', en: 'accepted' },
  SCHEDULED: { zh: '已排会', en: 'scheduled' },
  REVIEWED: { zh: '已审议', en: 'reviewed' },
  FORWARDED: { zh: '已送审', en: 'forwarded' },
  DECIDED: { zh: '已决定', en: 'decided' },
  IN_EXECUTION: { zh: '执行中', en: 'being carried out' },
  CLOSED: { zh: '已办结', en: 'closed' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

export const matterActWords: Readonly<Record<MatterAct, Messages>> = {
  change: { zh: '修改', en: 'changed' },
  submit: { zh: '提交', en: 'submitted' },
  accept: { zh: '受理', en: 'accepted' },
  return: { zh: '退回', en: 'returned' },
  schedule: { zh: '排会', en: 'scheduled' },
  unschedule: { zh: '撤下议程', en: 'taken off the agenda' },
  review: { zh: '审议', en: 'reviewed' },
  resume: { zh: '重新待审', en: 'taken up again' },
  forward: { zh: '送审', en: 'forwarded' },
  decide: { zh: '登记决定', en: 'decided' },
  execute: { zh: '转入执行', en: 'carried out' },
  close: { zh: '办结', en: 'closed' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
};

export const opinionWords: Readonly<Record<OpinionKind, Messages>> = {
  AGREE: { zh: '同意', en: 'agreed' },
  AMEND_AND_RESUBMIT: { zh: '修改后再议', en: 'to be amended and submitted again' },
  DEFER: { zh: '缓议', en: 'deferred' },
  DO_NOT_SUBMIT: { zh: '不予提交', en: 'not to be submitted' },
};

export const outcomeWords: Readonly<Record<CouncilOutcome, Messages>> = {
  ADOPTED: { zh: '通过', en: 'adopted' },
  ADOPTED_WITH_CHANGES: { zh: '修改后通过', en: 'adopted with changes' },
  NOT_ADOPTED: { zh: '未通过', en: 'not adopted' },
};

export const urgentWords: Messages = { zh: '紧急', en: 'urgent' };

/** What people call the parts of a matter. */
export const contentWords: Readonly<Record<FieldDifference['field'], Messages>> = {
  category: { zh: '类别', en: 'category' },
  title: { zh: '事项', en: 'title' },
  amountFen: { zh: '金额', en: 'amount' },
  background: { zh: '背景和理由', en: 'background' },
  options: { zh: '方案', en: 'options' },
  socialEffect: { zh: '社会影响', en: 'social effect' },
  urgentReason: { zh: '紧急原因', en: 'why it is urgent' },
  material: { zh: '材料', en: 'material' },
};
