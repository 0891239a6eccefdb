import { byId, mutation, type Area, type Target } from '../table';
import { anywhere, at, everybody, keepersOfActivities, readersOfActivities, readersOnlyOfActivities } from '../who';

const read = {
  of: 'tree',
  may: readersOfActivities,
  because: ['minutes', 'activities', 'published', 'client', 'hidden', 'association'],
} as const;
const change = {
  of: 'tree',
  may: keepersOfActivities,
  // what is published is seen, and stays the business of whoever published it
  known: { COMMITTEE_STAFF: ['PUBLISHED'] },
  because: ['minutes', 'activities', 'client', 'known', 'hidden', 'association'],
} as const;
/** what is not signed is not there for those who only read */
const draft = { ...change, known: {}, because: [...change.because, 'drafts'] } as const;
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const locked = (target: Target) => target.thing('minutes locked');

const noFile = 'File_01a0b250448072e797045eeed793b020';
const content = {
  chair: '主持',
  recorder: '记录',
  startsAt: '2026-09-11T09:00:00+08:00',
  endsAt: '2026-09-11T10:00:00+08:00',
  attendance: { entitled: 9, present: 8 },
  items: [],
};

export const minutes: Area = {
  title: 'Minutes and attachments',
  rows: [
    { ...read, operation: 'Query minutes', ask: (target) => byId('minutes', locked(target).id, '{ state }') },
    {
      ...read,
      operation: 'Node Minutes',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', locked(target).id, '{ ... on Minutes { state } }'),
    },
    {
      ...read,
      operation: 'HTTP GET /files/minutes/:id/:which.:format',
      ask: (target) => ({ http: 'GET', path: `/files/minutes/${locked(target).id}/1.docx` }),
    },
    {
      ...read,
      operation: 'HTTP GET /files/attachments/:id',
      ask: (target) => ({ http: 'GET', path: `/files/attachments/${target.thing('attachment').id}` }),
    },
    {
      // everybody may have tasks; of others’ they are told as of the activity they come from
      ...read,
      others: 'NOT_FOUND',
      because: ['minutes', 'ownTasks', 'activities', 'published', 'client', 'hidden', 'association'],
      operation: 'HTTP GET /files/supervision/:id',
      ask: (target) => ({ http: 'GET', path: `/files/supervision/${target.thing('evidence').id}` }),
    },
    {
      ...change,
      operation: 'Mutation beginMinutes',
      ask: (target) => mutation('beginMinutes', { activityId: target.thing('begun activity').id }),
    },
    {
      of: 'tree',
      may: { ...at(readersOfActivities, []), ...keepersOfActivities },
      because: draft.because,
      operation: 'Query minutes',
      aspect: 'what is not signed',
      ask: (target) => byId('minutes', target.thing('minutes draft').id, '{ content { chair } }'),
      shows: (data) => (data['minutes'] as { content: object | null } | null)?.content != null,
    },
    {
      of: 'tree',
      may: { ...at(readersOfActivities, []), ...keepersOfActivities },
      because: draft.because,
      operation: 'HTTP GET /files/minutes/:id/:which.:format',
      aspect: 'what is not signed',
      ask: (target) => ({ http: 'GET', path: `/files/minutes/${target.thing('minutes draft').id}/preview.docx` }),
    },
    {
      ...draft,
      operation: 'Mutation saveMinutes',
      ask: (target) => mutation('saveMinutes', { ...versioned(target.thing('minutes draft')), content }),
    },
    {
      ...draft,
      // whoever reads may be named as the chair; of others the minutes are hidden
      may: { ...at(readersOfActivities, []), ...keepersOfActivities },
      operation: 'Mutation signMinutes',
      ask: (target) =>
        mutation('signMinutes', {
          ...versioned(target.thing('minutes awaiting')),
          as: 'CHAIR',
          contentHash: '0'.repeat(64),
        }),
      // what they say is a matter of the domain: nothing is written in these
      stopsAt: ['MINUTES_INCOMPLETE'],
    },
    {
      ...draft,
      operation: 'Mutation withdrawMinutes',
      ask: (target) => mutation('withdrawMinutes', versioned(target.thing('minutes awaiting'))),
    },
    {
      ...change,
      operation: 'Mutation correctMinutes',
      ask: (target) => mutation('correctMinutes', { ...versioned(locked(target)), reason: '漏记一人' }),
    },
    {
      ...draft,
      operation: 'Mutation signMinutesOnPaper',
      ask: (target) =>
        mutation('signMinutesOnPaper', {
          ...versioned(target.thing('minutes awaiting')),
          contentHash: '0'.repeat(64),
          attachmentId: target.thing('attachment').id,
          reason: '没有账号',
        }),
      stopsAt: ['MINUTES_INCOMPLETE'],
    },
    {
      of: 'whole',
      may: everybody,
      because: ['ownTasks'],
      operation: 'Query minutesToSign',
      ask: () => ({ document: '{ minutesToSign { title } }' }),
    },
    {
      of: 'whole',
      may: anywhere(keepersOfActivities),
      because: change.because.filter((why) => why !== 'known'),
      operation: 'Query minutesToSignOnPaper',
      ask: () => ({ document: '{ minutesToSignOnPaper { title } }' }),
      shows: () => true,
    },
    {
      of: 'whole',
      may: everybody,
      because: ['ownTasks'],
      operation: 'Query ownSupervisionItems',
      ask: () => ({ document: '{ ownSupervisionItems { text } }' }),
    },
    {
      ...change,
      operation: 'Query namedPeople',
      ask: (target) => ({
        document: 'query ($id: ID!) { namedPeople(organizationId: $id, search: "a") { name } }',
        variables: { id: target.id },
      }),
    },
    {
      // everybody may have tasks; of others’ they are told as of the activity they come from
      ...change,
      may: { ...at(everybody, []), ...keepersOfActivities },
      known: readersOnlyOfActivities,
      operation: 'Mutation reportSupervisionItem',
      because: ['minutes', 'ownTasks', 'activities', 'client', 'known', 'hidden', 'association'],
      ask: (target) => mutation('reportSupervisionItem', { ...versioned(target.thing('item open')), evidence: '已办' }),
    },
    {
      ...change,
      operation: 'Mutation closeSupervisionItem',
      ask: (target) => mutation('closeSupervisionItem', versioned(target.thing('item reported'))),
    },
    {
      ...change,
      operation: 'Mutation returnSupervisionItem',
      ask: (target) =>
        mutation('returnSupervisionItem', { ...versioned(target.thing('item reported')), reason: '不全' }),
    },
    {
      ...change,
      operation: 'Mutation addAttachment',
      ask: (target) => mutation('addAttachment', { activityId: target.thing('activity').id, fileId: noFile }),
      // who may attach is asked before what
      stopsAt: ['ATTACHMENT_FILE_UNKNOWN'],
    },
    {
      ...change,
      operation: 'Mutation removeAttachment',
      ask: (target) => mutation('removeAttachment', versioned(target.thing('attachment'))),
    },
  ],
};
