import { defineErrors } from '@dangwu/platform/errors';

export const nudgeErrors = defineErrors('cadence', {
  NUDGED_TODAY: {
    code: 'CONFLICT',
    zh: '{by}今天已经催办过这项义务，每天只催办一次。可以明天再催办，或直接联系负责人。',
    en: '{by} urged this today already; it is done once a day. Do so tomorrow, or call whoever is responsible.',
  },
  NOTHING_TO_NUDGE: {
    code: 'CONFLICT',
    zh: '这项义务已完成、已安排或已免除，不用催办。请刷新后再看。',
    en: 'This obligation is fulfilled, planned or waived; there is nothing to urge. Reload to see it as it is.',
  },
  NOBODY_TO_NUDGE: {
    code: 'CONFLICT',
    zh: '“{name}”没有别人可以通知：除您以外，没有负责人的账号获得授权。请先由安全管理员授权，或直接联系本人。',
    en: 'There is nobody to tell at "{name}": but for you, no account is granted what it takes to act there. Let the security administrator grant it, or call them.',
  },
});
