import { defineNotifications } from '@dangwu/platform/notifications';

export const organizationNotifications = defineNotifications({
  ORGANIZATION_OPERATION_REFUSED: {
    title: { zh: '到期变更未能执行：{name}', en: 'Not carried out on its day: {name}' },
    text: {
      zh: '定于 {on} 的变更（{summaryZh}）未能执行。{whyZh}',
      en: 'What was recorded for {on} ({summaryEn}) was not carried out. {whyEn}',
    },
  },
  ORGANIZATION_CHANGED: {
    title: { zh: '党组织变动：{name}', en: 'Organization changed: {name}' },
    text: { zh: '{summaryZh}，自 {on} 起生效。', en: '{summaryEn}, from {on}.' },
  },
});
