import { ruleOf } from './recurrence';

describe('a recurrence that people choose', () => {
  it('is written as the API reads it, its days in the order of the week', () => {
    expect(ruleOf({ pattern: 'WEEKLY', weekdays: ['TH', 'TU'], ends: 'NEVER' })).toBe('FREQ=WEEKLY;BYDAY=TU,TH');
    expect(ruleOf({ pattern: 'MONTHLY_WEEKDAY', weekdays: ['FR'], nth: -1, ends: 'COUNT', count: 3 })).toBe(
      'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3',
    );
    expect(ruleOf({ pattern: 'LAST_WORKING_DAY', every: 'QUARTER', ends: 'UNTIL', until: '2027-12-31' })).toBe(
      'LAST-WORKING-DAY=QUARTER;UNTIL=20271231',
    );
  });

  it('is none while something is missing', () => {
    expect(ruleOf({ pattern: 'WEEKLY', weekdays: [], ends: 'NEVER' })).toBeNull();
    expect(ruleOf({ pattern: 'WEEKLY', weekdays: ['FR'], ends: 'UNTIL' })).toBeNull();
    expect(ruleOf({ pattern: 'RULE', rule: ' ', ends: 'NEVER' })).toBeNull();
  });
});
