import { ReviewRuleEntity } from './review-rule.entity';
import { ReviewRuleModel } from './review-rule.read-model';
import { ReviewRuleResolver } from './review-rule.resolver';
import { ReviewRules } from './review-rules';
import { SetReviewRules } from './set-review-rules';

export const reviewRuleEntities = [ReviewRuleEntity];
export const reviewRuleModels = [ReviewRuleModel];

/** Which matters are reviewed and how, for the providers of the decisions module. */
export const reviewRuleProviders = [ReviewRuleResolver, ReviewRules, SetReviewRules];
