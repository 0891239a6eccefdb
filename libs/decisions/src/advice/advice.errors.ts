import { defineErrors } from '@dangwu/platform/errors';

export const adviceErrors = defineErrors('matters', {
  ADVICE_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '这份意见现在是“{stateZh}”，不能{actZh}。请刷新后查看。',
    en: 'This opinion is {stateEn} and cannot be {actEn}. Refresh and look again.',
  },
  ADVICE_NOT_NOW: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能征求意见：意见在提交之后、审议之前征求。',
    en: '"{title}" is {stateEn}: opinions are asked for after a matter was submitted and before it is reviewed.',
  },
  ADVICE_ADVISOR: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到可以征求意见的这位人员。专家意见请从专家组成员和持有专家角色的人员中选择。',
    en: 'There is no such person to ask. Experts are members of the expert group, and who holds the role of an expert.',
  },
  ADVICE_PROPOSER: {
    code: 'RULE_VIOLATION',
    zh: '{name}起草了“{title}”，不能对它提出意见。依据协会党委议事规则关于回避的规定。请另选一人。',
    en: '{name} drafted "{title}" and gives no opinion on it, by the rules of procedure on recusal. Ask somebody else.',
  },
  ADVICE_ASKED_ALREADY: {
    code: 'CONFLICT',
    zh: '已经征求过{name}对“{title}”的意见。请催要，或另选一人。',
    en: '{name} was asked about "{title}" already. Urge for that opinion, or ask somebody else.',
  },
  ADVICE_TOO_MANY: {
    code: 'PRECONDITION_FAILED',
    zh: '对“{title}”已征求 {count} 份意见，最多 {limit} 份。请催要已征求的意见。',
    en: '{count} opinions on "{title}" were asked for, at most {limit} are kept. Urge for those instead.',
  },
  ADVICE_DUE_DAY: {
    code: 'BAD_USER_INPUT',
    zh: '期限 {on} 已经过去。请选择今天或以后的日期。',
    en: 'The deadline, {on}, is past. Choose today or a later day.',
  },
  ADVICE_SCORE: {
    code: 'BAD_USER_INPUT',
    zh: '请按要求打分（1 到 5 分）；没有要求打分的不打分。',
    en: 'Give the score that was asked for, from 1 to 5, and none where none was.',
  },
  ADVICE_NUDGED_TODAY: {
    code: 'PRECONDITION_FAILED',
    zh: '今天已由{by}催要过。一份意见一天最多催要一次，请明天再催。',
    en: '{by} urged for it today. One opinion is urged for once a day: try again tomorrow.',
  },
  MATTER_EXPERT_OPINION_MISSING: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”还不能排会：没有专家意见。依据{ruleZh}（{basisZh}）。请先征求专家意见，收到后再排会。',
    en: '"{title}" cannot be scheduled: an expert opinion is missing. By {ruleEn} ({basisEn}). Ask an expert first.',
  },
  MATTER_LEGAL_CHECK_MISSING: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”还不能排会：没有法律审查意见。依据{ruleZh}（{basisZh}）。请先完成法律审查，再排会。',
    en: '"{title}" cannot be scheduled: the legal check is missing. By {ruleEn} ({basisEn}). Have it checked first.',
  },
});
