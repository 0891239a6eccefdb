import type { RuleValue } from './rule-value';

/** Whether `count` is the share of `of` that a rule asks for, in whole numbers: half of 17 is never a matter of rounding. */
export function meetsShare(count: number, of: number, rule: RuleValue): boolean {
  const difference = count * rule.denominator - of * rule.numerator;
  return rule.comparison === '>' ? difference > 0 : difference >= 0;
}

/** The least number that is the share of `of` that a rule asks for. */
export function leastShare(of: number, { comparison, numerator, denominator }: RuleValue): number {
  const share = of * numerator;
  return comparison === '>' ? Math.floor(share / denominator) + 1 : Math.ceil(share / denominator);
}
