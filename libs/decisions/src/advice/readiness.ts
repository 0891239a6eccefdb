import type { Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { MatterState } from '../matter/matter.enums';
import { seenBy, seenMatter } from '../matter/seen-matter';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { daysAheadOf } from '../session/days-ahead';
import { MatterAdviceEntity } from './advice.entity';
import type { MatterReadiness as Readiness } from './readiness.type';
import { whatIsMissing } from './what-is-missing';

/** In these it is of use to say what is missing. */
const before: readonly MatterState[] = [MatterState.SUBMITTED, MatterState.ACCEPTED, MatterState.SCHEDULED];

/** Whether matters may go to a session, as scheduling asks: opinions of their rules, and the working days ahead. */
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
      const cameOn = dateIn(associationZone, matter.submittedAt!);
      const { earliestOn } = daysAheadOf(calendar, cameOn, rule.daysAhead, today);
      return {
        missing: whatIsMissing({ advice }, rule),
        daysAhead: rule.daysAhead,
        earliestSessionOn: matter.urgent || earliestOn < today ? today : earliestOn,
      };
    });
  }
}
