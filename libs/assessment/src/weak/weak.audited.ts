import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of handing over. */
defineAudited({
  actions: { 'cycle.handOver': { zh: '移交整改', en: 'Hand weak organizations over' } },
  subjects: {},
  fields: { handedOver: { zh: '移交', en: 'handed over' } },
  values: {},
});
