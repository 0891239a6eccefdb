import { defineErrors } from '@dangwu/platform/errors';

export const planErrors = defineErrors('plans', {
  PLAN_EXISTS: {
    code: 'CONFLICT',
    zh: '“{organization}”已有 {year} 年度计划。请打开它，调整设置后重新编排。',
    en: '"{organization}" has a plan for {year} already. Open it, change its settings and plan anew.',
  },
  PLAN_YEAR: {
    code: 'BAD_USER_INPUT',
    zh: '只能编排 {first} 年和 {last} 年的计划：别的年份还没有推导义务。请改选年份。',
    en: 'Plans can be made for {first} and {last}: obligations of other years are not derived. Choose one of these.',
  },
  PLAN_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '这里有 {count} 个组织，一份计划最多 {most} 个。请分别为下级组织编排。',
    en: 'There are {count} organizations here; a plan takes {most} at most. Make plans for the organizations below instead.',
  },
  PLAN_BUSY: {
    code: 'CONFLICT',
    zh: '这份计划正在编排或发布。请等它完成，或先取消。',
    en: 'This plan is being worked out or published. Wait until that is done, or cancel it.',
  },
  PLAN_HOURS: {
    code: 'BAD_USER_INPUT',
    zh: '设置的时间不对：开放时间要早开晚关，每项活动要在当天结束。请改正“{at}”。',
    en: 'These times are not possible: opening comes before closing, and an activity ends on its day. Correct "{at}".',
  },
  PLAN_ITEM_PUBLISHED: {
    code: 'PRECONDITION_FAILED',
    zh: '这一项已经发布成活动。请在活动里修改、延期或取消。',
    en: 'This item was published; it is an activity now. Change, postpone or cancel that.',
  },
  PLAN_ITEM_PERIOD: {
    code: 'RULE_VIOLATION',
    zh: '这一项要在 {from} 至 {to} 内举行，{on} 不在其中。请改选日期；确实不办的，请注明理由移出计划。',
    en: 'This item belongs between {from} and {to}; {on} does not. Choose another day, or leave it out with a reason.',
  },
  PLAN_ITEM_PAST: {
    code: 'BAD_USER_INPUT',
    zh: '{on} 已经过去，不能再排。请改选今天以后的日期。',
    en: '{on} is over and nothing can be planned for it. Choose a later day.',
  },
  PLAN_ITEM_LEFT_OUT: {
    code: 'PRECONDITION_FAILED',
    zh: '这一项已移出计划（{reason}）。请先恢复，再安排时间。',
    en: 'This item was left out ({reason}). Take it in again before giving it a time.',
  },
  PLAN_ITEM_NOT_LEFT_OUT: {
    code: 'CONFLICT',
    zh: '这一项没有移出计划，不用恢复。请刷新。',
    en: 'This item was not left out; there is nothing to take in again. Reload.',
  },
  PLAN_NOTHING: {
    code: 'PRECONDITION_FAILED',
    zh: '这份计划没有可以发布的项目：都已发布、移出，或还没有排上时间。',
    en: 'This plan has nothing to publish: everything is published, left out, or has no time yet.',
  },
  PLAN_NOT_PUBLISHABLE: {
    code: 'CONFLICT',
    zh: '有 {count} 项不能发布，没有写入任何活动。第一项：{firstZh}。原因已标在各项上，改好后再发布。',
    en: '{count} items cannot be published, and nothing was written. The first: {firstEn}. The reasons stand at the items; mend them and publish again.',
  },
});
