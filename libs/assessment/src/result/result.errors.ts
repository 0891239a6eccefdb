import { defineErrors } from '@dangwu/platform/errors';

export const resultErrors = defineErrors('assessment-results', {
  RESULT_UNKNOWN_NODE: {
    code: 'BAD_USER_INPUT',
    zh: '方案里没有可以调整的指标“{key}”。请从结果页上的指标里选；分组、扣分、加分项不能直接改分。',
    en: 'The scheme has no indicator "{key}" whose points can be set. Choose one from the page of the result; groups, deductions and bonuses are not set directly.',
  },
  RESULT_POINTS: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”满分 {most}，不能改成 {points}。请写 0 到 {most} 之间的数，最多 {scale} 位小数。',
    en: '"{name}" gives at most {most} points and cannot be set to {points}. Write a number from 0 to {most} with at most {scale} decimals.',
  },
  RESULT_GRADE: {
    code: 'BAD_USER_INPUT',
    zh: '方案里没有等次“{grade}”。请从方案的等次里选。',
    en: 'The scheme has no grade "{grade}". Choose one of its grades.',
  },
  RESULT_TOP_SHARE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{group}”有 {base} 个，最高等次“{grade}”不超过 {share}，即 {limit} 个，现在已经有 {given} 个。请先调整别的。依据：方案“{scheme}”。',
    en: 'The group "{group}" has {base}; at most {share} of them, {limit}, may be given the best grade "{grade}", and {given} have it. Adjust another first. Basis: the scheme "{scheme}".',
  },
  RESULT_INCOMPLETE: {
    code: 'PRECONDITION_FAILED',
    zh: '还有 {count} 个没有算出结果：{names}。请先补齐评分再算分。',
    en: '{count} have no result yet: {names}. Complete their scores and compute first.',
  },
  RESULT_STALE: {
    code: 'PRECONDITION_FAILED',
    zh: '算分以后又有评分变动。请重新算分，再公示。',
    en: 'Scores have changed since the results were computed. Compute again, then publish.',
  },
  ADJUSTMENT_WITHDRAWN: {
    code: 'PRECONDITION_FAILED',
    zh: '这项调整已经撤回。',
    en: 'This adjustment was withdrawn already.',
  },
  NOTICE_WINDOW: {
    code: 'BAD_USER_INPUT',
    zh: '公示到 {noticeTo} 太短：规则“{rule}”要求至少 {days} 个工作日，最早到 {least}。依据：{basis}。',
    en: 'A notice until {noticeTo} is too short: the rule "{rule}" asks for at least {days} working days, until {least}. Basis: {basis}.',
  },
  OBJECTION_LATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”公示到 {noticeTo}，已经过了提异议的时间。有新情况请直接联系主办单位。',
    en: '"{title}" was on notice until {noticeTo}; objections are raised within that time. Tell whoever conducts it if there is something new.',
  },
  OBJECTION_DECIDED: {
    code: 'PRECONDITION_FAILED',
    zh: '这条异议已经处理过了。',
    en: 'This objection was decided already.',
  },
  COMPARE_ITSELF: {
    code: 'BAD_USER_INPUT',
    zh: '不能和自己对比。请另选一个考核对象。',
    en: 'One is not compared with itself. Choose another of the assessed.',
  },
  COMPARE_CYCLES: {
    code: 'BAD_USER_INPUT',
    zh: '两个考核对象不在同一个考核周期：“{first}”和“{second}”。请选同一周期里的；历期的变化见结果页的“历期”。',
    en: 'They are not of one cycle: "{first}" and "{second}". Choose two of one cycle; what changed over cycles stands on the page of a result.',
  },
  OBJECTIONS_OPEN: {
    code: 'PRECONDITION_FAILED',
    zh: '还有 {count} 条异议没有处理。请逐条处理后再定等归档。',
    en: '{count} objections are not decided. Decide each before the results become final.',
  },
});
