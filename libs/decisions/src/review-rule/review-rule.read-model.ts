import { asc, desc, equals, readModel, sql } from '@dangwu/read-model';
import { ReviewRuleEntity } from './review-rule.entity';
import type { ReviewRuleFilter } from './review-rule.inputs';
import { ReviewRule } from './review-rule.type';

export const ReviewRuleModel = readModel<ReviewRule, ReviewRuleEntity, ReviewRuleFilter, 'RULE'>({
  type: ReviewRule,
  entity: ReviewRuleEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'rule.read',
  deleted: 'deletedAt',
  idPrefix: 'ReviewRule',
  boundedBy: 2000,
  fields: {
    // as text: JavaScript's numbers end before amounts do
    amountFrom: (rule) => sql`${rule.amountFrom}::text`,
    amountTo: (rule) => sql`${rule.amountTo}::text`,
    basis: (rule) => sql`json_build_object('zh', ${rule.basisZh}, 'en', ${rule.basisEn})`,
  },
  orders: { RULE: [asc('category'), asc('tier'), desc('effectiveFrom'), asc('amountFrom')] },
  filters: {
    category: equals('category'),
    tier: equals('tier'),
    includeEnded: (rule, value, { day }) =>
      sql`(${value}::boolean or ${rule.effectiveTo} is null or ${rule.effectiveTo} > ${day})`,
  },
});
