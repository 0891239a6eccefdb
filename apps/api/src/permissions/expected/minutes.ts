import { byId, mutation, type Area, type Target } from '../table';
import { keepersOfActivities, readersOfActivities } from '../who';

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
      ...change,
      operation: 'Mutation beginMinutes',
      ask: (target) => mutation('beginMinutes', { activityId: target.thing('begun activity').id }),
    },
    {
      ...change,
      operation: 'Mutation saveMinutes',
      ask: (target) => mutation('saveMinutes', { ...versioned(target.thing('minutes draft')), content }),
    },
    {
      ...change,
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
      ...change,
      operation: 'Mutation withdrawMinutes',
      ask: (target) => mutation('withdrawMinutes', versioned(target.thing('minutes awaiting'))),
    },
    {
      ...change,
      operation: 'Mutation correctMinutes',
      ask: (target) => mutation('correctMinutes', { ...versioned(locked(target)), reason: '漏记一人' }),
    },
    {
      ...change,
      operation: 'Mutation completeResolution',
      ask: (target) => mutation('completeResolution', versioned(target.thing('resolution'))),
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
