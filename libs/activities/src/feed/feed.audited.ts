import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of calendar feeds; the address is not. */
defineAudited({
  actions: {
    createCalendarFeed: { zh: '新建日历订阅', en: 'Make a calendar feed' },
    revokeCalendarFeed: { zh: '停用日历订阅', en: 'Revoke a calendar feed' },
  },
});
