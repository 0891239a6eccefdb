import { defineErrors } from '@dangwu/platform/errors';

export const reviewRuleErrors = defineErrors('review rules', {
  REVIEW_BANDS_START: {
    code: 'BAD_USER_INPUT',
    zh: '金额档次要从 0 元开始，现在最低一档从 {fromZh}开始，{fromZh}以下没有规则。请补上这一档。',
    en: 'Bands begin at 0; the lowest now begins at {fromEn}, and nothing holds below it. Add that band.',
  },
  REVIEW_BANDS_GAP: {
    code: 'BAD_USER_INPUT',
    zh: '金额档次中间断开：{fromZh}至{toZh}没有规则。请让下一档从上一档的上限开始。',
    en: 'There is a gap between bands: nothing holds from {fromEn} to {toEn}. Let the next band begin where the one before ends.',
  },
  REVIEW_BANDS_OVERLAP: {
    code: 'BAD_USER_INPUT',
    zh: '金额档次重叠：{fromZh}至{toZh}有两条规则。请让下一档从上一档的上限开始。',
    en: 'Bands overlap: two hold from {fromEn} to {toEn}. Let the next band begin where the one before ends.',
  },
  REVIEW_BANDS_END: {
    code: 'BAD_USER_INPUT',
    zh: '最高一档不能有上限，现在{toZh}以上没有规则。请去掉它的上限，或再加一档。',
    en: 'The highest band is open; nothing holds from {toEn} on now. Take its end away, or add a band.',
  },
  REVIEW_BAND_REVERSED: {
    code: 'BAD_USER_INPUT',
    zh: '一档的上限（{toZh}）要大于下限（{fromZh}）。请改正金额。',
    en: 'A band ends ({toEn}) above where it begins ({fromEn}). Correct the amounts.',
  },
  REVIEW_SHARE: {
    code: 'BAD_USER_INPUT',
    zh: '“{value}”不是到会或通过的比例。请写成 >= 1/2、> 1/2、>= 2/3 这样，不超过 1。',
    en: '"{value}" is no share of presence or majority. Write it as >= 1/2, > 1/2 or >= 2/3, at most 1.',
  },
  REVIEW_RULE_PAST: {
    code: 'BAD_USER_INPUT',
    zh: '{on} 已经过去，审议规则只能从今天起改。请改生效日期：已提交的事项按提交时的规则办。',
    en: '{on} is over: review rules are changed from today on. Correct the day; what was submitted keeps the rule of its day.',
  },
  REVIEW_RULE_CHANGED: {
    code: 'CONFLICT',
    zh: '“{categoryZh}”的审议规则已改到第 {current} 版。请重新打开，再改一次。',
    en: 'The review rules for {categoryEn} are at version {current} by now. Reload them and change them again.',
  },
  REVIEW_RULE_LATER: {
    code: 'PRECONDITION_FAILED',
    zh: '“{categoryZh}”已有从 {from} 起生效的新规则。请从那一天或以后改。',
    en: 'There are rules for {categoryEn} that hold from {from} on. Change them from that day or later.',
  },
});
