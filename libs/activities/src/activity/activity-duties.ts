import { RuleEntity } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { ObligationEntity } from '../cadence/obligation.entity';
import { counts, needsEach } from './activity-lifecycle';
import type { ActivityEntity } from './activity.entity';

type Counting = Pick<ActivityEntity, 'organizationId' | 'activityTypeId' | 'state' | 'countsOn'>;

/** What an activity is needed for, in the words of refusals. */
export interface Need {
  readonly ruleZh: string;
  readonly ruleEn: string;
  readonly basisZh: string;
  readonly basisEn: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly required: number;
}

/** What rules ask for that would not be met without an activity (活动雷打不动). */
@Injectable()
export class ActivityDuties {
  /**
   * The obligation that needs the activity; null: it can be missed.
   * @param instead where it would count instead: nothing is missed while it stays in the period
   */
  async needOf(tx: EntityManager, activity: Counting, instead?: string): Promise<Need | null> {
    if (!counts(activity.state)) return null;
    const { organizationId, activityTypeId, countsOn } = activity;
    const duties = await tx.findBy(ObligationEntity, {
      organizationId,
      activityTypeId,
      dueFrom: LessThanOrEqual(countsOn),
      endsOn: MoreThanOrEqual(countsOn),
      waivedAt: IsNull(),
    });
    const missed = duties.find(
      (duty) => needsEach(duty) && !(instead && duty.dueFrom <= instead && instead <= duty.endsOn),
    );
    if (!missed) return null;
    const rule = await tx.findOneByOrFail(RuleEntity, { id: missed.ruleId });
    return {
      ruleZh: rule.nameZh,
      ruleEn: rule.nameEn,
      basisZh: rule.basisZh,
      basisEn: rule.basisEn,
      rule: rule.key,
      from: missed.startsOn,
      to: missed.endsOn,
      required: missed.required,
    };
  }
}
