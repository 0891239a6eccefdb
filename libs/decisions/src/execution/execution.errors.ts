import { defineErrors } from '@dangwu/platform/errors';

export const executionErrors = defineErrors('matters', {
  MATTER_NOT_IN_EXECUTION: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，没有在执行，不能{actZh}。请先转入执行。',
    en: '"{title}" is {stateEn} and not being carried out, so {actEn} is not possible. Begin its execution first.',
  },
  MILESTONE_DAY: {
    code: 'BAD_USER_INPUT',
    zh: '节点“{text}”的期限 {on} 已经过去。请选择今天或以后的日期。',
    en: 'The day of the milestone "{text}", {on}, is past. Choose today or a later day.',
  },
  MILESTONES_TOO_MANY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已有 {count} 个节点，最多 {limit} 个。请合并后再添加。',
    en: '"{title}" has {count} milestones, at most {limit} are kept. Put some of them together.',
  },
  MILESTONE_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '节点“{text}”已经是“{stateZh}”，不能取消。请刷新后查看。',
    en: 'The milestone "{text}" is {stateEn} and cannot be dropped. Refresh and look again.',
  },
  MATTER_MILESTONES_OPEN: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”还不能办结：节点{milestones}没有销号。节点要全部销号，或者说明理由后取消。',
    en: '"{title}" cannot be closed yet: of its milestones {milestones} are open. Each is closed, or dropped for a reason.',
  },
  MATTER_REPORT_MISSING: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”还不能办结：向党委反馈了 {count} 次，至少要 {least} 次。依据“{ruleZh}”（{basisZh}）。请先反馈执行情况。',
    en: '"{title}" cannot be closed yet: the committee was told {count} times, at least {least} are needed. By "{ruleEn}" ({basisEn}). Report back first.',
  },
  MATTER_CLOSING_NOTE: {
    code: 'BAD_USER_INPUT',
    zh: '没有通过、不予提交的事项，办结时要写明说明。请补上。',
    en: 'A matter that was not adopted or not submitted is closed with a note. Add it.',
  },
});
