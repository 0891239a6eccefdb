import { defineErrors } from '@dangwu/platform/errors';

export const activityErrors = defineErrors('activities', {
  ACTIVITY_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能{actZh}。已记录的请更正记录；草稿请先安排。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. What is recorded is corrected; a draft is scheduled first.',
  },
  ACTIVITY_FIXED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已经安排，主办组织和类型不能再改。请取消它，再另行安排；草稿可以改。',
    en: '"{title}" is scheduled: its organization and type stay. Cancel it and plan another; those of a draft may be changed.',
  },
  ACTIVITY_TIMES_ORDER: {
    code: 'BAD_USER_INPUT',
    zh: '结束时间要晚于开始时间。请改正时间；带时区的时间按同一时刻比较。',
    en: 'The end must come after the start. Correct the times; those with zones are compared as moments.',
  },
  ACTIVITY_TOO_LONG: {
    code: 'BAD_USER_INPUT',
    zh: '一场活动最长 {days} 天。请分成几场，分别安排。',
    en: 'An activity lasts at most {days} days. Plan several instead.',
  },
  ACTIVITY_DAY: {
    code: 'BAD_USER_INPUT',
    zh: '{on} 不在可以登记的日子里：从 {earliest} 到今后 {months} 个月。请改正日期。',
    en: '{on} is not among the days that can be entered: from {earliest} to {months} months ahead. Correct the date.',
  },
  ACTIVITY_RANGE: {
    code: 'BAD_USER_INPUT',
    zh: '一次最多看 {most} 天：{from} 到 {to} 太长，或者前后颠倒。请改短。',
    en: 'At most {most} days at a time: {from} to {to} is longer, or reversed. Ask for fewer.',
  },
  ACTIVITY_TYPE_RETIRED: {
    code: 'PRECONDITION_FAILED',
    zh: '活动类型“{name}”从 {on} 起停用，不能再安排。请选择别的类型。',
    en: 'The type "{name}" is retired from {on} on: no activity of it can be planned. Choose another type.',
  },
  ACTIVITY_TERM_RETIRED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”从 {on} 起停用，不能再选用。请选择别的一项。',
    en: '"{name}" is retired from {on} on and cannot be chosen. Choose another.',
  },
  ACTIVITY_TYPE_NOT_HERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”是{typeZh}，不召开“{nameZh}”。召开它的是：{holdersZh}。请换一个类型，或由那样的组织安排。',
    en: '"{organization}" is a {typeEn} and does not hold "{nameEn}". Held by: {holdersEn}. Choose another type, or such an organization.',
  },
  ACTIVITY_ORGANIZATION_GONE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”已于 {dissolvedOn} 撤销，{on} 不能再有它的活动。请选择承接的组织，或改正日期。',
    en: '"{organization}" was dissolved on {dissolvedOn} and holds nothing on {on}. Choose the organization that took over, or correct the date.',
  },
  ACTIVITY_BEFORE_FOUNDING: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”到 {foundedOn} 才成立，{on} 不能有它的活动。请改正日期。',
    en: '"{organization}" is founded on {foundedOn} and holds nothing on {on}. Correct the date.',
  },
  VENUE_TAKEN: {
    code: 'CONFLICT',
    zh: '“{venue}”在这段时间已被占用：{otherZh}。请换一个时间或地点。',
    en: '"{venue}" is taken at that time: {otherEn}. Choose another time or place.',
  },
  ACTIVITY_NOT_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的结束时间还没有到，不能补记。请在结束以后记录，或更正实际的起止时间。',
    en: 'The end of "{title}" has not come; it cannot be recorded. Record it afterwards, or correct its times.',
  },
  ACTIVITY_COUNT_PRESENT: {
    code: 'BAD_USER_INPUT',
    zh: '实到 {present} 人多于应到 {entitled} 人。请核对人数；列席人员不计入。',
    en: '{present} present are more than {entitled} entitled. Check the counts; guests do not count.',
  },
  ACTIVITY_COUNT_REMOTE: {
    code: 'BAD_USER_INPUT',
    zh: '线上参加 {remote} 人多于实到 {present} 人。线上参加的人计入实到，请核对人数。',
    en: '{remote} remote are more than {present} present. Whoever takes part remotely is present; check the counts.',
  },
  ACTIVITY_COUNT_LEAVE: {
    code: 'BAD_USER_INPUT',
    zh: '实到 {present} 人加请假 {leave} 人多于应到 {entitled} 人。请核对人数。',
    en: '{present} present and {leave} on leave are more than {entitled} entitled. Check the counts.',
  },
  ACTIVITY_MUST_BE_MADE_UP: {
    code: 'RULE_VIOLATION',
    zh: '活动雷打不动：“{ruleZh}”（{basisZh}）要求{from}至{to}内有 {required} 次，没有“{title}”就达不到。请写明补开的日期。',
    en: 'What is required is held: "{ruleEn}" ({basisEn}) asks for {required} from {from} to {to}, which "{title}" is needed for. Say by when it is made up for.',
  },
  ACTIVITY_LEAVES_PERIOD: {
    code: 'RULE_VIOLATION',
    zh: '活动雷打不动：“{ruleZh}”（{basisZh}）要求{from}至{to}内有 {required} 次，“{title}”不能这样移走。请用“延期”，写明原因并排定补开时间。',
    en: 'What is required is held: "{ruleEn}" ({basisEn}) asks for {required} from {from} to {to}, and "{title}" is needed for it. Postpone it instead, with the reason and the time of the make-up.',
  },
  ACTIVITY_MAKE_UP_EARLY: {
    code: 'BAD_USER_INPUT',
    zh: '补开日期 {on} 不能早于今天或原定日期 {heldOn}。请改正日期。',
    en: 'A make-up on {on} cannot lie before today or the original day {heldOn}. Correct the date.',
  },
  ACTIVITY_MAKE_UP_OTHER: {
    code: 'BAD_USER_INPUT',
    zh: '补开的活动要与“{title}”属于同一组织、同一类型。请核对。',
    en: 'A make-up is of the same organization and type as "{title}". Check them.',
  },
  ACTIVITY_MADE_UP: {
    code: 'CONFLICT',
    zh: '“{title}”已经安排过补开（{on}）。请修改那一场。',
    en: '"{title}" has a make-up already ({on}). Change that one.',
  },
  ACTIVITY_EXTERNAL_ID_TAKEN: {
    code: 'CONFLICT',
    zh: '外部标识 {externalId} 属于“{title}”，它与这次提交不同：{fields}。请核对，或修改那一场活动。',
    en: 'The external id {externalId} belongs to "{title}", which differs from this request in: {fields}. Check it, or change that activity.',
  },
  ORGANIZATION_HAS_ACTIVITIES: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”在 {on} 以后还有 {count} 场已安排的活动。请先取消，或交给承接的组织安排。',
    en: '"{name}" has {count} activities scheduled from {on} on. Cancel them first, or let the organization that takes over plan them.',
  },
});
