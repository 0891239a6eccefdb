import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of schemes. */
defineAudited({
  actions: { shipAssessmentSchemes: { zh: '载入考核方案', en: 'Load the shipped assessment schemes' } },
  subjects: {},
  fields: { schemes: { zh: '方案', en: 'schemes' } },
  values: {},
});
