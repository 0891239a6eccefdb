import type { WorkCalendar } from '@dangwu/calendar';
import { associationZone, dateIn } from '@dangwu/platform/clock';
import type { DomainError, Messages } from '@dangwu/platform/errors';
import type { MatterEntity } from '../matter/matter.entity';
import { adviceErrors } from '../advice/advice.errors';
import { SessionRequirement, whatIsMissing, type Prepared } from '../advice/what-is-missing';
import { ruleInWords } from '../matter/submit-matter';
import type { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { reviewingWords } from '../review-rule/review-rule-words';
import { daysAheadOf, type DaysAhead } from './days-ahead';
import { SessionGapKind } from './session-parts.type';
import type { ReviewSessionEntity } from './session.entity';
import { sessionErrors } from './session.errors';

/** What is to be noticed of a matter before a session deals with it. */
export interface AgendaGap {
  readonly kind: SessionGapKind;
  readonly message: Messages;
  /** keeps it off the session; null: it passes, and says so */
  readonly refusal: DomainError | null;
}

export type Asked = Pick<MatterEntity, 'title' | 'submittedAt' | 'urgent' | 'urgentReason'>;
export type Sitting = Pick<ReviewSessionEntity, 'title' | 'startsAt' | 'reviewingBody'>;

/** The day on which it was submitted last is the one on which its papers came. */
export function daysOf(calendar: WorkCalendar, matter: Asked, rule: ReviewRuleEntity, on: string): DaysAhead {
  return daysAheadOf(calendar, dateIn(associationZone, matter.submittedAt!), rule.daysAhead, on);
}

/** Pure: the same answers the page while it is planned and refuses when it is scheduled. */
export function gapsOf(
  calendar: WorkCalendar,
  matter: Asked & Pick<Prepared, 'advice'>,
  rule: ReviewRuleEntity,
  session: Sitting,
): AgendaGap[] {
  const gaps = adviceGaps(matter, rule);
  const named = { matter: matter.title, title: session.title, ...ruleInWords(rule) };
  if (rule.reviewingBody !== session.reviewingBody) {
    const [asked, body] = [reviewingWords[rule.reviewingBody], reviewingWords[session.reviewingBody]];
    const words = { askedZh: asked.zh, askedEn: asked.en, bodyZh: body.zh, bodyEn: body.en };
    gaps.push(blocking(SessionGapKind.OTHER_BODY, sessionErrors.SESSION_BODY({ ...named, ...words })));
  }
  const on = dateIn(associationZone, session.startsAt);
  const days = daysOf(calendar, matter, rule, on);
  if (days.inTime) return gaps;
  const cameOn = dateIn(associationZone, matter.submittedAt!);
  const words = { cameOn, days: days.asked, earliestOn: days.earliestOn, on };
  if (!matter.urgent) {
    gaps.push(blocking(SessionGapKind.DAYS_AHEAD, sessionErrors.SESSION_DAYS_AHEAD({ ...named, ...words })));
    return gaps;
  }
  const reason = matter.urgentReason ?? '';
  const message = {
    zh: `紧急事项，材料 ${cameOn} 提交，不足 ${days.asked} 个工作日。原因：${reason}`,
    en: `Urgent: its papers came on ${cameOn}, less than ${days.asked} working days ahead. Reason: ${reason}`,
  };
  gaps.push({ kind: SessionGapKind.URGENT, message, refusal: null });
  return gaps;
}

/** Opinions that the rule asks for before a session, urgent or not. */
function adviceGaps(matter: Asked & Pick<Prepared, 'advice'>, rule: ReviewRuleEntity): AgendaGap[] {
  const words = { title: matter.title, ...ruleInWords(rule) };
  const missing = whatIsMissing(matter, rule);
  return [
    ...(missing.includes(SessionRequirement.EXPERT_OPINION)
      ? [blocking(SessionGapKind.EXPERT_OPINION, adviceErrors.MATTER_EXPERT_OPINION_MISSING(words))]
      : []),
    ...(missing.includes(SessionRequirement.LEGAL_CHECK)
      ? [blocking(SessionGapKind.LEGAL_CHECK, adviceErrors.MATTER_LEGAL_CHECK_MISSING(words))]
      : []),
  ];
}

const blocking = (kind: SessionGapKind, refusal: DomainError): AgendaGap => ({
  kind,
  message: refusal.messages,
  refusal,
});
