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
  CADENCE_BELOW_FLOOR: {
    code: 'RULE_VIOLATION',
    zh: '不能低于规定：{basisZh}要求“{nameZh}”{floorZh}，{wantedZh}比它少。单位规定只能更严。请改成不少于规定的次数。',
    en: 'Not below the regulation: {basisEn} asks for "{nameEn}" {floorEn}, and {wantedEn} is less. A house rule may only be stricter. Choose at least what the regulation asks for.',
  },
  CADENCE_SCOPE_EMPTY: {
    code: 'BAD_USER_INPUT',
    zh: '{whereZh}现在没有正常运转的、符合所选类型和层面的党组织，这条规定谁也管不到。请改选组织类型、层面或范围。',
    en: 'No active organization of these types and tiers is {whereEn} today: it would apply to nobody. Choose other types, tiers or another part.',
  },
  CADENCE_OVERLAPS: {
    code: 'CONFLICT',
    zh: '同样范围已有一条规定 {key}（{times}{unitZh}，自 {from} 起{untilZh}）。请修改那一条，或先让它失效。',
    en: 'The same organizations have a house rule {key} already ({times} {unitEn}, from {from}{untilEn}). Change that one, or end it first.',
  },
  CADENCE_TYPE_NOT_HELD: {
    code: 'BAD_USER_INPUT',
    zh: '“{nameZh}”不由这些组织召开：{typesZh}。请去掉它们，或先在活动目录里改这个类型由谁召开。',
    en: '"{nameEn}" is not held by: {typesEn}. Leave them out, or change in the catalogue who holds the type.',
  },
  CADENCE_NOT_HOUSE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{key}”是规定本身，不能修改或终止。请另设一条更严的单位规定。',
    en: '"{key}" is the regulation itself and can be neither changed nor ended. Set a stricter house rule instead.',
  },
  CADENCE_ENDED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{key}”从 {on} 起已失效。请另设一条。',
    en: '"{key}" holds no more from {on} on. Set another one.',
  },
  CADENCE_DATES: {
    code: 'BAD_USER_INPUT',
    zh: '从 {from} 到 {to} 一天也不生效。失效日期要晚于生效日期。请改正。',
    en: 'From {from} until {to} it would not hold on any day. The end must come after the start. Correct the dates.',
  },
  CADENCE_CHANGE_EARLY: {
    code: 'BAD_USER_INPUT',
    zh: '“{key}”从 {from} 起才生效，修改不能早于那一天。请改正日期。',
    en: '"{key}" holds from {from}; a change cannot begin earlier. Correct the date.',
  },
  CADENCE_PREVIEW_ONE: {
    code: 'BAD_USER_INPUT',
    zh: '预览一次只看一项：新设、修改或终止。',
    en: 'A preview shows one thing at a time: what is set, changed or ended.',
  },
});
