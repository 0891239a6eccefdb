import { anywhere, at, keepersOfMembers, readersOfMembers } from '../who';
import { byId, mutation, type Area, type Row, type Target } from '../table';
import { counting, placed } from './lists';

const basis = '〔2026〕1号';
const read = {
  of: 'tree',
  may: readersOfMembers,
  because: ['members', 'leads', 'whole', 'hidden', 'association'],
} as const;
const change = { of: 'tree', may: keepersOfMembers, because: ['members', 'whole', 'hidden', 'association'] } as const;
/** of an organization, which everyone knows to be there */
const there = { ...change, elsewhere: 'FORBIDDEN', because: ['members', 'known', 'association'] } as const;
const member = (target: Target) => target.thing('member');
const step = (target: Target) => ({ id: member(target).id, version: member(target).version, on: '2026-09-18', basis });
const facts = {
  status: 'FULL',
  gender: 'FEMALE',
  birthDate: '1980-12-31',
  joinedOn: '2012-06-01',
  fullOn: '2013-06-01',
};

/** rules of the domain at which a transfer may end */
const moves = ['SAME_ORGANIZATION', 'AFFILIATION_OVERLAPS', 'NO_AFFILIATIONS_HERE', 'HOLDS_POSTS'];

const reads: readonly Row[] = [
  { ...read, operation: 'Query member', ask: (target) => byId('member', member(target).id, '{ name }') },
  {
    ...read,
    operation: 'Query members',
    ask: () => ({ document: '{ members(first: 100) { nodes { organization { name } } } }' }),
    names: placed('members'),
  },
  {
    ...read,
    operation: 'Query members',
    aspect: 'count of a search',
    ask: (target) => ({
      document: 'query ($search: String!) { members(first: 5, filter: { search: $search }) { totalCount } }',
      variables: { search: member(target).name },
    }),
    shows: counting('members'),
  },
  {
    ...read,
    operation: 'Query members',
    aspect: 'as of a past day',
    ask: () => ({ document: '{ members(first: 100, asOf: "2026-09-10") { nodes { organization { name } } } }' }),
    names: placed('members'),
  },
  {
    ...read,
    operation: 'Query memberFigures',
    aspect: 'counted within one',
    // a group has nobody of its own to count
    may: { ...withAbove(readersOfMembers), BRANCH_SECRETARY: ['OWN', 'ANCESTOR'], BRANCH_STAFF: ['OWN', 'ANCESTOR'] },
    ask: ({ id }) => ({ document: 'query ($id: ID!) { memberFigures(within: $id) { total } }', variables: { id } }),
    shows: (data) => (data['memberFigures'] as { total: number }).total > 0,
  },
  {
    ...read,
    operation: 'Node Member',
    others: 'NOT_FOUND',
    ask: (target) => byId('node', member(target).id, '{ ... on Member { name } }'),
  },
  {
    ...read,
    operation: 'Query leadershipTeams',
    ask: () => ({ document: '{ leadershipTeams(first: 100) { nodes { organization { name } } } }' }),
    names: placed('leadershipTeams'),
  },
  {
    of: 'whole',
    may: anywhere(readersOfMembers),
    because: ['members', 'hidden'],
    operation: 'Query electionAlarms',
    ask: () => ({ document: '{ electionAlarms(first: 100) { nodes { state } } }' }),
    // whose are in the list is compared by re-election.api-spec.ts
    shows: () => true,
  },
  {
    ...read,
    operation: 'Node LeadershipTeam',
    others: 'NOT_FOUND',
    ask: (target) => byId('node', target.thing('team').id, '{ ... on LeadershipTeam { seats } }'),
  },
];

