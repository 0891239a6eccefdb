import { defineErrors } from '@dangwu/platform/errors';

export const calendarFeedErrors = defineErrors('calendarFeed', {
  CALENDAR_FEEDS_FULL: {
    code: 'CONFLICT',
    zh: '每人最多 {limit} 个日历订阅。请先停用不再使用的，再新建。',
    en: 'Everybody has {limit} calendar feeds at most. Revoke one that is not used, then make another.',
  },
  CALENDAR_FEED_BY_TOKEN: {
    code: 'FORBIDDEN',
    zh: '不能用访问令牌新建日历订阅。请登录后在“我的账号”里新建。',
    en: 'A calendar feed is not made with an access token. Sign in and make it on the page of your account.',
  },
});
