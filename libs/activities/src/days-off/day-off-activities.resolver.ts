import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ActivityModel } from '../activity/activity.read-model';
import { Activity } from '../activity/activity.type';
import { ChangeOffDays } from './change-off-days';
import { DayOffActivities } from './day-off-activities';
import { KeepOnDayOffInput, MoveOffDaysInput } from './day-off.inputs';
import { DayOffActivitiesArguments, DayOffActivity } from './day-off-activity.type';

@Resolver()
export class DayOffActivitiesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly found: DayOffActivities,
    private readonly changes: ChangeOffDays,
  ) {}

  @Requires('activity.maintain')
  @Query(() => [DayOffActivity], {
    description:
      'Activities you keep on days that became days off after they were planned, the soonest first; at most 200. Nobody moves them but you: by changeActivity.',
  })
  dayOffActivities(
    @Args() asked: DayOffActivitiesArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DayOffActivity[]> {
    return this.found.of(viewer, asked);
  }

  @Requires('activity.maintain')
  @Mutation(() => Int, {
    description:
      'Move activities off days that a notice took, each to its proposed working day: all of them or none, as one change (全部改到工作日). Answers how many.',
  })
  moveOffDays(
    @Args('input', { description: 'Which, as they were told.' }) { activities }: MoveOffDaysInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<number> {
    return this.changes.move(viewer, activities);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Hold an activity on the day that a notice took all the same; it is told no more (放假日照常举行).',
  })
  async keepOnDayOff(
    @Args('input', { description: 'Which, and why.' }) input: KeepOnDayOffInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityModel, { key: await this.changes.keep(viewer, input) }, info, viewer);
  }
}
