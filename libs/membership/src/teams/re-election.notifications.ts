import { defineNotifications } from '@dangwu/platform/notifications';

export const reElectionNotifications = defineNotifications({
  TERMS_DUE: {
    title: { zh: '换届提醒：{count} 个党组织', en: 'Elections to prepare: {count} organizations' },
    text: {
      zh: '{overdue} 个已届满未换届，{soon} 个即将届满：{names}。请按期换届；延期须经上级批准。',
      en: '{overdue} are past their term, {soon} end soon: {names}. Hold the elections in time; a delay needs approval.',
    },
  },
});
