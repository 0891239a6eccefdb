import './feed.audited';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedResolver } from './calendar-feed.resolver';
import { CalendarFeeds } from './calendar-feeds';
import { FeedEntries } from './feed-entries';

/** Activities in people's own calendars. */
export const feedProviders = [CalendarFeedResolver, CalendarFeeds, FeedEntries];
export const feedControllers = [CalendarFeedController];
