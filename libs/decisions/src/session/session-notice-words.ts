import { associationZone } from '@dangwu/platform/clock';
import { defineLetterKinds } from '@dangwu/platform/mail';
import { defineNotifications } from '@dangwu/platform/notifications';
import type { LocalText } from '@dangwu/platform/text';

/** What stands under the bell of those who sit. */
export const sessionNotifications = defineNotifications({
  SESSION_CALLED: {
    title: { zh: '会议通知：{title}', en: 'You are called to {title}' },
    text: { zh: '{whenZh}，{placeZh}，共 {count} 项议题。', en: '{whenEn}, {placeEn}; items: {count}.' },
  },
  SESSION_CHANGED: {
    title: { zh: '会议有变动：{title}', en: 'Changed: {title}' },
    text: { zh: '{whatZh}。{whenZh}，{placeZh}。', en: '{whatEn}. {whenEn}, {placeEn}.' },
  },
  SESSION_PAPERS: {
    title: { zh: '会议材料已更新：{title}', en: 'New papers: {title}' },
    text: {
      zh: '现为第 {no} 版，共 {pages} 页，以新版为准。{whenZh}，{placeZh}。',
      en: 'Version {no}, {pages} pages, takes the place of the one before. {whenEn}, {placeEn}.',
    },
  },
  SESSION_CANCELLED: {
    title: { zh: '会议取消：{title}', en: 'Cancelled: {title}' },
    text: { zh: '原定 {whenZh}。原因：{reason}', en: 'It was to be {whenEn}. Reason: {reason}' },
  },
});
export type SessionNotification = keyof typeof sessionNotifications;

defineLetterKinds({
  SESSION: {
    name: { zh: '会议通知', en: 'Sessions' },
    text: {
      zh: '您要参加的审议会议召开、变动或取消时',
      en: 'when a session in which you sit is called, changed or cancelled',
    },
    compulsory: true,
  },
});

/** The end of a letter. */
export const letterEnd: LocalText = {
  zh: '您在会议名单上，所以收到这封信。请登录后查看议程和材料。',
  en: 'You get this letter because you sit in the session. Sign in to see its agenda and papers.',
};

export const greeting: LocalText = { zh: '{name}：', en: '{name},' };

export type Changed = 'TIMES' | 'AGENDA' | 'ROSTER' | 'LEFT';
export const changedWords: Readonly<Record<Changed, LocalText>> = {
  TIMES: { zh: '时间或地点有调整', en: 'Time or place is another' },
  AGENDA: { zh: '议程有调整', en: 'The agenda is another' },
  ROSTER: { zh: '参会名单有调整', en: 'The roster is another' },
  LEFT: { zh: '您不再在参会名单上', en: 'You do not sit in it any more' },
};

export const noPlace: LocalText = { zh: '地点另行通知', en: 'the place will be told' };

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: associationZone,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: associationZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
};

/** When a session begins, as people say it. */
export const whenOf = (at: Date): LocalText => ({ zh: formats.zh.format(at), en: formats.en.format(at) });
