import './reminder.audited';
import { AnswerableAccounts } from './answerable-accounts';
import { DueActivities } from './due-activities';
import { DueObligations } from './due-obligations';
import { ExpectedAccounts } from './expected-accounts';
import { NudgeResolver } from './nudge.resolver';
import { Nudges } from './nudges';
import { RemindJob } from './remind.job';
import { ReminderLetters } from './reminder-letters';
import { ReminderSources } from './reminder-sources';
import { Reminders } from './reminders';

/** Who is told of what, when. */
export const reminderProviders = [
  AnswerableAccounts,
  DueActivities,
  DueObligations,
  ExpectedAccounts,
  NudgeResolver,
  Nudges,
  RemindJob,
  ReminderLetters,
  ReminderSources,
  Reminders,
];
export { RemindJob };
