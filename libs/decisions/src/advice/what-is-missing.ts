import type { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { AdviceKind, AdviceState } from './advice.enums';

/** What a matter still lacks before it may go to a session. */
export enum SessionRequirement {
  EXPERT_OPINION = 'EXPERT_OPINION',
  LEGAL_CHECK = 'LEGAL_CHECK',
}

/** The matter as far as it counts. */
export interface Prepared {
  readonly advice: readonly { readonly kind: AdviceKind; readonly state: AdviceState }[];
}
type Rule = Pick<ReviewRuleEntity, 'expertOpinion' | 'legalCheck'>;

/** Which opinions the rule asks for and nobody has given, of urgent matters, too; empty: none is missing. */
export function whatIsMissing({ advice }: Prepared, rule: Rule): SessionRequirement[] {
  const given = (kind: AdviceKind): boolean =>
    advice.some((each) => each.kind === kind && each.state === AdviceState.GIVEN);
  return [
    ...(rule.expertOpinion && !given(AdviceKind.EXPERT) ? [SessionRequirement.EXPERT_OPINION] : []),
    ...(rule.legalCheck && !given(AdviceKind.LEGAL) ? [SessionRequirement.LEGAL_CHECK] : []),
  ];
}
