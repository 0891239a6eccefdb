import { defineNotifications } from '@dangwu/platform/notifications';

export const organizationNotifications = defineNotifications({
  ORGANIZATION_OPERATION_REFUSED: {
    title: { zh: '到期变更未能执行：{name}', en: 'Not carried out on its day: {name}' },
    text: {
      zh: '定于 {on} 的变更（{summaryZh}）未能执行。{whyZh}',
      en: 'What was recorded for {on} ({summaryEn}) was not carried out. {whyEn}',
    },
  },
  EXPORT_ASKED: {
    title: { zh: '导出待批准：{name}，{titleZh}，{people} 人', en: 'To approve: {name}, {titleEn}, {people} people' },
    text: { zh: '用途：{reason}。', en: 'Reason: {reason}.' },
  },
  EXPORT_APPROVED: {
    title: { zh: '导出已获批准：{titleZh}', en: 'Approved: {titleEn}' },
    text: {
      zh: '不超过 {people} 人。由{by}批准：{reason}。请在 {until} 前领取，只能领取一次。',
      en: 'Up to {people} people. Approved by {by}: {reason}. Fetch it until {until}, once.',
    },
  },
  EXPORT_REFUSED: {
    title: { zh: '导出未获批准：{titleZh}', en: 'Refused: {titleEn}' },
    text: { zh: '由{by}处理：{reason}。', en: 'Decided by {by}: {reason}.' },
  },
  ORGANIZATION_CHANGED: {
    title: { zh: '党组织变动：{name}', en: 'Organization changed: {name}' },
    text: { zh: '{summaryZh}，自 {on} 起生效。', en: '{summaryEn}, from {on}.' },
  },
});
