import type { Words } from './scheme';

/** The languages that explanations are given in. */
export type Language = keyof Words;

/** Everything explanations say, in one language. */
export interface Phrases {
  readonly pause: string;
  readonly list: string;
  readonly brackets: (inner: string) => string;
  readonly reweighted: (from: string, to: string) => string;
  readonly notComputed: string;
  readonly notApplicable: (why: string) => string;
  readonly wholeZero: (figure: string) => string;
  readonly typeIn: (names: string) => string;
  readonly typeNotIn: (names: string) => string;
  readonly tierIn: (names: string) => string;
  readonly tierNotIn: (names: string) => string;
  readonly dutyNoneOf: (names: string) => string;
  readonly nothingBelow: string;
  readonly above: string;
  readonly atLeast: (sum: string) => string;
  readonly atMost: (sum: string, most: string) => string;
  readonly leftToOthers: (count: number) => string;
  readonly counted: (value: string) => string;
  readonly hours: (value: string) => string;
  readonly linear: (from: string, to: string) => string;
  readonly bandBelow: (to: string, share: string) => string;
  readonly bandFrom: (from: string, share: string) => string;
  readonly band: (from: string, to: string, share: string) => string;
  readonly everywhere: (share: string) => string;
  readonly formula: (formula: string, gave: string) => string;
  readonly heldBetween: (most: string) => string;
  readonly rule: (rule: string) => string;
  readonly asOf: (time: string) => string;
  readonly rows: (count: number) => string;
  readonly average: (count: number) => string;
  readonly trimmed: (drop: number, count: number) => string;
  readonly tooFewToTrim: (count: number) => string;
  readonly byRoles: (roles: string) => string;
  readonly votes: (group: string, counted: number, options: string) => string;
  readonly noVotes: (group: string) => string;
  readonly aside: (option: string) => string;
  readonly groupWeights: (weights: string) => string;
  readonly times: (count: string) => string;
  readonly notOccurred: string;
  readonly cap: (cap: string) => string;
  readonly reasons: (reasons: string) => string;
  readonly capsAt: (grade: string) => string;
  readonly moderated: (from: string, reason: string) => string;
  readonly limit: (grade: string, share: string, base: number, limit: number) => string;
  readonly atLeastOne: string;
  readonly places: (ranks: string) => string;
  readonly tie: (places: string, total: string) => string;
  readonly settled: (by: string, values: string) => string;
  readonly settledOfTwo: (by: string, better: string, worse: string, higher: boolean) => string;
  readonly skipped: (by: string) => string;
  readonly equal: string;
  readonly outside: (place: string, total: string, top: string, grade: string) => string;
  readonly across: (places: string, top: string, both: boolean) => string;
  readonly end: string;
}

const zh: Phrases = {
  pause: '；',
  list: '、',
  brackets: (inner) => `（${inner}）`,
  reweighted: (from, to) => `同级有不适用的指标，权重由 ${from} 调整为 ${to}`,
  notComputed: '还不能计算',
  notApplicable: (why) => `不适用：${why}`,
  wholeZero: (figure) => `没有可计的数（${figure}）`,
  typeIn: (names) => `${names}不考核此项`,
  typeNotIn: (names) => `只考核${names}`,
  tierIn: (names) => `${names}不考核此项`,
  tierNotIn: (names) => `只考核${names}`,
  dutyNoneOf: (names) => `没有这项职责（${names}）`,
  nothingBelow: '下面的指标都不适用',
  above: '所在的一组不适用',
  atLeast: (sum) => `合计 ${sum}，不低于 0`,
  atMost: (sum, most) => `合计 ${sum}，不超过 ${most}`,
  leftToOthers: (count) => `${count} 项不适用，权重分给其余各项`,
  counted: (value) => `共 ${value}`,
  hours: (value) => `${value} 学时`,
  linear: (from, to) => `${from} 得零分，${to} 得满分，其间按比例`,
  bandBelow: (to, share) => `不足 ${to} 得 ${share}`,
  bandFrom: (from, share) => `${from} 及以上得 ${share}`,
  band: (from, to, share) => `${from} 及以上、不足 ${to} 得 ${share}`,
  everywhere: (share) => `一律得 ${share}`,
  formula: (formula, gave) => `按公式 ${formula} 得 ${gave}`,
  heldBetween: (most) => `以 0 到 ${most} 为限`,
  rule: (rule) => `规则 ${rule}`,
  asOf: (time) => `截至 ${time}`,
  rows: (count) => `${count} 条记录`,
  average: (count) => (count === 1 ? '1 人评分' : `${count} 人平均`),
  trimmed: (drop, count) => `去掉 ${drop} 个最高分和 ${drop} 个最低分，其余 ${count} 人平均`,
  tooFewToTrim: (count) => `评分人少，不去掉最高分和最低分，${count} 人平均`,
  byRoles: (roles) => `按评分人身份加权：${roles}`,
  votes: (group, counted, options) => `${group} ${counted} 票：${options}`,
  noVotes: (group) => `${group}没有有效票，权重分给其他组`,
  aside: (option) => `${option}（不计）`,
  groupWeights: (weights) => `加权 ${weights}`,
  times: (count) => `${count} 次`,
  notOccurred: '没有发生',
  cap: (cap) => `以 ${cap} 为限`,
  reasons: (reasons) => `原因：${reasons}`,
  capsAt: (grade) => `等次不高于${grade}`,
  moderated: (from, reason) => `审核前 ${from}，调整原因：${reason}`,
  limit: (grade, share, base, limit) => `${grade}不超过 ${share}，${base} 个中取整即 ${limit} 个`,
  atLeastOne: '至少 1 个',
  places: (ranks) => `第 ${ranks} 名`,
  tie: (places, total) => `${places}同为 ${total}`,
  settled: (by, values) => `按“${by}”${values} 排定`,
  settledOfTwo: (by, better, worse, higher) => `按“${by}”${better} ${higher ? '高' : '低'}于 ${worse} 排定`,
  skipped: (by) => `“${by}”有的不适用，不作比较`,
  equal: '比较各项仍相同，名次并列',
  outside: (place, total, top, grade) => `${place} ${total} 到${top}线，超出名额，评为${grade}`,
  across: (places, top, both) => `${places}并列，${top}名额不够，按方案${both ? `都评为${top}` : `都不评为${top}`}`,
  end: '。',
};

