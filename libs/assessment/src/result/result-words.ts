import type { Messages } from '@dangwu/platform/errors';
import type { ComputedBecause, NoticeField, ObjectionState } from './result.enums';

export const computeProgress: Messages = { zh: '正在算分', en: 'Computing results' };
export const computedDone: Messages = {
  zh: '算了 {count} 个，{changed} 个有变化，{incomplete} 个还缺评分',
  en: '{count} computed, {changed} changed, {incomplete} still lack scores',
};

export const objectionWords: Readonly<Record<ObjectionState, Messages>> = {
  OPEN: { zh: '待处理', en: 'open' },
  UPHELD: { zh: '成立', en: 'upheld' },
  REJECTED: { zh: '不成立', en: 'rejected' },
};

export const becauseWords: Readonly<Record<ComputedBecause, Messages>> = {
  ASKED: { zh: '算分', en: 'computed' },
  ADJUSTED: { zh: '平衡调整', en: 'moderation' },
  OBJECTION: { zh: '异议成立', en: 'an objection' },
};

export const noticeFieldWords: Readonly<Record<NoticeField, Messages>> = {
  TOTAL: { zh: '总分', en: 'total' },
  GRADE: { zh: '等次', en: 'grade' },
  RANK: { zh: '组内名次', en: 'place in the group' },
  DIMENSIONS: { zh: '各维度得分', en: 'points of each dimension' },
};
