import { defineErrors } from '@dangwu/platform/errors';

export const cadenceErrors = defineErrors('cadence', {
  WAIVED_ALREADY: {
    code: 'CONFLICT',
    zh: '这项义务已由{by}免除。请刷新后查看理由。',
    en: 'This obligation was waived by {by} already. Reload to see the reason.',
  },
  NOT_WAIVED: {
    code: 'CONFLICT',
    zh: '这项义务没有免除，不用恢复。',
    en: 'This obligation is not waived; there is nothing to take back.',
  },
  OWN_OBLIGATION: {
    code: 'FORBIDDEN',
    zh: '不能免除本单位自己的义务。请由领导“{name}”的党组织免除。',
    en: 'Nobody waives what the own organization owes. Ask the organization that leads "{name}".',
  },
  SPAN_TOO_LONG: {
    code: 'BAD_USER_INPUT',
    zh: '看板从 {from} 到 {to} 超过 {limit} 列，显示不下。请缩短时间，或按更长的周期看。',
    en: 'From {from} to {to} the board would have more than {limit} columns. Take fewer days, or a longer period.',
  },
  SPAN_REVERSED: {
    code: 'BAD_USER_INPUT',
    zh: '开始日期 {from} 晚于结束日期 {to}。请对调或改正。',
    en: 'The first day {from} is later than the last {to}. Exchange or correct them.',
  },
});
