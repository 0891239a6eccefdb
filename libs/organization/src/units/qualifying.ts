import type { RuleInForce } from '@dangwu/rules';
import { CoverageKind } from './unit.enums';

/** The rule that says from how many members on a unit founds an organization of its own. */
export const qualifyingRule = 'branch.found.min';

/** What "qualifies but has none" is computed from. */
export interface QualifyingFacts {
  readonly coverage: CoverageKind;
  readonly partyMemberCount: number | null;
  readonly closedOn: string | null;
}

/**
 * The rule by which a unit could have an organization of its own but has none, or null. A liaison is no organization;
 * without a count, a number in the rule, or when it is closed, nothing can be said.
 */
export function qualifies(
  { coverage, partyMemberCount, closedOn }: QualifyingFacts,
  rule: RuleInForce | undefined,
): RuleInForce | null {
  if (closedOn !== null || partyMemberCount === null) return null;
  if (coverage !== CoverageKind.UNCOVERED && coverage !== CoverageKind.LIAISON) return null;
  const least = rule?.parsed?.numerator;
  return rule && least !== undefined && partyMemberCount >= least ? rule : null;
}
