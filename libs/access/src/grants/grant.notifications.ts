import { defineNotifications } from '@dangwu/platform/notifications';

export const accessNotifications = defineNotifications({
  ACCESS_GRANTED: {
    title: { zh: '您获授“{roleZh}”', en: 'You were given the role "{roleEn}"' },
    text: { zh: '依据：{basis}。', en: 'Basis: {basis}.' },
  },
  ACCESS_REVOKED: {
    title: { zh: '您的“{roleZh}”已收回', en: 'Your role "{roleEn}" was taken back' },
    text: { zh: '依据：{basis}。', en: 'Basis: {basis}.' },
  },
  ACCESS_ENDING: {
    title: { zh: '授权将到期：{name}，{roleZh}', en: 'A grant is about to end: {name}, {roleEn}' },
    text: {
      zh: '{until} 到期。需要延长的，请在到期前由安全管理员重新授予。',
      en: 'It ends on {until}. If it should go on, let the security administrator grant it again before.',
    },
  },
  EMERGENCY_ASKED: {
    title: { zh: '紧急授权待确认：{name}，{roleZh}', en: 'Emergency access to confirm: {name}, {roleEn}' },
    text: {
      zh: '{organization}。理由：{reason}。一小时内有效。',
      en: '{organization}. Reason: {reason}. It stands for one hour.',
    },
  },
  EMERGENCY_OPENED: {
    title: { zh: '已启用紧急授权：{name}，{roleZh}', en: 'Emergency access opened: {name}, {roleEn}' },
    text: {
      zh: '{organization}。理由：{reason}。由{by}确认，{until} 自动结束。',
      en: '{organization}. Reason: {reason}. Confirmed by {by}; it ends by itself at {until}.',
    },
  },
  EMERGENCY_REFUSED: {
    title: { zh: '紧急授权未获确认：{roleZh}', en: 'Emergency access was refused: {roleEn}' },
    text: { zh: '{organization}。由{by}处理。', en: '{organization}. Decided by {by}.' },
  },
});
