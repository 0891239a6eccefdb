import type { Messages } from '@dangwu/platform/errors';
import type { InputFaultCode, SchemeFaultCode } from '../engine';

/**
 * What each fault of a scheme says: what is wrong, with its numbers, and what to do. Where a fault tells one of two limits the
 * text of the other stands under `code.param`.
 */
export const schemeFaultWords: Readonly<Record<SchemeFaultCode, Messages>> = {
  SHAPE_WRONG: { zh: '格式不对，应为 {expected}。', en: 'Not of the form: {expected} was expected.' },
  TREE_TOO_LARGE: {
    zh: '指标太多，最多 {most} 个。请合并一些。',
    en: 'Too many indicators; {most} at most. Join some of them.',
  },
  TREE_TOO_DEEP: {
    zh: '层数太多，最多 {most} 层。请移到上面的分组。',
    en: 'Too deep; {most} levels at most. Move it to a group further up.',
  },
  KEY_MALFORMED: {
    zh: '代码“{key}”不对：字母开头，只用字母、数字和 . _ -，最多 64 个字。',
    en: 'The key "{key}" is not right: a letter first, then letters, digits and . _ -, 64 characters at most.',
  },
  KEY_TWICE: {
    zh: '代码“{key}”重复，一个代码只能用一次。请改一个。',
    en: 'The key "{key}" is used twice. Change one of them.',
  },
  NAME_EMPTY: { zh: '中文或英文名称没有填。请补上。', en: 'A name is missing in Chinese or in English. Fill it in.' },
  NUMBER_MALFORMED: {
    zh: '{field}“{given}”不是数。请填小数，如 12.50。',
    en: '{field} "{given}" is no number. Give a decimal such as 12.50.',
  },
  NUMBER_OUT_OF_RANGE: {
    zh: '{field} {given} 超过了 {most}。请改小。',
    en: '{field} {given} is more than {most}. Make it smaller.',
  },
  WEIGHT_NOT_POSITIVE: { zh: '分值 {given} 应大于 0。请改正。', en: '{given} should be more than 0. Correct it.' },
  WEIGHT_TOO_FINE: {
    zh: '{field} {given} 的小数位多于计分的 {places} 位。请改短，或者放宽计分位数。',
    en: '{field} {given} has more places than the {places} that points have. Shorten it, or let points have more.',
  },
  WEIGHTS_DO_NOT_ADD_UP: {
    zh: '下面各项权重合计 {sum}，应为 {weight}。请调整。',
    en: 'The weights below add up to {sum} and should be {weight}. Adjust them.',
  },
  GROUP_EMPTY: {
    zh: '分组里还没有指标。请添加指标，或者删去这个分组。',
    en: 'The group is empty. Add an indicator, or remove the group.',
  },
  SHARE_OUT_OF_RANGE: {
    zh: '{field} {given} 应在 0 到 1 之间。请改正。',
    en: '{field} {given} should be between 0 and 1. Correct it.',
  },
  FIGURE_UNKNOWN: {
    zh: '指标库里没有“{figure}”。请另选一个数。',
    en: 'The register has no figure "{figure}". Choose another.',
  },
  UNIT_MISMATCH: {
    zh: '“{figure}”的单位是{unit}，这里按{given}。请重新选这个数，再核对分段。',
    en: '"{figure}" is in {unit}, here it is taken for {given}. Choose the figure again and look at the bands.',
  },
  UNIT_NOT_COUNT: {
    zh: '“{figure}”不是次数。请选一个数次数的数。',
    en: '"{figure}" is no count. Choose a figure that counts.',
  },
  FIGURE_WITHOUT_WHOLE: {
    zh: '“{figure}”不是比率，没有总数可用。请去掉这个条件，或者另选一个数。',
    en: '"{figure}" is no rate and has no whole. Take the condition away, or choose another figure.',
  },
  LINEAR_WITHOUT_LENGTH: {
    zh: '得 0 分和得满分的是同一个数 {at}。请把它们分开。',
    en: 'Nothing and everything are given at the same number, {at}. Set them apart.',
  },
  BANDS_OVERLAP: {
    zh: '第 {band} 段和第 {next} 段重叠。请让下一段从上一段的止点开始。',
    en: 'Bands {band} and {next} overlap. Let each begin where the one before ends.',
  },
  BANDS_LEAVE_GAP: {
    zh: '第 {band} 段和第 {next} 段之间空着 {from} 到 {to}。请接上。',
    en: 'Between bands {band} and {next} nothing is said of {from} to {to}. Close the gap.',
  },
  BANDS_NOT_OPEN: {
    zh: '第 {band} 段应该不封口：第一段没有下限，最后一段没有上限。',
    en: 'Band {band} should be open: the first has no lower end, the last no upper end.',
  },
  BAND_EMPTY: {
    zh: '第 {band} 段从 {from} 到 {to}，是空的。请让止点大于起点。',
    en: 'Band {band}, from {from} to {to}, holds nothing. Let it end above where it begins.',
  },
  FORMULA_SYNTAX: { zh: '公式写得不对：{detail}。请改正。', en: 'The formula cannot be read: {detail}. Correct it.' },
  FORMULA_TOO_LONG: { zh: '公式太长，最多 {most} 个字。', en: 'The formula is too long; {most} characters at most.' },
  FORMULA_FORBIDDEN: {
    zh: '公式里不能用“{what}”。只能用数、value、part、whole、weight、加减乘除、比较和 min max round clamp。',
    en: '"{what}" has no place in a formula. Use numbers, value, part, whole, weight, + - * /, comparisons, min max round clamp.',
  },
  FORMULA_NAME_UNKNOWN: {
    zh: '公式里的“{name}”没有定义。可以用 {known}。',
    en: '"{name}" in the formula means nothing. There are {known}.',
  },
  FORMULA_NAMES_INDICATOR: {
    zh: '公式不能用别的指标（{name}）的得分，以免互相等待。请改用取到的数。',
    en: 'A formula cannot use the points of another indicator ({name}): they would wait for each other. Use figures.',
  },
  FORMULA_CALL_UNKNOWN: {
    zh: '没有“{name}”这个函数。可以用 {known}。',
    en: 'There is no function "{name}". There are {known}.',
  },
  FORMULA_ARGUMENTS: {
    zh: '{name} 的参数个数不对，应为 {least} 到 {most} 个。',
    en: '{name} takes {least} to {most} arguments.',
  },
  FORMULA_NOT_A_NUMBER: {
    zh: '比较的结果不是数，不能拿来计算。请写成“条件 ? 数 : 数”。',
    en: 'A comparison is no number to compute with. Write "condition ? number : number".',
  },
  FORMULA_CONDITION: {
    zh: '“?”前面应是一个比较，如 value >= 90。',
    en: 'Before "?" there should be a comparison, such as value >= 90.',
  },
  FORMULA_UNITS: {
    zh: '公式把单位不同的数（{units}）放在一起相加或比较。请先换算，如 0.5 * value。',
    en: 'The formula adds or compares what is in different units ({units}). Convert first, such as 0.5 * value.',
  },
  FORMULA_DIVIDES_BY_ZERO: { zh: '公式除以 0。请改正。', en: 'The formula divides by zero. Correct it.' },
  LIST_EMPTY: { zh: '{field}还是空的。请至少填一项。', en: '{field} is empty. Give at least one.' },
  LEVELS_NOT_DESCENDING: {
    zh: '档次“{level}”的得分率应低于前一档。请从好到差排。',
    en: 'The level "{level}" should give less than the one before. Put the best first.',
  },
  TOP_NOT_REACHABLE: {
    zh: '得不到满分：最好的一档得分率是 {share}，应为 1。',
    en: 'Nobody can get everything: the best gives {share} and should give 1.',
  },
  SHARES_DO_NOT_ADD_UP: {
    zh: '各组投票人的占比合计 {sum}，应为 1。请调整。',
    en: 'The shares of the groups of voters add up to {sum} and should be 1. Adjust them.',
  },
  SCORERS_DROP: {
    zh: '去掉最高、最低各 {given} 个不行，应为 1 到 10 个。',
    en: 'Leaving out {given} at either end is not possible: 1 to 10.',
  },
  GRADES_NOT_DESCENDING: {
    zh: '等次“{grade}”的分数线应低于前一等。请从好到差排。',
    en: 'The grade "{grade}" should begin below the one before. Put the best first.',
  },
  GRADES_NOT_OPEN: {
    zh: '等次“{grade}”：只有最后一等没有分数线，其余都要有。',
    en: 'The grade "{grade}": the last one has no least total, all others have one.',
  },
  GRADE_UNKNOWN: {
    zh: '没有“{grade}”这个等次。请另选一个。',
    en: 'There is no grade "{grade}". Choose another.',
  },
  TOP_SHARE_WITHOUT_GRADES: {
    zh: '限制了优秀比例，但等次不到两等。请补上等次，或者取消比例。',
    en: 'The best grade is limited, but there are not two grades. Add some, or drop the limit.',
  },
  NODE_UNKNOWN: {
    zh: '没有代码为“{key}”的指标。请另选一个。',
    en: 'There is no indicator with the key "{key}". Choose another.',
  },
};

