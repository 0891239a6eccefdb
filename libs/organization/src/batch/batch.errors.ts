import { defineErrors } from '@dangwu/platform/errors';

export const batchErrors = defineErrors('batch', {
  BATCH_EMPTY_FILTER: {
    code: 'BAD_USER_INPUT',
    zh: '没有任何筛选条件，批量操作会改动全部。请先选择要改的行，或者至少加一个筛选条件。',
    en: 'Without any condition the batch would change everything. Choose rows, or set at least one filter.',
  },
  BATCH_NOTHING_CHOSEN: {
    code: 'BAD_USER_INPUT',
    zh: '没有选择任何一行。请先选择要改的行，或者给出筛选条件（两者只能给一种）。',
    en: 'Nothing is chosen. Choose rows, or give a filter (one of the two).',
  },
  BATCH_TOO_MANY: {
    code: 'BAD_USER_INPUT',
    zh: '一次最多 {most} 项，这次有 {count} 项。请把筛选条件收窄，分几次做。',
    en: 'At most {most} rows at a time, these are {count}. Narrow the filter and do it in parts.',
  },
  BATCH_STALE: {
    code: 'CONFLICT',
    zh: '预演以后数据有变化：现在会改动 {changes} 项、跳过 {skipped} 项，与预演时不同。没有写入任何内容，请重新预演、核对后再确认。',
    en: 'Something changed since it was foreseen: now {changes} rows would change and {skipped} be skipped. Nothing was written; look at it again, then confirm.',
  },
});
