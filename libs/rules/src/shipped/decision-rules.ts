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
];
