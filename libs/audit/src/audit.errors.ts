import { defineErrors } from '@dangwu/platform/errors';

export const auditErrors = defineErrors('audit', {
  TOO_MANY_EVENTS: {
    code: 'PRECONDITION_FAILED',
    zh: '符合条件的事件超过 {limit} 条，一个文件放不下。请缩短时间段，或者再加一个筛选。',
    en: 'More than {limit} events match, too many for one file. Choose a shorter period, or add a condition.',
  },
});
