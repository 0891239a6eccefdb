import { defineErrors } from '@dangwu/platform/errors';

export const ruleErrors = defineErrors('rules', {
  UNKNOWN_RULE: {
    code: 'NOT_FOUND',
    zh: '{on} 没有生效的规则“{key}”。请在“规则”页查对名称和日期。',
    en: 'No rule "{key}" is in force on {on}. Check the key and the date on the rules page.',
  },
  LOOSER_THAN_REGULATION: {
    code: 'RULE_VIOLATION',
    zh: '不能放宽：{basisZh}规定“{nameZh}”为 {floor}，{value} 比它宽。单位规定只能更严。请改成不低于这一要求的数。',
    en: 'Not allowed: {basisEn} says {floor} for "{nameEn}", and {value} is looser. A house rule may only be stricter. Choose a stricter value.',
  },
  NOT_COMPARABLE: {
    code: 'BAD_USER_INPUT',
    zh: '“{value}”不是数，不能和规定相比：{basisZh}规定“{nameZh}”为 {floor}，单位规定只能更严。请写成数，例如 {floor}。',
    en: '"{value}" is no number and cannot be compared: {basisEn} says {floor} for "{nameEn}", and a house rule may only be stricter. Write a number, such as {floor}.',
  },
  NOT_A_HOUSE_RULE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{key}”是条例的规定，不能撤销。可以在它之上定一条更严的规定。',
    en: '"{key}" is a regulation and cannot be withdrawn. A stricter house rule can be put above it.',
  },
  ALREADY_CONFIRMED: {
    code: 'PRECONDITION_FAILED',
    zh: '这条规则已由{by}核对过，不需要再核对。',
    en: 'This rule was already confirmed by {by}; nothing is left to confirm.',
  },
  OVERLAPPING_RULE: {
    code: 'CONFLICT',
    zh: '“{key}”在这段时间已有一条同级规定。请先撤销那一条，或改生效日期。',
    en: 'A house rule of this layer for "{key}" holds in that period already. Withdraw it first, or change the dates.',
  },
  PERIOD_REVERSED: {
    code: 'BAD_USER_INPUT',
    zh: '失效日期 {to} 早于生效日期 {from}。请改正。',
    en: 'It would end on {to}, before it begins on {from}. Correct the dates.',
  },
});
