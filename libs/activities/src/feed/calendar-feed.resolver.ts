import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feed.inputs';
import { CalendarFeed, NewCalendarFeed } from './calendar-feed.type';
import { CalendarFeeds } from './calendar-feeds';

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Requires('account.own')
  @Query(() => [CalendarFeed], { description: 'Your calendar feeds that answer, the newest first (at most 5).' })
  calendarFeeds(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed[]> {
    return this.feeds.list(viewer);
  }

  @Requires('account.own')
  @Mutation(() => NewCalendarFeed, {
    description:
      'Make an address under which a calendar program reads activities of the organizations you belong to or are given a role at.',
  })
  createCalendarFeed(
    @Args('input', { description: 'What it is called.' }) { name }: CreateCalendarFeedInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NewCalendarFeed> {
    return this.feeds.create(viewer, name);
  }

  @Requires('account.own')
  @Mutation(() => [CalendarFeed], {
    description: 'Revoke a calendar feed: its address answers no more. Answers the others.',
  })
  revokeCalendarFeed(
    @Args('input', { description: 'Which feed.' }) { id }: RevokeCalendarFeedInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CalendarFeed[]> {
    return this.feeds.revoke(viewer, id);
  }
}
