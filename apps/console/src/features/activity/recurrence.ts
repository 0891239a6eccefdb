/** How people choose a recurrence; what else RFC 5545 can say is written as a rule. */
export type Pattern = 'WEEKLY' | 'MONTHLY_WEEKDAY' | 'LAST_WORKING_DAY' | 'RULE';

export interface RecurrenceFields {
  pattern: Pattern;
  /** MO to SU */
  weekdays?: string[];
  /** 1 to 4, or -1 for the last */
  nth?: number;
  every?: 'MONTH' | 'QUARTER' | 'YEAR';
  rule?: string;
  ends: 'NEVER' | 'UNTIL' | 'COUNT';
  until?: string | null;
  count?: number | null;
}

export const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule as the API reads it; null while something is missing. */
export function ruleOf(fields: RecurrenceFields): string | null {
  const base = baseOf(fields);
  if (!base) return null;
  if (fields.ends === 'UNTIL') return fields.until ? `${base};UNTIL=${fields.until.replaceAll('-', '')}` : null;
  if (fields.ends === 'COUNT') return fields.count ? `${base};COUNT=${fields.count}` : null;
  return base;
}

function baseOf({ pattern, weekdays = [], nth = 1, every = 'QUARTER', rule = '' }: RecurrenceFields): string | null {
  if (pattern === 'RULE') return rule.trim() || null;
  if (pattern === 'LAST_WORKING_DAY') return `LAST-WORKING-DAY=${every}`;
  if (weekdays.length === 0) return null;
  const days = BYDAY.filter((day) => weekdays.includes(day));
  if (pattern === 'WEEKLY') return `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
  return `FREQ=MONTHLY;BYDAY=${days.map((day) => `${nth}${day}`).join(',')}`;
}
