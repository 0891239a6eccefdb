import { defineAudited } from '@dangwu/platform/audit';

/** What this library records. */
defineAudited({
  actions: {
    shipRules: { zh: '载入规则', en: 'Load the shipped rules' },
    confirmRule: { zh: '核对规则', en: 'Confirm a rule' },
    overrideRule: { zh: '制定更严规则', en: 'Set a house rule' },
    withdrawRuleOverride: { zh: '废止更严规则', en: 'Withdraw a house rule' },
  },
  subjects: { Rule: { zh: '规则', en: 'Rule' } },
  fields: {
    key: { zh: '规则键', en: 'key' },
    value: { zh: '值', en: 'value' },
    layer: { zh: '层级', en: 'layer' },
    strength: { zh: '力度', en: 'strength' },
    effectiveFrom: { zh: '起效', en: 'in force from' },
    effectiveTo: { zh: '失效', en: 'in force until' },
    confirmedBy: { zh: '核对人', en: 'confirmed by' },
    rules: { zh: '规则条数', en: 'rules' },
  },
  values: {
    layer: {
      REGULATION: { zh: '法规', en: 'regulation' },
      ASSOCIATION: { zh: '协会', en: 'association' },
      ORGANIZATION: { zh: '党组织', en: 'organization' },
    },
    strength: { MUST: { zh: '必须', en: 'must' }, NORMAL: { zh: '一般', en: 'normally' } },
  },
  personal: { Rule: { confirmedBy: 'NAME' } },
});
