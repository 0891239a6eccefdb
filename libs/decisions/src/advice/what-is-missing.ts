import type { WorkCalendar } from '@dangwu/calendar';
import type { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { AdviceKind, AdviceState } from './advice.enums';

/** What a matter still lacks before it may go to a session. */
export enum SessionRequirement {
  EXPERT_OPINION = 'EXPERT_OPINION',
  LEGAL_CHECK = 'LEGAL_CHECK',
  DAYS_AHEAD = 'DAYS_AHEAD',
}

/** The matter as far as it counts. */
export interface Prepared {
  /** handled before it is reviewed: papers need not be there days ahead */
  readonly urgent: boolean;
  readonly advice: readonly { readonly kind: AdviceKind; readonly state: AdviceState }[];
}
type Rule = Pick<ReviewRuleEntity, 'expertOpinion' | 'legalCheck' | 'daysAhead'>;
type Calendar = Pick<WorkCalendar, 'nextWorkingDay'>;

/** The first day of a session whose papers are handed out on `today`: as many working days ahead as the rule says. */
export function earliestSession(today: string, { daysAhead }: Pick<Rule, 'daysAhead'>, calendar: Calendar): string {
  let day = today;
  for (let i = 0; i < daysAhead; i++) day = calendar.nextWorkingDay(day);
  return day;
}

/**
 * What the rule asks for and is not there; empty: the matter may be scheduled.
 * @param on the day of the session and today; null: no session is chosen yet
 */
export function whatIsMissing(
  matter: Prepared,
  rule: Rule,
  on: { readonly session: string; readonly today: string; readonly calendar: Calendar } | null,
): SessionRequirement[] {
  const given = (kind: AdviceKind): boolean =>
    matter.advice.some((each) => each.kind === kind && each.state === AdviceState.GIVEN);
  const early = on && !matter.urgent && on.session < earliestSession(on.today, rule, on.calendar);
  return [
    ...(rule.expertOpinion && !given(AdviceKind.EXPERT) ? [SessionRequirement.EXPERT_OPINION] : []),
    ...(rule.legalCheck && !given(AdviceKind.LEGAL) ? [SessionRequirement.LEGAL_CHECK] : []),
    ...(early ? [SessionRequirement.DAYS_AHEAD] : []),
  ];
}
