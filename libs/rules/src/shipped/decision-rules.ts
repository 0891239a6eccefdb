import type { ShippedRule } from './shipped-rule';

const procedure: ShippedRule['basis'] = [
  '协会重大事项前置审议办法：不得拆分事项规避审议；数值为本系统默认',
  'House rules on pre-review: no matter is divided to escape it; the number is a default of this system',
];

const charter: ShippedRule['basis'] = [
  '协会章程（参照社会团体章程示范文本），以章程规定为准',
  'Charter of the association (after the model charter of social organizations); what the charter says holds',
];

/** What points to a matter that was divided, and how the bodies that review and decide sit: an association may set it otherwise. */
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
    key: 'session.chairLast',
    name: ['主持人末位表态', 'The chair speaks last'],
    value: 'every matter',
    unit: null,
    stricter: 'NONE',
    strength: 'NORMAL',
    basis: ['《中国共产党党组工作条例》第二十七条（参照）', 'Regulations on Party Groups, article 27 (by analogy)'],
    source: 'VERIFIED',
    note: ['功能型党委按本级议事规则参照执行', 'a functional committee follows it by its own rules of procedure'],
    from: '2019-04-06',
  },
  {
    key: 'recusal.base',
    layer: 'ASSOCIATION',
    name: ['回避人员的计数', 'How those recused are counted'],
    value: 'excluded',
    unit: null,
    stricter: 'NONE',
    strength: 'NORMAL',
    basis: [
      '协会重大事项前置审议办法：回避的既不计入应到，也不计入实到',
      'House rules on pre-review: who is recused is counted neither as entitled nor as present',
    ],
    source: 'HOUSE',
    note: ['填 entitled 时仍计入应到', 'with "entitled" they stay among those entitled'],
    from: '2026-01-01',
  },
  {
    key: 'council.quorum',
    layer: 'ASSOCIATION',
    name: ['常务理事会到会要求', 'Presence at the standing council'],
    value: '>= 2/3',
    unit: ['应到常务理事', 'of its members'],
    stricter: 'HIGHER',
    strength: 'MUST',
    basis: charter,
    source: 'HOUSE',
    from: '2026-01-01',
  },
  {
    key: 'council.majority',
    layer: 'ASSOCIATION',
    name: ['常务理事会表决通过', 'Majority of the standing council'],
    value: '>= 2/3',
    unit: ['到会常务理事', 'of those present'],
    stricter: 'HIGHER',
    strength: 'MUST',
    basis: charter,
    source: 'HOUSE',
    from: '2026-01-01',
  },
];
