import type { ShippedRule } from './shipped-rule';

const procedure: ShippedRule['basis'] = [
  '协会重大事项前置审议办法：不得拆分事项规避审议；数值为本系统默认',
  'House rules on pre-review: no matter is divided to escape it; the number is a default of this system',
];

/** What points to a matter that was divided: customs, which an association may set otherwise. */
export const decisionRules: readonly ShippedRule[] = [
  {
    key: 'matter.splitting.days',
    layer: 'ASSOCIATION',
    name: ['拆分事项的查找期限', 'How far back divided matters are looked for'],
    value: '90',
    unit: ['天内', 'days'],
    stricter: 'HIGHER',
    strength: 'NORMAL',
    basis: procedure,
    source: 'HOUSE',
    from: '2026-01-01',
  },
  {
    key: 'matter.splitting.similarity',
    layer: 'ASSOCIATION',
    name: ['标题相近的程度', 'How much alike titles are'],
    value: '>= 1/2',
    unit: null,
    stricter: 'LOWER',
    strength: 'NORMAL',
    basis: procedure,
    source: 'HOUSE',
    note: ['按字符三元组计算', 'by trigrams'],
    from: '2026-01-01',
  },
  {
    key: 'matter.reports.least',
    layer: 'ASSOCIATION',
    name: ['办结前向党委报告执行情况', 'Reports back before a matter is closed'],
    value: '>= 1',
    unit: ['次', 'times'],
    stricter: 'HIGHER',
    strength: 'NORMAL',
    basis: [
      '协会党委议事规则：决定事项的执行情况应当向党委报告；次数为本系统默认',
      'Rules of procedure of the house: the committee is told how its decisions are carried out; how often is a default of this system',
    ],
    source: 'HOUSE',
    from: '2026-01-01',
  },
];