const changes: readonly Row[] = [
  {
    ...there,
    operation: 'Mutation registerMember',
    ask: ({ id }, { serial }) =>
      mutation('registerMember', { ...facts, name: `新党员${serial}`, organizationId: id, since: '2026-09-18', basis }),
    stopsAt: ['NO_AFFILIATIONS_HERE'],
  },
  {
    ...change,
    operation: 'Mutation changeMember',
    ask: (target) => {
      const { id, version, name } = member(target);
      return mutation('changeMember', { id, version, ...facts, name, jobTitle: '会计' });
    },
  },
  {
    ...change,
    operation: 'Mutation revealMember',
    ask: (target) => mutation('revealMember', { id: member(target).id, field: 'PHONE', reason: '核对材料' }, ''),
    shows: () => true,
  },
  {
    ...change,
    operation: 'Mutation exportSubject',
    ask: (target) => mutation('exportSubject', { id: member(target).id, reason: '本人书面申请' }, '{ name }'),
  },
  {
    ...change,
    operation: 'Mutation eraseMember',
    ask: (target) => {
      const { id, version, name } = member(target);
      return mutation('eraseMember', { id, version, name, basis });
    },
    stopsAt: ['STILL_A_MEMBER'],
  },
  {
    ...change,
    operation: 'Mutation transferAffiliation',
    aspect: 'whose',
    ask: (target, { home }) => mutation('transferAffiliation', { ...step(target), organizationId: home.id }),
    stopsAt: moves,
  },
  {
    ...there,
    operation: 'Mutation transferAffiliation',
    aspect: 'where to',
    ask: ({ id }, { home }) => mutation('transferAffiliation', { ...step(home), organizationId: id }),
    stopsAt: moves,
  },
  {
    ...change,
    operation: 'Mutation endAffiliation',
    ask: (target) => mutation('endAffiliation', { ...step(target), affiliationId: target.thing('affiliation').id }),
    stopsAt: ['HOLDS_POSTS'],
  },
  {
    ...change,
    operation: 'Mutation withdrawAffiliation',
    ask: (target) => {
      const { id, version } = member(target);
      return mutation('withdrawAffiliation', { id, version, affiliationId: target.thing('affiliation').id });
    },
    stopsAt: ['HAS_BEGUN'],
  },
  {
    ...change,
    operation: 'Mutation appoint',
    ask: (target) => mutation('appoint', { ...step(target), organizationId: target.id, post: 'ORGANIZATION_MEMBER' }),
    stopsAt: ['POST_TAKEN', 'POST_HELD'],
  },
  {
    ...change,
    operation: 'Mutation endAppointment',
    ask: (target) => mutation('endAppointment', { ...step(target), appointmentId: target.thing('appointment').id }),
  },
  {
    ...there,
    operation: 'Mutation recordElection',
    ask: ({ id }) => mutation('recordElection', { organizationId: id, electedOn: '2026-09-18', seats: 5, basis }),
    stopsAt: ['NO_ELECTIONS_HERE', 'ELECTION_NOT_LATER'],
  },
];

const accounts: readonly Row[] = [
  {
    ...change,
    operation: 'Query memberAccount',
    ask: (target) => ({
      document: 'query ($id: ID!) { memberAccount(memberId: $id) { username } }',
      variables: { id: member(target).id },
    }),
    // none is bound to most: what is refused is refused by its code
    shows: () => true,
  },
  {
    ...change,
    operation: 'Mutation bindAccount',
    ask: (target, scene) =>
      mutation('bindAccount', { memberId: member(target).id, username: scene.value('a user name') }, '{ username }'),
  },
  {
    ...change,
    operation: 'Mutation unbindAccount',
    ask: (target) => mutation('unbindAccount', { memberId: member(target).id }, ''),
    stopsAt: ['ACCOUNT_NOT_BOUND'],
  },
];

function withAbove(may: Row['may']): Row['may'] {
  return Object.fromEntries(
    Object.entries(may).map(([principal, where]) => [
      principal,
      /ASSOCIATION/.test(principal) ? where : [...where, 'ANCESTOR' as const],
    ]),
  );
}

export const members: Area = {
  title: 'Members and leadership teams',
  rows: [
    ...reads,
    ...changes,
    ...accounts,
    {
      of: 'whole',
      may: at(anywhere(keepersOfMembers), ['ASSOCIATION']),
      because: ['members', 'imports'],
      operation: 'HTTP GET /templates/members.xlsx',
      ask: () => ({ http: 'GET', path: '/templates/members.xlsx' }),
    },
  ],
};