/** NUMBER_OUT_OF_RANGE at its lower end. */
export const tooSmall: Messages = {
  zh: '{field} {given} 小于 {least}。请改大。',
  en: '{field} {given} is less than {least}. Make it larger.',
};

/** What keeps a preview from having a total. */
export const inputFaultWords: Readonly<Record<InputFaultCode, Messages>> = {
  FIGURE_MISSING: { zh: '没有“{figure}”的数。', en: 'There is no number for "{figure}".' },
  FIGURE_WHOLE_MISSING: { zh: '“{figure}”没有总数，算不出比率。', en: '"{figure}" has no whole to be a rate of.' },
  FIGURE_WHOLE_ZERO: {
    zh: '“{figure}”的总数是 0。可以加一个“没有可计的数时不适用”的条件。',
    en: 'The whole of "{figure}" is 0. A condition may say that it does not apply then.',
  },
  NUMBER_MALFORMED: { zh: '“{given}”不是数。', en: '"{given}" is no number.' },
  NUMBER_NEGATIVE: { zh: '“{given}”小于 0。', en: '"{given}" is less than 0.' },
  NUMBER_NOT_WHOLE: { zh: '“{given}”不是整数。', en: '"{given}" is no whole number.' },
  POINTS_OUT_OF_RANGE: {
    zh: '{given} 分超出了 0 到满分。',
    en: '{given} points are not between 0 and the most there are.',
  },
  POINTS_TOO_FINE: { zh: '{given} 分的小数位太多。', en: '{given} points have too many places.' },
  FORMULA_DIVIDES_BY_ZERO: {
    zh: '公式 {formula} 在这些数上除以 0。请改公式，或者加不适用的条件。',
    en: 'With these numbers the formula {formula} divides by zero. Change it, or say when it does not apply.',
  },
  SCORES_MISSING: { zh: '还没有评分。', en: 'Nobody scored it.' },
  SCORER_TWICE: { zh: '同一个人评了两次。', en: 'Somebody scored it twice.' },
  LEVEL_UNKNOWN: { zh: '没有“{level}”这一档。', en: 'There is no level "{level}".' },
  ROLE_UNKNOWN: { zh: '没有“{role}”这种评分人。', en: 'There is no role "{role}".' },
  COMMENT_MISSING: { zh: '扣了分没有写原因。', en: 'Points were cut without a word why.' },
  REASON_MISSING: { zh: '没有写原因。', en: 'The reason is missing.' },
  VOTES_MISSING: { zh: '没有有效票。', en: 'There is no vote that counts.' },
  VOTES_UNKNOWN: { zh: '投票里没有这一组或这一项。', en: 'The ballot has no such group or option.' },
  MODERATED_UNKNOWN: { zh: '没有可以调整的“{key}”。', en: 'There is no "{key}" to moderate.' },
  NOTHING_APPLIES: { zh: '没有一个指标适用，算不出总分。', en: 'Not one indicator applies, so there is no total.' },
};

