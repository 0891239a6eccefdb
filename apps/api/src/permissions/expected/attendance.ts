import { mutation, type Area, type Row, type Target } from '../table';
import { everybody, keepersOfActivities, readersOfAttendance } from '../who';

const because = ['attendance', 'client', 'hidden', 'association'] as const;
const list = { of: 'tree', may: readersOfAttendance, because } as const;
/** what is published of activities is seen, and nobody's name with it */
const read = {
  ...list,
  known: { COMMITTEE_STAFF: ['PUBLISHED'], DISCIPLINE_OFFICER: ['PUBLISHED'] },
  because: [...because, 'known'],
} as const;
const keep = { ...read, may: keepersOfActivities, known: { COMMITTEE_STAFF: ['PUBLISHED'] } } as const;
const own = { of: 'whole', may: everybody, because: ['ownAttendance'], stopsAt: ['NO_MEMBER_RECORD'] } as const;
const meeting = (target: Target) => target.thing('meeting');
const ahead = (target: Target) => target.thing('leave request');

const listOf = (field: string): Row => ({
  ...list,
  operation: `Query ${field}`,
  ask: (target) => ({
    document: `query ($id: ID!) { ${field}(activityId: $id, first: 5) { totalCount nodes { name } } }`,
    variables: { id: target.thing(field === 'leaveRequests' ? 'activity' : 'meeting').id },
  }),
  shows: (data) => (data[field] as { totalCount: number }).totalCount > 0,
});
const step = (target: Target) => ({ id: ahead(target).id, version: ahead(target).version });
const activityId = (target: Target) => meeting(target).id;

export const attendance: Area = {
  title: 'Attendance',
  rows: [
    listOf('attendance'),
    listOf('invitations'),
    listOf('leaveRequests'),
    {
      ...read,
      operation: 'Query attendanceSummary',
      ask: (target) => ({
        document: 'query ($id: ID!) { attendanceSummary(activityId: $id) { entitled } }',
        variables: { id: activityId(target) },
      }),
    },
    {
      ...keep,
      operation: 'Query signInCode',
      ask: (target) => ({
        document: 'query ($id: ID!) { signInCode(activityId: $id) { code } }',
        variables: { id: activityId(target) },
      }),
    },
    {
      ...keep,
      operation: 'Query peopleCalled',
      ask: (target) => ({
        document: 'query ($id: ID!, $names: [String!]!) { peopleCalled(activityId: $id, names: $names) { name } }',
        variables: { id: activityId(target), names: ['王伟'] },
      }),
    },
    {
      ...keep,
      operation: 'Mutation inviteToActivity',
      ask: (target) =>
        mutation('inviteToActivity', { activityId: activityId(target), organizationIds: [target.id] }, '{ entitled }'),
    },
    {
      ...keep,
      operation: 'Mutation withdrawInvitations',
      ask: (target) =>
        mutation(
          'withdrawInvitations',
          { activityId: activityId(target), ids: [target.thing('invitation').id] },
          '{ entitled }',
        ),
    },
    {
      ...keep,
      operation: 'Mutation startAttendance',
      ask: (target) => mutation('startAttendance', { activityId: activityId(target) }, '{ entitled }'),
    },
    {
      ...keep,
      operation: 'Mutation recordAttendance',
      ask: (target) => {
        const rows = [{ memberId: target.thing('member').id, state: 'PRESENT' }];
        return mutation('recordAttendance', { activityId: activityId(target), rows }, '{ present }');
      },
    },
    {
      ...keep,
      operation: 'HTTP GET /files/attendance/:id.xlsx',
      ask: (target) => ({ http: 'GET', path: `/files/attendance/${activityId(target)}.xlsx` }),
    },
    {
      ...keep,
      operation: 'Mutation importAttendance',
      // there is no such file: whoever keeps the attendance is let through to that
      ask: (target) =>
        mutation('importAttendance', { activityId: activityId(target), fileId: `File_${'0'.repeat(32)}` }, '{ taken }'),
      stopsAt: ['ATTENDANCE_FILE_UNKNOWN'],
    },
    { ...keep, operation: 'Mutation approveLeave', ask: (target) => mutation('approveLeave', step(target)) },
    {
      ...keep,
      operation: 'Mutation declineLeave',
      ask: (target) => mutation('declineLeave', { ...step(target), reason: '须全体参加' }),
    },
    {
      ...own,
      operation: 'Query ownActivities',
      ask: () => ({ document: '{ ownActivities(from: "2026-09-01", to: "2026-10-01") { title } }' }),
    },
    {
      ...own,
      operation: 'Query ownActivity',
      ask: (_, scene) => ({
        document: 'query ($id: ID!) { ownActivity(activityId: $id) { title } }',
        variables: { id: scene.value('a meeting') },
      }),
      // nobody of the trial world is bound to a member: there is nothing of their own
      shows: () => true,
    },
    {
      ...own,
      operation: 'Mutation attendActivity',
      ask: (_, scene) => mutation('attendActivity', { activityId: scene.value('a meeting'), code: 'abc-def' }),
    },
    {
      ...own,
      operation: 'Mutation requestLeave',
      ask: (_, scene) => mutation('requestLeave', { activityId: scene.value('a meeting'), reason: '探亲' }),
    },
    {
      ...own,
      operation: 'Mutation withdrawLeave',
      ask: (_, scene) => mutation('withdrawLeave', { activityId: scene.value('a meeting') }),
    },
  ],
};
