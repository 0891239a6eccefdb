import { defineErrors } from '@dangwu/platform/errors';

export const dayOffErrors = defineErrors('day-off', {
  DAY_OFF_NOT: {
    code: 'PRECONDITION_FAILED',
    zh: '{count} 场活动已不在因调休而放假的日子上，没有改动任何活动。请刷新清单后再办。',
    en: '{count} of the activities are on no day that a notice took any more; nothing was changed. Read the list anew.',
  },
  DAY_OFF_VENUE_TAKEN: {
    code: 'CONFLICT',
    zh: '“{title}”改到 {on} 时“{venue}”已被占用，没有改动任何活动。请先单独安排它，再改其余的。',
    en: '"{title}" would find "{venue}" taken on {on}; nothing was changed. Arrange it by itself first, then move the others.',
  },
});