const en: Phrases = {
  pause: '; ',
  list: ', ',
  brackets: (inner) => ` (${inner})`,
  reweighted: (from, to) => `some beside it do not apply: weight ${to} in place of ${from}`,
  notComputed: 'cannot be computed yet',
  notApplicable: (why) => `does not apply: ${why}`,
  wholeZero: (figure) => `there is nothing to count (${figure})`,
  typeIn: (names) => `not for ${names}`,
  typeNotIn: (names) => `only for ${names}`,
  tierIn: (names) => `not for ${names}`,
  tierNotIn: (names) => `only for ${names}`,
  dutyNoneOf: (names) => `it has no such duty (${names})`,
  nothingBelow: 'nothing below it applies',
  above: 'its group does not apply',
  atLeast: (sum) => `the sum is ${sum}, held at 0`,
  atMost: (sum, most) => `the sum is ${sum}, held at ${most}`,
  leftToOthers: (count) => `${count} not applicable, weight left to the others`,
  counted: (value) => `${value} in all`,
  hours: (value) => `${value} h`,
  linear: (from, to) => `nothing at ${from}, all at ${to}, in proportion between them`,
  bandBelow: (to, share) => `below ${to} gives ${share}`,
  bandFrom: (from, share) => `${from} or more gives ${share}`,
  band: (from, to, share) => `${from} or more but below ${to} gives ${share}`,
  everywhere: (share) => `always gives ${share}`,
  formula: (formula, gave) => `the formula ${formula} gives ${gave}`,
  heldBetween: (most) => `held between 0 and ${most}`,
  rule: (rule) => `rule ${rule}`,
  asOf: (time) => `as of ${time}`,
  rows: (count) => `${count} ${count === 1 ? 'record' : 'records'}`,
  average: (count) => (count === 1 ? 'one scorer' : `average of ${count}`),
  trimmed: (drop, count) => `average of the ${count} left without the ${drop} highest and ${drop} lowest`,
  tooFewToTrim: (count) => `too few to leave out the highest and lowest: average of ${count}`,
  byRoles: (roles) => `weighted by role: ${roles}`,
  votes: (group, counted, options) => `${group}, ${counted} papers: ${options}`,
  noVotes: (group) => `${group} cast nothing that counts, weight left to the other groups`,
  aside: (option) => `${option} (not counted)`,
  groupWeights: (weights) => `weighted ${weights}`,
  times: (count) => `${count} times`,
  notOccurred: 'did not occur',
  cap: (cap) => `${cap} at most`,
  reasons: (reasons) => `because: ${reasons}`,
  capsAt: (grade) => `no better grade than ${grade}`,
  moderated: (from, reason) => `${from} before moderation, changed because: ${reason}`,
  limit: (grade, share, base, limit) => `${grade}: at most ${share} of ${base}, rounded down, which is ${limit}`,
  atLeastOne: 'at least one',
  places: (ranks) => (ranks.includes(',') ? `Places ${ranks}` : `Place ${ranks}`),
  tie: (places, total) => `${places}: the same total ${total}`,
  settled: (by, values) => `settled by “${by}”: ${values}`,
  settledOfTwo: (by, better, worse, higher) =>
    `settled by “${by}”: ${better} is ${higher ? 'more' : 'less'} than ${worse}`,
  skipped: (by) => `“${by}” does not apply to all of them and decides nothing`,
  equal: 'equal in everything that is compared, same rank',
  outside: (place, total, top, grade) => `${place} with ${total} reaches ${top} but is beyond the limit: ${grade}`,
  across: (places, top, both) =>
    `${places} are equal and too many for ${top}: ${both ? 'all of them get it' : 'none of them gets it'}, as the scheme says`,
  end: '.',
};

export const phrases: Readonly<Record<Language, Phrases>> = { zh, en };
