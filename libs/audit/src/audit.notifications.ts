import { defineNotifications } from '@dangwu/platform/notifications';

export const auditNotifications = defineNotifications({
  AUDIT_CHAIN_BROKEN: {
    title: { zh: '审计链核对不一致', en: 'The audit chain is not as it was sealed' },
    text: {
      zh: '{textZh}请先不要改动数据库，按运行手册“审计链断了怎么办”处理。',
      en: '{textEn} Change nothing in the database and follow "If the chain is broken" in the operations manual.',
    },
  },
});
