import { assessmentRules } from './assessment-rules';
import { attendanceRules } from './attendance-rules';
import { decisionRules } from './decision-rules';
import { dispatchRules } from './dispatch-rules';
import { meetingRules } from './meeting-rules';
import { organizationRules } from './organization-rules';
import { recordRules } from './record-rules';
import { reminderRules } from './reminder-rules';
import type { ShippedRule } from './shipped-rule';

/** The rows that every association begins with, and that a newer release adds. */
export const shippedRules: readonly ShippedRule[] = [
  ...organizationRules,
  ...meetingRules,
  ...recordRules,
  ...reminderRules,
  ...attendanceRules,
  ...decisionRules,
  ...dispatchRules,
  ...assessmentRules,
];
