import type { Messages } from '@dangwu/platform/errors';
import type { MinutesFault } from './minutes-content';
import type { MinutesState } from './minutes.enums';

/** What people call the states: in refusals and the audit log. */
export const minutesStateWords: Readonly<Record<MinutesState, Messages>> = {
  DRAFT: { zh: '记录中', en: 'being written' },
  AWAITING: { zh: '待主持人签字', en: 'awaiting the signature of the chair' },
  LOCKED: { zh: '已锁定', en: 'locked' },
};

/** What is done to minutes. */
export type MinutesAct = 'save' | 'sign' | 'paper' | 'withdraw' | 'correct';

export const minutesActWords: Readonly<Record<MinutesAct, Messages>> = {
  save: { zh: '修改', en: 'changed' },
  sign: { zh: '签字', en: 'signed' },
  paper: { zh: '登记纸质签字', en: 'signed on paper' },
  withdraw: { zh: '撤回签字', en: 'taken back' },
  correct: { zh: '更正', en: 'corrected' },
};

/** What a signature waits for. */
export const faultWords: Readonly<Record<MinutesFault, Messages>> = {
  CHAIR: { zh: '没有写主持人', en: 'the chair is missing' },
  RECORDER: { zh: '没有写记录人', en: 'the recorder is missing' },
  SAME: { zh: '主持人和记录人是同一个人', en: 'chair and recorder are the same person' },
  COUNTS: { zh: '没有写应到和实到人数', en: 'the counts of entitled and present are missing' },
  TEXT: { zh: '正文还是空的', en: 'nothing is written yet' },
};
