import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  DiscardYearPlanInput,
  DraftYearPlanInput,
  LeaveOutPlanItemInput,
  MovePlanItemInput,
  PublishYearPlanInput,
  ReplanYearPlanInput,
  TakeInPlanItemInput,
} from './plan.inputs';
import { PlanItemService } from './plan-items.service';
import { PlanItemModel, YearPlanModel } from './plan.read-model';
import { PlanItem, YearPlan } from './plan.type';
import { YearPlanService } from './year-plan.service';

/** Writes: each delegates, then reads anew as its caller may see it. */
@Resolver()
export class PlanMutations {
  constructor(
    private readonly reader: Reader,
    private readonly plans: YearPlanService,
    private readonly items: PlanItemService,
  ) {}

  @Requires('activity.maintain')
  @Mutation(() => YearPlan, { description: 'Make a plan for a year from what the rules ask for, by a job (编排).' })
  draftYearPlan(
    @Args('input', { description: 'For whom, which year, how.' }) input: DraftYearPlanInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.plan(this.plans.draft(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => YearPlan, {
    description: 'Plan anew after a change, by a job; what people moved or left out stays (重新编排).',
  })
  replanYearPlan(
    @Args('input', { description: 'Which plan, how.' }) input: ReplanYearPlanInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.plan(this.plans.replan(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => YearPlan, {
    description: 'Make activities of all items that have a time, by a job, all or none (发布).',
  })
  publishYearPlan(
    @Args('input', { description: 'Which plan.' }) input: PublishYearPlanInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.plan(this.plans.publish(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Boolean, { description: 'Discard a plan; what was published stays (作废). True: it is gone.' })
  async discardYearPlan(
    @Args('input', { description: 'Which plan.' }) input: DiscardYearPlanInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<boolean> {
    await this.plans.discard(viewer, input);
    return true;
  }

  @Requires('activity.maintain')
  @Mutation(() => PlanItem, { description: 'Give an item of a plan another time (调整).' })
  movePlanItem(
    @Args('input', { description: 'Which item, when.' }) input: MovePlanItemInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.item(this.items.move(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => PlanItem, { description: 'Leave an item out, with a reason (移出).' })
  leaveOutPlanItem(
    @Args('input', { description: 'Which item, why.' }) input: LeaveOutPlanItemInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.item(this.items.leaveOut(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => PlanItem, { description: 'Take an item in again (恢复).' })
  takeInPlanItem(
    @Args('input', { description: 'Which item.' }) input: TakeInPlanItemInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.item(this.items.takeIn(viewer, input), info, viewer);
  }

  private async plan(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(YearPlanModel, { key: await written }, info, viewer);
  }

  private async item(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(PlanItemModel, { key: await written }, info, viewer);
  }
}
