export { ruleChanged, type RuleChanged } from './house-rules';
export { RuleEntity } from './rule.entity';
export { RuleModel } from './rule.read-model';
export { Rule, RuleLayer, RuleSource, RuleStrength } from './rule.type';
export { parseRuleValue, type RuleValue } from './rule-value';
export { ruleNumberOf, ruleNumbers } from './rule-numbers';
export { Rules, type RuleInForce } from './rules.service';
export { RulesModule } from './rules.module';
export { leastShare, meetsShare } from './share';
