import type { Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatterEntity } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { seenBy, seenMatter } from '../matter/seen-matter';
import { ruleInWords } from '../matter/submit-matter';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { MatterAdviceEntity } from './advice.entity';
import { adviceErrors } from './advice.errors';
import type { MatterReadiness as Readiness } from './readiness.type';
import { earliestSession, SessionRequirement, whatIsMissing } from './what-is-missing';

/** In these it is of use to say what is missing. */
const before: readonly MatterState[] = [MatterState.SUBMITTED, MatterState.ACCEPTED, MatterState.SCHEDULED];

/** Whether matters may go to a session: opinions that their rules ask for, and the working days ahead. */
@Injectable()
export class MatterReadiness {
  constructor(
    private readonly database: Database,
    private readonly holidays: HolidayYears,
    private readonly clock: Clock,
  ) {}

  /** Of a matter that awaits its session under a rule; null: nothing is to be said of it. @throws UNKNOWN_ID */
  async of(viewer: Viewer, id: string): Promise<Readiness | null> {
    const matter = await seenMatter(this.database, viewer, id);
    if (!matter.reviewRuleId || !matter.reviewRequired || !before.includes(matter.state)) return null;
    return this.database.transaction(viewer.scope(seenBy(matter)), async (tx) => {
      const rule = await tx.findOneByOrFail(ReviewRuleEntity, { id: matter.reviewRuleId! });
      const advice = await tx.findBy(MatterAdviceEntity, { matterId: id });
      const calendar = await this.holidays.calendar(tx, matter.associationId);
      const today = this.clock.today();
      return {
        missing: whatIsMissing({ urgent: matter.urgent, advice }, rule, null),
        daysAhead: rule.daysAhead,
        earliestSessionOn: matter.urgent ? today : earliestSession(today, rule, calendar),
      };
    });
  }

  /**
   * For whoever puts a matter on the agenda of a session, in the same transaction.
   * @throws MATTER_EXPERT_OPINION_MISSING, MATTER_LEGAL_CHECK_MISSING, MATTER_SESSION_TOO_EARLY
   */
  async require(tx: EntityManager, matter: MatterEntity, rule: ReviewRuleEntity, session: string): Promise<void> {
    const advice = await tx.findBy(MatterAdviceEntity, { matterId: matter.id });
    const calendar = await this.holidays.calendar(tx, matter.associationId);
    const today = this.clock.today();
    const [first] = whatIsMissing({ urgent: matter.urgent, advice }, rule, { session, today, calendar });
    if (!first) return;
    const words = { title: matter.title, ...ruleInWords(rule) };
    switch (first) {
      case SessionRequirement.EXPERT_OPINION:
        throw adviceErrors.MATTER_EXPERT_OPINION_MISSING(words);
      case SessionRequirement.LEGAL_CHECK:
        throw adviceErrors.MATTER_LEGAL_CHECK_MISSING(words);
      case SessionRequirement.DAYS_AHEAD: {
        const earliest = earliestSession(today, rule, calendar);
        throw adviceErrors.MATTER_SESSION_TOO_EARLY({ ...words, on: session, days: rule.daysAhead, earliest });
      }
    }
  }
}
