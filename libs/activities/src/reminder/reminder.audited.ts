import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of urging. Reminders by the clock leave the rows that say whom was told of what. */
defineAudited({
  actions: {
    nudgeObligation: { zh: '催办义务', en: 'Urge to fulfil an obligation' },
  },
  fields: {
    nudgedOn: { zh: '催办日期', en: 'urged on' },
    told: { zh: '通知人数', en: 'people told' },
  },
});
