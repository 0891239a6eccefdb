import { defineErrors } from '@dangwu/platform/errors';

export const catalogueErrors = defineErrors('activities', {
  CATALOGUE_KEY_TAKEN: {
    code: 'CONFLICT',
    zh: '标识 {key} 已属于“{name}”。请换一个标识，或直接使用那一项。',
    en: 'The key {key} belongs to "{name}". Choose another, or use that one.',
  },
  CATALOGUE_SHIPPED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是系统自带的活动类型，统计和义务按它的含义计算，只能改名称，不能改：{fields}。请另加一个类型，或停用它。',
    en: '"{name}" is shipped: figures and obligations rest on what it means. Its names may be changed, not: {fields}. Add a type of your own, or retire this one.',
  },
  CATALOGUE_RETIRED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”从 {on} 起停用，不能再修改或停用一次。',
    en: '"{name}" is retired from {on} on and can neither be changed nor retired again.',
  },
  CATALOGUE_RULE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '规则库里没有标识为 {key} 的规则。请从“规则”页复制标识，或留空。',
    en: 'The register of rules has no rule with the key {key}. Copy one from the page of rules, or leave it out.',
  },
  VENUE_NAME_TAKEN: {
    code: 'CONFLICT',
    zh: '“{organization}”已登记过名为“{name}”的阵地。请核对，或换一个能区分的名称。',
    en: '"{organization}" keeps a venue named "{name}" already. Check it, or use a name that tells them apart.',
  },
  VENUE_NOT_HERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”不在正常运转，不能登记阵地。请选择正常的党组织。',
    en: '"{organization}" is not active and keeps no venues. Choose an active organization.',
  },
  VENUE_CLOSED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”从 {on} 起关闭。请选择别的阵地，或选择更早的日期。',
    en: '"{name}" is closed from {on} on. Choose another venue, or an earlier day.',
  },
  VENUE_BOOKED_AHEAD: {
    code: 'PRECONDITION_FAILED',
    zh: '{on} 以后“{name}”还有 {count} 场已安排的活动。请先为它们改换地点，或选择更晚的日期。',
    en: '"{name}" has {count} activities scheduled from {on} on. Move them elsewhere first, or choose a later day.',
  },
  VENUE_SPAN: {
    code: 'BAD_USER_INPUT',
    zh: '占用情况一次最多看 {days} 天，从 {from} 到 {to} 不行。请改正日期。',
    en: 'The bookings of at most {days} days are shown at once, not from {from} to {to}. Correct the days.',
  },
});
