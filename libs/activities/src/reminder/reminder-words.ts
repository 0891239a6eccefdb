import { associationZone } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { defineLetterKinds, type LetterKindWords } from '@dangwu/platform/mail';
import { defineNotifications } from '@dangwu/platform/notifications';
import { fillText, type Language, type LocalText } from '@dangwu/platform/text';
import { ofAssessments } from './assessment-reminder-words';
import { ofDispatches } from './dispatch-reminder-words';
import { ofMatters } from './matter-reminder-words';
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
  MINUTES_TO_SIGN: {
    title: { zh: '{count} 份会议记录待您签字', en: 'Minutes await your signature: {count}' },
    text: { zh: '{linesZh}。请阅读后签字。', en: '{linesEn}. Read and sign them.' },
  },
  TASKS_GIVEN: {
    title: { zh: '{count} 项新任务', en: 'New tasks: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
  TASKS_DUE: {
    title: { zh: '{count} 项任务即将到期', en: 'Tasks due soon: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
  TASKS_LATE: {
    title: { zh: '{count} 项任务已逾期', en: 'Tasks overdue: {count}' },
    text: { zh: '{linesZh}。请尽快办理并报告。', en: '{linesEn}. Carry them out and report them.' },
  },
  TASKS_REPORTED: {
    title: { zh: '{count} 项任务报告办结，待确认', en: 'Tasks reported as carried out: {count}' },
    text: { zh: '{linesZh}。请确认销号，或退回。', en: '{linesEn}. Close them, or give them back.' },
  },
  TASKS_RETURNED: {
    title: { zh: '{count} 项任务被退回', en: 'Tasks given back: {count}' },
    text: { zh: '{linesZh}。', en: '{linesEn}.' },
  },
  ...ofMatters.notifications,
  ...ofAssessments.notifications,
  ...ofDispatches.notifications,
});

export const notificationOf: Readonly<Record<ReminderKind, keyof typeof reminderNotifications>> = {
  BEFORE: 'ACTIVITIES_AHEAD',
  RECORD_MISSING: 'RECORDS_MISSING',
  PUT_OFF: 'ACTIVITIES_PUT_OFF',
  AT_RISK: 'OBLIGATIONS_AT_RISK',
  LATE: 'OBLIGATIONS_LATE',
  NUDGE: 'OBLIGATION_NUDGED',
  TO_SIGN: 'MINUTES_TO_SIGN',
  TASK_GIVEN: 'TASKS_GIVEN',
  TASK_DUE: 'TASKS_DUE',
  TASK_LATE: 'TASKS_LATE',
  TASK_REPORTED: 'TASKS_REPORTED',
  TASK_RETURNED: 'TASKS_RETURNED',
  ...ofMatters.notificationOf,
  ...ofAssessments.notificationOf,
  ...ofDispatches.notificationOf,
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
  TO_SIGN: {
    name: { zh: '待签字', en: 'To be signed' },
    text: { zh: '会议记录等您签字时', en: 'when minutes await your signature' },
  },
  TASK_LATE: {
    name: { zh: '任务逾期', en: 'Tasks overdue' },
    text: { zh: '您的任务逾期时', en: 'when a task of yours is overdue' },
  },
  TASK_RETURNED: {
    name: { zh: '任务退回', en: 'Tasks given back' },
    text: { zh: '您报告的任务被退回时', en: 'when a task that you reported is given back' },
  },
  TASK_REPORTED: {
    name: { zh: '任务待确认', en: 'Tasks to be confirmed' },
    text: { zh: '有任务报告办结、等您确认时', en: 'when a task is reported as carried out and awaits you' },
  },
  TASK_GIVEN: {
    name: { zh: '新任务', en: 'New tasks' },
    text: { zh: '有任务交给您时', en: 'when a task is given to you' },
  },
  TASK_DUE: {
    name: { zh: '任务到期提醒', en: 'Tasks due' },
    text: { zh: '您的任务快到期时', en: 'when a task of yours is due soon' },
  },
  ...ofMatters.letterKinds,
  ...ofAssessments.letterKinds,
  ...ofDispatches.letterKinds,
} satisfies Record<ReminderKind, LetterKindWords>);

/** Where several of a kind are seen together. */
export const listOf: Readonly<Record<ReminderKind, string>> = {
  BEFORE: '/activities?states=SCHEDULED',
  RECORD_MISSING: '/activities?states=HELD',
  PUT_OFF: '/activities?states=POSTPONED.CANCELLED',
  AT_RISK: '/obligations',
  LATE: '/obligations',
  NUDGE: '/obligations',
  TO_SIGN: '/my-tasks',
  TASK_GIVEN: '/my-tasks',
  TASK_DUE: '/my-tasks',
  TASK_LATE: '/my-tasks',
  TASK_REPORTED: '/my-tasks',
  TASK_RETURNED: '/my-tasks',
  ...ofMatters.listOf,
  ...ofAssessments.listOf,
  ...ofDispatches.listOf,
};

/** Headings of a letter. */
export const headings: Readonly<Record<ReminderKind, LocalText>> = {
  NUDGE: { zh: '上级催办', en: 'You are urged to act' },
  PUT_OFF: { zh: '不再如期举行', en: 'Not held as told' },
  LATE: { zh: '已逾期', en: 'Late' },
  AT_RISK: { zh: '有风险，请尽快安排', en: 'At risk: plan them soon' },
  RECORD_MISSING: { zh: '待补记录', en: 'Records missing' },
  BEFORE: { zh: '即将举行', en: 'Activities ahead' },
  TO_SIGN: { zh: '会议记录待签字', en: 'Minutes to sign' },
  TASK_GIVEN: { zh: '新任务', en: 'New tasks' },
  TASK_DUE: { zh: '任务即将到期', en: 'Tasks due soon' },
  TASK_LATE: { zh: '任务已逾期', en: 'Tasks overdue' },
  TASK_REPORTED: { zh: '报告办结，待确认', en: 'Tasks reported as carried out' },
  TASK_RETURNED: { zh: '任务被退回', en: 'Tasks given back' },
  ...ofMatters.headings,
  ...ofAssessments.headings,
  ...ofDispatches.headings,
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

export interface ItemWords {
  readonly text: string;
  readonly organization: string;
  readonly dueOn: string | null;
}

/** A supervision item in a line, in both languages. */
export const itemLine = (words: ItemWords): LocalText =>
  fillText(
    words.dueOn
      ? { zh: '{text}（{organization}，{dueOn} 前）', en: '{text} ({organization}, by {dueOn})' }
      : { zh: '{text}（{organization}）', en: '{text} ({organization})' },
    { ...words },
  );

/** Where the console shows an item; each has its own, so that what is told of it can be withdrawn. */
export const itemLink = (id: string): string => `/my-tasks?item=${globalId('SupervisionItem', id)}`;

/** Minutes that await a signature, in a line. */
export const minutesLine = (words: { readonly title: string; readonly organization: string }): LocalText =>
  fillText({ zh: '{title}（{organization}）', en: '{title} ({organization})' }, { ...words });

const timeIn = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: associationZone,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
