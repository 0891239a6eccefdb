import { associationZone } from '@dangwu/platform/clock';
import { defineLetterKinds } from '@dangwu/platform/mail';
import { defineNotifications } from '@dangwu/platform/notifications';
import { fillText, type Language, type LocalText } from '@dangwu/platform/text';
import type { ReminderKind } from './reminder-kinds';

/** What stands under the bell; `{lines}` are the first of them. */
export const reminderNotifications = defineNotifications({
  ACTIVITIES_AHEAD: {
    title: { zh: '{count} 项活动即将举行', en: 'Activities ahead: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
  RECORDS_MISSING: {
    title: { zh: '{count} 项活动待补记录', en: 'Records missing: {count}' },
    text: { zh: '{linesZh}。请尽快补记记录。', en: '{linesEn}. Record them soon.' },
  },
  ACTIVITIES_PUT_OFF: {
    title: { zh: '{count} 项活动不再如期举行', en: 'Activities not held as told: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
  OBLIGATIONS_AT_RISK: {
    title: { zh: '{count} 项义务有风险', en: 'Obligations at risk: {count}' },
    text: { zh: '{linesZh}。请尽快安排。', en: '{linesEn}. Plan them soon.' },
  },
  OBLIGATIONS_LATE: {
    title: { zh: '{count} 项义务已逾期', en: 'Obligations late: {count}' },
    text: {
      zh: '{linesZh}。请补开并说明情况。',
      en: '{linesEn}. Make up for them, and say why they are late.',
    },
  },
  OBLIGATION_NUDGED: {
    title: { zh: '上级催办 {count} 项义务', en: 'You are urged to act: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
});

export const notificationOf: Readonly<Record<ReminderKind, keyof typeof reminderNotifications>> = {
  BEFORE: 'ACTIVITIES_AHEAD',
  RECORD_MISSING: 'RECORDS_MISSING',
  PUT_OFF: 'ACTIVITIES_PUT_OFF',
  AT_RISK: 'OBLIGATIONS_AT_RISK',
  LATE: 'OBLIGATIONS_LATE',
  NUDGE: 'OBLIGATION_NUDGED',
};

defineLetterKinds({
  NUDGE: {
    name: { zh: '上级催办', en: 'Urging' },
    text: { zh: '有人催办时', en: 'when somebody urges you to act' },
    compulsory: true,
  },
  PUT_OFF: {
    name: { zh: '延期与取消', en: 'Put off' },
    text: { zh: '活动延期或取消时', en: 'when an activity is postponed or cancelled' },
  },
  LATE: {
    name: { zh: '逾期', en: 'Late' },
    text: { zh: '义务逾期时', en: 'when an obligation is late' },
  },
  AT_RISK: {
    name: { zh: '有风险', en: 'At risk' },
    text: { zh: '义务快到期还没有安排时', en: 'when an obligation is due soon and not planned' },
  },
  RECORD_MISSING: {
    name: { zh: '待补记录', en: 'Records missing' },
    text: { zh: '活动办了还没有记录时', en: 'when what was held has no record yet' },
  },
  BEFORE: {
    name: { zh: '活动提醒', en: 'Activities ahead' },
    text: { zh: '活动举行以前', en: 'before an activity' },
  },
});

/** Where several of a kind are seen together. */
export const listOf: Readonly<Record<ReminderKind, string>> = {
  BEFORE: '/activities?states=SCHEDULED',
  RECORD_MISSING: '/activities?states=HELD',
  PUT_OFF: '/activities?states=POSTPONED.CANCELLED',
  AT_RISK: '/obligations',
  LATE: '/obligations',
  NUDGE: '/obligations',
};

/** Headings of a letter. */
export const headings: Readonly<Record<ReminderKind, LocalText>> = {
  NUDGE: { zh: '上级催办', en: 'You are urged to act' },
  PUT_OFF: { zh: '不再如期举行', en: 'Not held as told' },
  LATE: { zh: '已逾期', en: 'Late' },
  AT_RISK: { zh: '有风险，请尽快安排', en: 'At risk: plan them soon' },
  RECORD_MISSING: { zh: '待补记录', en: 'Records missing' },
  BEFORE: { zh: '即将举行', en: 'Activities ahead' },
};

export const letter = {
  subject: { zh: '党务提醒：{count} 项（{day}）', en: 'Dangwu: {count} reminders ({day})' },
  greeting: { zh: '{name}：', en: '{name},' },
  more: { zh: '……共 {count} 项', en: '… {count} in all' },
  end: {
    zh: '这封信由党务平台自动发出，同一件事不会重复提醒。登录：{address}',
    en: 'Sent by Dangwu; nothing is reminded of twice. Sign in at {address}',
  },
} as const satisfies Record<string, LocalText>;

/** What is told of an activity. `time` is filled in by language. */
const activityLines = {
  BEFORE: { zh: '{title}（{organization}），{time}', en: '{title} ({organization}), {time}' },
  RECORD_MISSING: { zh: '{title}（{organization}），{day}举行', en: '{title} ({organization}), held on {day}' },
  POSTPONED: {
    zh: '{title}（{organization}）原定 {time}，已延期到 {makeUpBy}：{reason}',
    en: '{title} ({organization}) of {time} is postponed to {makeUpBy}: {reason}',
  },
  CANCELLED: {
    zh: '{title}（{organization}）原定 {time}，已取消：{reason}',
    en: '{title} ({organization}) of {time} is cancelled: {reason}',
  },
} as const satisfies Record<string, LocalText>;

export interface ActivityWords {
  readonly title: string;
  readonly organization: string;
  readonly startsAt: Date;
  readonly day: string;
  readonly makeUpBy: string | null;
  readonly reason: string | null;
}

/** An activity in a line, in both languages. */
export function activityLine(kind: keyof typeof activityLines, words: ActivityWords): LocalText {
  const inLanguage = (language: Language): string =>
    fillText(activityLines[kind], { ...words, time: timeIn(language, words.startsAt) })[language];
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

export interface ObligationWords {
  readonly organization: string;
  readonly typeZh: string;
  readonly typeEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly missing: number;
}

const obligationLines = {
  missing: {
    zh: '{organization}：{typeZh} {startsOn} 至 {endsOn} 还差 {missing} 次',
    en: '{organization}: {typeEn} from {startsOn} to {endsOn}, {missing} missing',
  },
  unrecorded: {
    zh: '{organization}：{typeZh} {startsOn} 至 {endsOn} 已举行，待补记录',
    en: '{organization}: {typeEn} from {startsOn} to {endsOn} was held, its record is missing',
  },
} as const satisfies Record<string, LocalText>;

/** An obligation in a line, in both languages. */
export const obligationLine = (words: ObligationWords): LocalText =>
  fillText(obligationLines[words.missing > 0 ? 'missing' : 'unrecorded'], { ...words });

const timeIn = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: associationZone,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
