import { defineErrors } from '@dangwu/platform/errors';

export const figureErrors = defineErrors('figures', {
  FIGURE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有指标“{key}”。查询 figureRegister 可以得到全部指标。',
    en: 'There is no figure "{key}". The query figureRegister lists them all.',
  },
  FIGURE_MONTHS: {
    code: 'BAD_USER_INPUT',
    zh: '指标按整月统计：{from} 应当是某月第一天，{to} 应当是同月或以后某月的最后一天。',
    en: 'Figures are of whole months: {from} has to be the first day of a month, {to} the last day of it or of a later one.',
  },
  FIGURE_SPAN: {
    code: 'BAD_USER_INPUT',
    zh: '一次最多统计 {limit} 个月。请缩短起止时间。',
    en: 'At most {limit} months are counted at once. Shorten the span.',
  },
  FIGURE_NOT_LISTED: {
    code: 'BAD_USER_INPUT',
    zh: '指标“{key}”没有可以逐条查看的明细。请改用 figureBreakdown 查看下一级组织的数字。',
    en: 'The figure "{key}" has no rows to list one by one. Ask figureBreakdown for the organizations below instead.',
  },
});
