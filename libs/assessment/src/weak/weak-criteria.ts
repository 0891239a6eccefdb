import type { RuleInForce, RuleValue } from '@dangwu/rules';
import type { LocalText } from '@dangwu/platform/text';
import type { SchemeTree } from '../engine';
import { short } from '../engine/explain';
import { Ratio } from '../engine/ratio';

/** The rules that say who is weak. A value of 0 switches one off. */
export const weakRules = ['assessment.weak.grades', 'assessment.weak.below', 'assessment.weak.last'] as const;
export type WeakRuleKey = (typeof weakRules)[number];

export type WeakRuleBook = Readonly<Record<WeakRuleKey, Pick<RuleInForce, 'name' | 'parsed' | 'basis'>>>;

/** One of the assessed as it stands in its group. */
export interface Standing {
  readonly id: string;
  readonly groupKey: string;
  readonly total: string;
  readonly rank: number;
  readonly grade: string | null;
}

/** A rule that somebody falls under, and how. */
export interface WeakCriterion {
  readonly key: WeakRuleKey;
  readonly words: LocalText;
}

/** Who is weak by which rules, by id; those of whom no rule says so are left out. */
export function weakOnes(
  standings: readonly Standing[],
  tree: SchemeTree,
  rules: WeakRuleBook,
): ReadonlyMap<string, readonly WeakCriterion[]> {
  const sizes = new Map<string, number>();
  for (const { groupKey } of standings) sizes.set(groupKey, (sizes.get(groupKey) ?? 0) + 1);
  const found = new Map<string, readonly WeakCriterion[]>();
  for (const one of standings) {
    const criteria = [
      ...byGrade(one, tree, rules['assessment.weak.grades'].parsed),
      ...byPoints(one, tree, rules['assessment.weak.below'].parsed),
      ...byPlace(one, sizes.get(one.groupKey)!, rules['assessment.weak.last'].parsed),
    ];
    if (criteria.length > 0) found.set(one.id, criteria);
  }
  return found;
}

/** The lowest so many grades; the best is never among them. */
function byGrade({ grade }: Standing, { grades }: SchemeTree, rule: RuleValue | undefined): WeakCriterion[] {
  const lowest = Math.min(rule?.numerator ?? 0, grades.length - 1);
  const at = grades.findIndex(({ key }) => key === grade);
  if (lowest <= 0 || at < grades.length - lowest) return [];
  const { name } = grades[at]!;
  return [
    {
      key: 'assessment.weak.grades',
      words: { zh: `等次为“${name.zh}”`, en: `the grade is "${name.en}"` },
    },
  ];
}

/** Less than so many per cent of all points there are. */
function byPoints({ total }: Standing, { root, rounding }: SchemeTree, rule: RuleValue | undefined): WeakCriterion[] {
  if (!rule || rule.numerator === 0) return [];
  const share = Ratio.of(rule.numerator).over(Ratio.of(rule.denominator * 100));
  const least = Ratio.read(root.weight)!.times(share);
  if (Ratio.read(total)!.compare(least) >= 0) return [];
  const [percent, limit] = [percentOf(rule), short(least.round({ ...rounding, mode: 'HALF_UP' }).text(rounding.scale))];
  return [
    {
      key: 'assessment.weak.below',
      words: {
        zh: `总分 ${total}，低于满分 ${short(root.weight)} 的 ${percent}（${limit}）`,
        en: `the total of ${total} is below ${percent} of ${short(root.weight)} (${limit})`,
      },
    },
  ];
}

/** The last of a group, so many of it rounded down; equals across that line are all left out. */
function byPlace({ rank }: Standing, size: number, rule: RuleValue | undefined): WeakCriterion[] {
  if (!rule || rule.numerator === 0) return [];
  const last = Math.floor((size * rule.numerator) / rule.denominator);
  if (rank <= size - last) return [];
  return [
    {
      key: 'assessment.weak.last',
      words: {
        zh: `组内 ${size} 个中排第 ${rank}，属最后 ${last} 个`,
        en: `place ${rank} of ${size} in its group, among the last ${last}`,
      },
    },
  ];
}

const percentOf = ({ numerator, denominator }: RuleValue): string =>
  denominator === 1 ? `${numerator}%` : `${numerator}/${denominator}%`;
