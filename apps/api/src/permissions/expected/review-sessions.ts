import { byId, mutation, type Area, type Target } from '../table';
import { associationStaff, conductorsOfSessions, everybody, readersOfSessions } from '../who';
import { counting } from './lists';

const read = { of: 'tree', may: readersOfSessions, because: ['sitting', 'hidden', 'association'] } as const;
const conduct = { of: 'tree', may: conductorsOfSessions, because: ['sitting', 'association'] } as const;
const session = (target: Target) => target.thing('review session');
const versioned = (target: Target) => ({ id: session(target).id, version: session(target).version });
const item = (target: Target) => target.thing('session item').id;
const reason = '合并召开';
const times = { startsAt: '2026-12-02T06:00:00Z', endsAt: '2026-12-02T08:00:00Z' };

export const reviewSessions: Area = {
  title: 'Review sessions',
  rows: [
    {
      ...read,
      operation: 'Query reviewSession',
      ask: (target) => byId('reviewSession', session(target).id, '{ title }'),
    },
    {
      ...read,
      operation: 'Query reviewSessions',
      ask: () => ({ document: '{ reviewSessions(first: 100) { nodes { title } } }' }),
      names: (data) =>
        (data['reviewSessions'] as { nodes: { title: string }[] }).nodes.map(({ title }) =>
          title.replace('的审议会议', ''),
        ),
    },
    {
      ...read,
      operation: 'Query reviewSessions',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { reviewSessions(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: session(target).name },
      }),
      shows: counting('reviewSessions'),
    },
    {
      ...read,
      operation: 'Node ReviewSession',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', session(target).id, '{ ... on ReviewSession { title } }'),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['ownSessions'],
      operation: 'Query ownSessions',
      ask: () => ({ document: '{ ownSessions { title } }' }),
    },
    {
      ...conduct,
      operation: 'Query sessionPreparation',
      ask: (target) => byId('sessionPreparation', session(target).id, '{ waiting { title } }'),
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['sitting', 'administrators'],
      operation: 'Query rosterCandidates',
      ask: () => ({ document: '{ rosterCandidates(search: "a") { name } }' }),
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['sitting', 'administrators'],
      operation: 'Mutation callSession',
      ask: () => mutation('callSession', { reviewingBody: 'FUNCTIONAL_COMMITTEE', joint: false, ...times }),
    },
    {
      ...conduct,
      operation: 'Mutation changeSession',
      ask: (target) => mutation('changeSession', { ...versioned(target), place: '三层会议室' }),
    },
    {
      ...conduct,
      operation: 'Mutation changeSessionRoster',
      ask: (target) =>
        mutation('changeSessionRoster', {
          ...versioned(target),
          body: 'PARTY',
          members: [{ id: target.thing('session seat').id, name: '测试', chair: true }],
        }),
    },
    {
      ...conduct,
      operation: 'Mutation scheduleMatter',
      ask: (target) =>
        mutation('scheduleMatter', {
          id: session(target).id,
          matterId: target.thing('accepted matter').id,
          matterVersion: 1,
        }),
    },
    {
      ...conduct,
      operation: 'Mutation addSessionItem',
      ask: (target) => mutation('addSessionItem', { id: session(target).id, title: '通报', minutes: 5 }),
    },
    {
      ...conduct,
      operation: 'Mutation arrangeSessionItems',
      ask: (target) =>
        mutation('arrangeSessionItems', { id: session(target).id, items: [{ id: item(target), minutes: 30 }] }),
    },
    {
      ...conduct,
      operation: 'Mutation removeSessionItem',
      ask: (target) => mutation('removeSessionItem', { id: session(target).id, itemId: item(target), reason }),
    },
    {
      ...conduct,
      operation: 'Mutation sendSessionNotice',
      ask: (target) => mutation('sendSessionNotice', versioned(target)),
    },
    {
      ...conduct,
      operation: 'Mutation cancelSession',
      ask: (target) => mutation('cancelSession', { ...versioned(target), reason }),
    },
  ],
};
