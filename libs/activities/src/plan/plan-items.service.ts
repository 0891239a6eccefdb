import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkTimes, checkVenue, dayOf, venueIn } from '../activity/activity-checks';
import { planErrors } from './plan.errors';
import type { LeaveOutPlanItemInput, MovePlanItemInput, TakeInPlanItemInput } from './plan.inputs';
import { refuseBusy } from './year-plan.service';
import { PlanItemEntity, YearPlanEntity } from './year-plan.entity';

type Decision = Partial<
  Pick<PlanItemEntity, 'startsAt' | 'endsAt' | 'heldOn' | 'venueId' | 'byHand' | 'leftOutReason'>
>;

const usualLength = 90 * 60_000;

/** What people decide about single items of a plan. Each answers the UUID of the item. */
@Injectable()
export class PlanItemService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @throws PLAN_ITEM_PERIOD, PLAN_ITEM_PAST, PLAN_ITEM_LEFT_OUT, PLAN_ITEM_PUBLISHED, PLAN_BUSY, STALE_VERSION */
  move(viewer: Viewer, input: MovePlanItemInput): Promise<string> {
    return this.change(viewer, input, 'planItem.move', async (tx, item) => {
      if (item.leftOutReason) throw planErrors.PLAN_ITEM_LEFT_OUT({ reason: item.leftOutReason });
      const { startsAt } = input;
      const length = item.startsAt && item.endsAt ? item.endsAt.getTime() - item.startsAt.getTime() : usualLength;
      const endsAt = input.endsAt ?? new Date(startsAt.getTime() + length);
      const today = this.clock.today();
      checkTimes(startsAt, endsAt, today);
      const on = dayOf(startsAt);
      if (on < today) throw planErrors.PLAN_ITEM_PAST({ on });
      const { periodFrom: from, periodTo: to } = item;
      if (on < from || on > to) throw planErrors.PLAN_ITEM_PERIOD({ from, to, on });
      const venueId = venueIn(input.venueId);
      if (venueId) await checkVenue(tx, venueId, on);
      return { startsAt, endsAt, heldOn: on, byHand: true, ...(venueId !== undefined && { venueId }) };
    });
  }

  /** @throws PLAN_ITEM_LEFT_OUT, PLAN_ITEM_PUBLISHED, PLAN_BUSY, STALE_VERSION */
  leaveOut(viewer: Viewer, input: LeaveOutPlanItemInput): Promise<string> {
    return this.change(viewer, input, 'planItem.leaveOut', async (_, { leftOutReason }) => {
      if (leftOutReason) throw planErrors.PLAN_ITEM_LEFT_OUT({ reason: leftOutReason });
      return { leftOutReason: input.reason.trim() };
    });
  }

  /** @throws PLAN_ITEM_NOT_LEFT_OUT, PLAN_BUSY, STALE_VERSION */
  takeIn(viewer: Viewer, input: TakeInPlanItemInput): Promise<string> {
    return this.change(viewer, input, 'planItem.takeIn', async (_, { leftOutReason }) => {
      if (!leftOutReason) throw planErrors.PLAN_ITEM_NOT_LEFT_OUT();
      return { leftOutReason: null };
    });
  }

  private async change(
    viewer: Viewer,
    step: { readonly id: string; readonly version: number },
    action: string,
    decide: (tx: EntityManager, item: PlanItemEntity) => Promise<Decision>,
  ): Promise<string> {
    const id = localId('PlanItem', step.id);
    await this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const item = await tx.findOne(PlanItemEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!item) throw platformErrors.UNKNOWN_ID();
      if (item.version !== step.version) throw platformErrors.STALE_VERSION({ current: item.version });
      if (item.activityId) throw planErrors.PLAN_ITEM_PUBLISHED();
      // the plan of an organization above, perhaps: whoever keeps the organization's activities decides about its items
      const plan = await tx.findOneBy(YearPlanEntity, { id: item.planId });
      if (plan) await refuseBusy(tx, plan);
      const decision = await decide(tx, item);
      const before = Object.fromEntries(Object.keys(decision).map((key) => [key, item[key as keyof Decision]]));
      Object.assign(item, decision, { fault: null });
      await tx.save(item);
      const { organizationId, associationId } = item;
      await this.audit.record(tx, {
        action,
        subjectType: 'PlanItem',
        subjectId: id,
        organizationId,
        associationId,
        before,
        after: { ...decision },
      });
      const event = { kind: 'yearPlan', id: globalId('YearPlan', item.planId), associationId };
      await this.live.publish(tx, { to: 'association', ...event });
    });
    return id;
  }
}
