import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of cadences and obligations. */
defineAudited({
  actions: {
    shipCadences: { zh: '载入频次要求', en: 'Load the shipped cadences' },
    waiveObligation: { zh: '免除义务', en: 'Waive an obligation' },
    withdrawWaiver: { zh: '恢复义务', en: 'Take a waiver back' },
  },
  subjects: {
    Obligation: { zh: '义务', en: 'Obligation' },
  },
  fields: {
    cadences: { zh: '频次要求', en: 'cadences' },
    waivedReason: { zh: '免除理由', en: 'reason of the waiver' },
    startsOn: { zh: '周期起', en: 'period from' },
    endsOn: { zh: '周期止', en: 'period until' },
  },
});
