import type { LocalText } from '@dangwu/platform/text';

/**
 * What people are told of. BEFORE, RECORD_MISSING, PUT_OFF: an activity comes, its record is missing, it is not held on
 * its day; AT_RISK, LATE: an obligation; NUDGE: somebody urges to fulfil one; TO_SIGN: minutes await one's signature;
 * TASK_…: an item is given, due soon or overdue, reported as carried out, given back; ADVICE_…: an opinion on a matter is
 * asked for, due soon or overdue, urged for, answered; REVIEW_LATE: an urgent matter was not reviewed in time; DISPATCH_…: a
 * request or report to a superior waits for oneself and is due soon or overdue, or its reply is late; ASSESSMENT_…: a
 * self-assessment, an answer, a verification or scores are asked for, due soon or overdue.
 */
export type ReminderKind =
  | 'BEFORE'
  | 'RECORD_MISSING'
  | 'PUT_OFF'
  | 'AT_RISK'
  | 'LATE'
  | 'NUDGE'
  | 'TO_SIGN'
  | 'TASK_GIVEN'
  | 'TASK_DUE'
  | 'TASK_LATE'
  | 'TASK_REPORTED'
  | 'TASK_RETURNED'
  | 'ADVICE_ASKED'
  | 'ADVICE_DUE'
  | 'ADVICE_LATE'
  | 'ADVICE_NUDGE'
  | 'ADVICE_ANSWERED'
  | 'REVIEW_LATE'
  | 'ASSESSMENT_ASKED'
  | 'ASSESSMENT_DUE'
  | 'ASSESSMENT_LATE'
  | 'DISPATCH_DUE'
  | 'DISPATCH_LATE'
  | 'DISPATCH_REPLY_LATE';

/** In the order in which a letter tells them: what is pressing first. */
export const reminderKinds: readonly ReminderKind[] = [
  'NUDGE',
  'ADVICE_NUDGE',
  'PUT_OFF',
  'TO_SIGN',
  'TASK_RETURNED',
  'REVIEW_LATE',
  'LATE',
  'TASK_LATE',
  'ADVICE_LATE',
  'DISPATCH_LATE',
  'DISPATCH_REPLY_LATE',
  'ASSESSMENT_LATE',
  'AT_RISK',
  'TASK_DUE',
  'ADVICE_DUE',
  'DISPATCH_DUE',
  'ASSESSMENT_DUE',
  'RECORD_MISSING',
  'TASK_REPORTED',
  'ADVICE_ANSWERED',
  'TASK_GIVEN',
  'ADVICE_ASKED',
  'ASSESSMENT_ASKED',
  'BEFORE',
];

/** What does not wait for the letter of the next morning. */
export const atOnce: readonly ReminderKind[] = ['NUDGE', 'ADVICE_NUDGE', 'PUT_OFF', 'TO_SIGN'];

/** Whether a person gets letters of a kind: what one is urged to by others always comes. */
export const wants = ({ lettersOff }: { readonly lettersOff: readonly string[] }, kind: ReminderKind): boolean =>
  kind === 'NUDGE' || kind === 'ADVICE_NUDGE' || !lettersOff.includes(kind);

/** One thing somebody is to be told of. */
export interface Reminder {
  readonly kind: ReminderKind;
  /** UUID of the activity, obligation, minutes, supervision item, advice, matter or dispatch */
  readonly thingId: string;
  readonly organizationId: string;
  /** tells apart what may be told again: a moved activity has another moment */
  readonly moment: string;
  readonly line: LocalText;
  /** path in the console */
  readonly link: string;
}

/** Two reminders of one thing, the later more pressing. */
export type Stage = 1 | 2;

/** What was told before, in the order in which it was. */
export interface Told {
  readonly moment: string;
}

const separator = ' stage ';
const timeOf = ({ moment }: Told): string => moment.split(separator)[0]!;
const stageOf = ({ moment }: Told): number => Number(moment.split(separator)[1]?.[0]);

/**
 * The moment under which a stage of a thing at a time is told, or null when that was done. After a change of the time
 * people are told anew, also when it goes back to where it was; a clock that goes back has nobody told again.
 */
export function momentOf(told: readonly Told[], time: string, stage: Stage): string | null {
  const since = told.findLastIndex((one) => timeOf(one) !== time) + 1;
  if (told.slice(since).some((one) => stageOf(one) >= stage)) return null;
  return `${time}${separator}${stage}${since ? ` after ${since}` : ''}`;
}
