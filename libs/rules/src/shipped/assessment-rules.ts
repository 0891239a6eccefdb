import { custom, houseRule } from './house-rule';
import type { ShippedRule } from './shipped-rule';

/** How assessments are voted on and made public: customs, which an association may set otherwise. */
export const assessmentRules: readonly ShippedRule[] = [
  houseRule('assessment.notice.days', '5', {
    name: ['考核结果公示的时间', 'How long results of an assessment are on public notice'],
    unit: ['个工作日', 'working days'],
    stricter: 'HIGHER',
    basis: custom('考核结果公示不少于五个工作日', 'results are on notice for no less than five working days'),
    note: ['公示期内可以提出异议', 'objections are raised within that time'],
  }),
  houseRule('assessment.vote.fewest', '5', {
    name: ['无记名测评每类投票人的最少人数', 'How many voters of a group a secret vote of an assessment has at least'],
    unit: ['人', 'persons'],
    stricter: 'HIGHER',
    basis: custom(
      '人数太少的无记名测评看得出谁投了什么，每类投票人一般不少于五人',
      'with few voters a secret vote tells who voted what; a group has normally no fewer than five',
    ),
    note: [
      '人数不够又必须进行的，写明原因；少于三人不能进行',
      'with fewer a reason is given; with fewer than three there is none',
    ],
  }),
  houseRule('assessment.weak.grades', '1', {
    name: ['列入后进名单的最低等次', 'Lowest grades that put an organization on the list of weak ones'],
    unit: ['档', 'grades'],
    stricter: 'HIGHER',
    basis: custom('考核结果为最低等次的列入后进名单', 'whoever is given the lowest grade is on the list of weak ones'),
    note: ['填 0 表示不按等次', '0: grades do not decide'],
  }),
  houseRule('assessment.weak.below', '60', {
    name: ['列入后进名单的得分率', 'Share of the points below which an organization is on the list of weak ones'],
    unit: ['%', '%'],
    stricter: 'HIGHER',
    basis: custom('得分低于满分六成的列入后进名单', 'whoever has less than six tenths of the points is on it'),
    note: ['填 0 表示不按得分率', '0: points do not decide'],
  }),
  houseRule('assessment.weak.last', '1/20', {
    name: ['列入后进名单的组内末位比例', 'Share of a group, from the last, that is on the list of weak ones'],
    unit: null,
    stricter: 'HIGHER',
    basis: custom(
      '组内排名最后百分之五的列入后进名单，不足一个的不列',
      'the last twentieth of a group is on it, rounded down',
    ),
    note: ['填 0 表示不按名次', '0: places do not decide'],
  }),
];
