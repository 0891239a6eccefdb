import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { DayOffActivities } from './day-off-activities';
import { DayOffActivitiesArguments, DayOffActivity } from './day-off-activity.type';

@Resolver()
export class DayOffActivitiesResolver {
  constructor(private readonly found: DayOffActivities) {}

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
}