/** What the numbers of a fault are called. */
export const faultFieldWords: Readonly<Record<string, Messages>> = {
  weight: { zh: '权重', en: 'The weight' },
  from: { zh: '起点', en: 'The lower end' },
  to: { zh: '止点', en: 'The upper end' },
  share: { zh: '得分率', en: 'The share' },
  each: { zh: '每次分值', en: 'The points for each' },
  cap: { zh: '上限', en: 'The cap' },
  bonusRoom: { zh: '加分空间', en: 'The room for bonuses' },
  roles: { zh: '评分人', en: 'The list of roles' },
  notApplicable: { zh: '不适用的条件', en: 'The list of a condition' },
  bands: { zh: '分段', en: 'The list of bands' },
  levels: { zh: '档次', en: 'The list of levels' },
  groups: { zh: '投票人', en: 'The list of groups' },
  options: { zh: '选项', en: 'The list of options' },
};

export const unitWords: Readonly<Record<string, Messages>> = {
  COUNT: { zh: '个数', en: 'a count' },
  PERCENT: { zh: '百分比', en: 'per cent' },
  HOURS: { zh: '学时', en: 'hours' },
  POINTS: { zh: '分', en: 'points' },
  AMOUNT: { zh: '数量', en: 'an amount' },
};

/** Parts of a scheme outside of its tree, by what a path begins with. */
export const partWords: Readonly<Record<string, Messages>> = {
  scheme: { zh: '方案', en: 'Scheme' },
  root: { zh: '指标树', en: 'Tree' },
  scorers: { zh: '多人评分', en: 'Scorers' },
  grades: { zh: '等次', en: 'Grades' },
  topShare: { zh: '优秀比例', en: 'Limit of the best grade' },
  tieBreakers: { zh: '同分排序', en: 'Tie-breakers' },
};
