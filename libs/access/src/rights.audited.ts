import { defineAudited } from '@dangwu/platform/audit';
import { subjects } from './publications/subjects';

/** What is recorded of rights that people ask for and of what they show across GUIDES edges. */
defineAudited({
  actions: {
    requestEmergencyAccess: { zh: '申请紧急授权', en: 'Ask for emergency access' },
    confirmEmergencyAccess: { zh: '确认紧急授权', en: 'Confirm emergency access' },
    refuseEmergencyAccess: { zh: '拒绝紧急授权', en: 'Refuse emergency access' },
    publish: { zh: '向指导组织公开', en: 'Publish to the guiding organization' },
    withdrawPublication: { zh: '撤回公开', en: 'Withdraw a publication' },
  },
  subjects: { EmergencyRequest: { zh: '紧急授权申请', en: 'Request for emergency access' } },
  fields: {
    'Account.since': { zh: '起', en: 'since' },
    'Account.until': { zh: '至', en: 'until' },
    endsAt: { zh: '结束时间', en: 'ends at' },
    'EmergencyRequest.for': { zh: '申请人', en: 'for' },
    subject: { zh: '公开内容', en: 'what is published' },
    toOrganizationId: { zh: '向哪个组织', en: 'to which organization' },
  },
  values: { subject: Object.fromEntries(Object.entries(subjects).map(([key, { zh, en }]) => [key, { zh, en }])) },
  organizations: ['toOrganizationId'],
});
