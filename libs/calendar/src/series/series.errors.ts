import { defineErrors } from '@dangwu/platform/errors';

export const seriesErrors = defineErrors('series', {
  SERIES_UNREADABLE: {
    code: 'BAD_USER_INPUT',
    zh: '重复规则“{rule}”读不懂：{part}。请按 RFC 5545 写，如 FREQ=WEEKLY;BYDAY=FR，或 LAST-WORKING-DAY=QUARTER。',
    en: 'The recurrence "{rule}" cannot be read: {part}. Write it after RFC 5545, such as FREQ=WEEKLY;BYDAY=FR, or LAST-WORKING-DAY=QUARTER.',
  },
  SERIES_NEVER_OCCURS: {
    code: 'BAD_USER_INPUT',
    zh: '按重复规则“{rule}”，从 {start} 起一次也不会发生。请查对日期（如 2 月 30 日）和截止日。',
    en: 'By the recurrence "{rule}" nothing ever happens from {start} on. Check its days (a 30 February?) and its end.',
  },
  SERIES_NEVER_ENDS: {
    code: 'BAD_USER_INPUT',
    zh: '重复规则“{rule}”没有截止，不能一次列完。请写明次数（COUNT）、截止日（UNTIL），或只查一段时间。',
    en: 'The recurrence "{rule}" has no end and cannot be listed as a whole. Give it a COUNT or an UNTIL, or ask for a period.',
  },
  SERIES_TOO_MANY: {
    code: 'BAD_USER_INPUT',
    zh: '这段时间里按重复规则“{rule}”超过 {most} 次。请缩短时间，或改稀一些。',
    en: 'The recurrence "{rule}" has more than {most} occurrences in that period. Shorten it, or let it recur less often.',
  },
  SERIES_NO_OCCURRENCE: {
    code: 'NOT_FOUND',
    zh: '系列里没有原定 {date} 的一次，不能从这里分开。请从系列里选一次。',
    en: 'The series has no occurrence that was due on {date}, so it cannot be split there. Choose one of its occurrences.',
  },
});
