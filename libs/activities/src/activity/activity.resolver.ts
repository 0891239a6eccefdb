import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { PartyOrganization } from '@dangwu/organization';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ActivitiesArguments } from './activity.filters';
import { ActivityDays } from './activity-days';
import { ActivityDay, ActivityDaysArguments } from './activity-days.type';
import { ActivityConflict, ConflictArguments } from './activity-conflict.type';
import { ActivityConflicts } from './activity-conflicts';
import { ActivityModel } from './activity.read-model';
import { Activity, ActivityConnection } from './activity.type';

/** Reads. Writes stand in `activity-mutations.resolver.ts`. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly conflicts: ActivityConflicts,
    private readonly days: ActivityDays,
  ) {}

  @Requires('activity.read')
  @Query(() => Activity, {
    nullable: true,
    description: 'An activity; null when there is none or you may not read it.',
  })
  activity(
    @Args('id', { type: () => ID, description: 'The activity.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityModel, { key: localId('Activity', id) }, info, viewer);
  }

  @Requires('activity.read')
  @Query(() => ActivityConnection, { description: 'The activities you may read (会议与活动).' })
  async activities(
    @Args() { within, ...page }: ActivitiesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    return this.reader.connection(ActivityModel, { ...page, ...place }, info, viewer);
  }

  @Requires('activity.read')
  @Query(() => [ActivityDay], { description: 'On which days something is held that you may read, and how much.' })
  activityDays(@Args() asked: ActivityDaysArguments, @CurrentViewer() viewer: Viewer): Promise<ActivityDay[]> {
    return this.days.of(viewer, asked);
  }

  @Requires('activity.maintain')
  @Query(() => [ActivityConflict], {
    description:
      'What is at the same time: of the organization, at the venue, with its leaders. Nothing is saved by asking.',
  })
  async activityConflicts(
    @Args() { organizationId, startsAt, endsAt, venueId, exceptId }: ConflictArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ActivityConflict[]> {
    const id = localId('PartyOrganization', organizationId);
    this.access.require(viewer, 'activity.maintain', await this.access.place(null, viewer, id));
    if (endsAt <= startsAt) return [];
    return this.conflicts.of(viewer, {
      organizationId: id,
      venueId: venueId ? localId('Venue', venueId) : null,
      startsAt,
      endsAt,
      exceptId: exceptId ? localId('Activity', exceptId) : null,
    });
  }
}

/** What activities add to organizations; `organizationActivities` answers it. */
@Resolver(() => PartyOrganization)
export class OrganizationActivityFields {
  @ResolveField(() => ActivityConnection, {
    description: 'Activities it holds, as far as you may read them, the latest first.',
  })
  activities(@Args() _page: PageArguments): void {
    // answered by the read model
  }
}
