/**
 * Values stand as people write them: `3`, `>= 1/2`, `> 1/2`, `3-5`. What a rule compares with is parsed here,
 * as a fraction of whole numbers, so that "half of 17" never meets floating point.
 */
export type Comparison = '=' | '>=' | '>' | '<=' | '<';

export interface RuleValue {
  readonly comparison: Comparison;
  readonly numerator: number;
  readonly denominator: number;
  /** the upper end of a range such as `3-5` */
  readonly upper?: number;
}

const pattern = /^(>=|<=|>|<)?\s*(\d+)(?:\s*\/\s*(\d+)|\s*-\s*(\d+))?$/;

/** The value as numbers, or undefined when it is words (`secret`). */
export function parseRuleValue(text: string): RuleValue | undefined {
  const match = pattern.exec(text.trim().replaceAll('≥', '>=').replaceAll('≤', '<='));
  if (!match) return undefined;
  const denominator = Number(match[3] ?? 1);
  if (denominator === 0) return undefined;
  return {
    comparison: (match[1] as Comparison | undefined) ?? '=',
    numerator: Number(match[2]),
    denominator,
    ...(match[4] ? { upper: Number(match[4]) } : {}),
  };
}

/** Whether `a` asks for less than `b`, by the direction in which this rule becomes stricter. */
export function isLooser(a: string, b: string, stricter: 'HIGHER' | 'LOWER' | 'NONE'): boolean {
  if (stricter === 'NONE') return false;
  const [left, right] = [parseRuleValue(a), parseRuleValue(b)];
  if (!left || !right) return false;
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference !== 0) return stricter === 'HIGHER' ? difference < 0 : difference > 0;
  // equal numbers: "more than half" is stricter than "at least half", and "fewer than 3" than "at most 3"
  const strict = stricter === 'HIGHER' ? '>' : '<';
  return right.comparison === strict && left.comparison !== strict;
}
