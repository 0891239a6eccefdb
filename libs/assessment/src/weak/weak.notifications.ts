import { defineNotifications } from '@dangwu/platform/notifications';

export const weakNotifications = defineNotifications({
  ASSESSMENT_HANDED_OVER: {
    title: { zh: '移交整改：{name}', en: 'Handed over to rectification: {name}' },
    text: {
      zh: '“{title}”：{criteriaZh}。说明：{reason}',
      en: '{title}: {criteriaEn}. Reason: {reason}',
    },
  },
});
