import { mutation, type Area, type Target } from '../table';
import { everybody, keepersOfActivities, readersOfAttendance } from '../who';

const because = ['attendance', 'client', 'hidden', 'association'] as const;
/** what is published of activities is seen, and nobody's name with it */
const published = { COMMITTEE_STAFF: ['PUBLISHED'], DISCIPLINE_OFFICER: ['PUBLISHED'] } as const;
const list = { of: 'tree', may: readersOfAttendance, because } as const;
const read = { ...list, known: published, because: [...because, 'known'] } as const;
const keep = {
  ...read,
  may: keepersOfActivities,
  // who sees attendance but does not keep it is told so
  known: { COMMITTEE_STAFF: ['PUBLISHED'] },
} as const;
const own = { of: 'whole', may: everybody, because: ['ownAttendance'], stopsAt: ['NO_MEMBER_RECORD'] } as const;
const meeting = (target: Target) => target.thing('meeting');
const activityId = (target: Target) => ({ activityId: meeting(target).id });
const rowsOf =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    (data[field] as { totalCount: number }).totalCount > 0;
const ofMeeting = (field: string, answer: string) => (target: Target) => ({
  document: `query ($id: ID!) { ${field} }`.replace('(', '(').replace('@', answer),
  variables: { id: meeting(target).id },
});

export const attendance: Area = {
  title: 'Attendance',
  rows: [
    {
      ...list,
      operation: 'Query attendance',
      ask: ofMeeting('attendance(activityId: $id, first: 5) { totalCount nodes { name } }', ''),
      shows: rowsOf('attendance'),
    },
    {
      ...list,
      operation: 'Query invitations',
      ask: ofMeeting('invitations(activityId: $id, first: 5) { totalCount nodes { name } }', ''),
      shows: rowsOf('invitations'),
    },
    {
      ...list,
      operation: 'Query leaveRequests',
      ask: ofMeeting('leaveRequests(activityId: $id, first: 5) { totalCount nodes { name } }', ''),
      shows: rowsOf('leaveRequests'),
    },
    {
      ...read,
      operation: 'Query attendanceSummary',
      ask: ofMeeting('attendanceSummary(activityId: $id) { entitled }', ''),
    },
  ],
};
