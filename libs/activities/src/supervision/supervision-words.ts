import type { Messages } from '@dangwu/platform/errors';
import type { SupervisionState } from './supervision-item.enums';

/** What people call the states: in refusals and the audit log. */
export const supervisionStateWords: Readonly<Record<SupervisionState, Messages>> = {
  OPEN: { zh: '待办', en: 'to be carried out' },
  REPORTED: { zh: '待确认', en: 'reported, to be confirmed' },
  CLOSED: { zh: '已销号', en: 'closed' },
  DROPPED: { zh: '已取消', en: 'no longer to be carried out' },
};

/** What is done to an item. */
export type SupervisionAct = 'report' | 'close' | 'return';

export const supervisionActWords: Readonly<Record<SupervisionAct, Messages>> = {
  report: { zh: '报告办结', en: 'reported as carried out' },
  close: { zh: '确认销号', en: 'closed' },
  return: { zh: '退回', en: 'given back' },
};
