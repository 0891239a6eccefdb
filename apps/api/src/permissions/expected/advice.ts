import { mutation, type Area, type Target } from '../table';
import { associationStaff, each, keepersOfActivities, readersOfMatters } from '../who';

const read = { of: 'tree', may: readersOfMatters, because: ['matters', 'client', 'hidden', 'association'] } as const;
const conduct = {
  of: 'tree',
  may: { ASSOCIATION_STAFF: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] },
  because: ['conducting', 'association'],
} as const;
const report = {
  of: 'tree',
  may: keepersOfActivities,
  known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
  because: ['reporting', 'matters', 'client', 'known', 'hidden', 'association'],
} as const;
const own = { of: 'person', may: each, because: ['advising', 'association'] } as const;
/** who reads the matter reads the opinions on it, too */
const ownOrRead = { ...own, may: { ...each, ASSOCIATION_STAFF: ['MINE', 'ANOTHERS'] } } as const;

const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const submitted = (target: Target) => versioned(target.thing('submitted matter'));
const reason = '另有安排';
const text = '已办结';
const nobody = `Account_${'0'.repeat(32)}`;
const milestone = { text: '签订合同', owner: '办公室', dueOn: '2026-12-01' };
/** where a matter stands is a rule of the domain, and asked after the rights */
const elsewhere = ['MATTER_STATE', 'MATTER_NOT_IN_EXECUTION'];

export const advice: Area = {
  title: 'Opinions on matters and their execution',
  rows: [
    {
      ...read,
      operation: 'Query matterReadiness',
      ask: (target) => ({
        document: 'query ($id: ID!) { matterReadiness(id: $id) { daysAhead } }',
        variables: { id: submitted(target).id },
      }),
    },
    {
      ...read,
      operation: 'HTTP GET /files/matter-reports/:id',
      ask: (target) => ({ http: 'GET', path: `/files/matter-reports/${target.thing('report back').id}` }),
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['conducting'],
      operation: 'Query adviceCandidates',
      ask: () => ({ document: '{ adviceCandidates(kind: EXPERT) { name } }' }),
    },
    {
      ...conduct,
      operation: 'Query milestoneOwners',
      ask: (target) => ({
        document: 'query ($id: ID!) { milestoneOwners(id: $id, search: "a") { name } }',
        variables: { id: submitted(target).id },
      }),
    },
    {
      ...conduct,
      operation: 'Mutation askAdvice',
      ask: (target) =>
        mutation('askAdvice', {
          matterId: submitted(target).id,
          kind: 'EXPERT',
          advisorId: nobody,
          question: '是否可行',
          dueOn: '2026-12-01',
        }),
      // who may ask is asked before whom
      stopsAt: ['ADVICE_ADVISOR'],
    },
    {
      ...conduct,
      operation: 'Mutation nudgeAdvice',
      ask: (target) => mutation('nudgeAdvice', { id: target.thing('asked advice').id }),
    },
    {
      ...conduct,
      operation: 'Mutation revokeAdvice',
      ask: (target) => mutation('revokeAdvice', { ...versioned(target.thing('asked advice')), reason }),
    },
    {
      ...conduct,
      operation: 'Mutation resumeMatter',
      ask: (target) => mutation('resumeMatter', submitted(target)),
      stopsAt: elsewhere,
    },
    {
      ...conduct,
      operation: 'Mutation executeMatter',
      ask: (target) => mutation('executeMatter', { ...submitted(target), milestones: [milestone] }),
      stopsAt: elsewhere,
    },
    {
      ...conduct,
      operation: 'Mutation addMilestone',
      ask: (target) => mutation('addMilestone', { ...submitted(target), milestone }),
      stopsAt: elsewhere,
    },
    {
      ...conduct,
      operation: 'Mutation dropMilestone',
      ask: (target) =>
        mutation('dropMilestone', { ...submitted(target), milestoneId: target.thing('item open').id, reason }),
      stopsAt: elsewhere,
    },
    {
      ...report,
      operation: 'Mutation reportBack',
      ask: (target) => mutation('reportBack', { ...submitted(target), text }),
      stopsAt: elsewhere,
    },
    {
      ...conduct,
      operation: 'Mutation closeMatter',
      ask: (target) => mutation('closeMatter', submitted(target)),
      stopsAt: elsewhere,
    },
    {
      ...own,
      operation: 'Query ownAdvice',
      ask: () => ({ document: '{ ownAdvice { question } }' }),
      names: (data) => (data['ownAdvice'] as { question: string }[]).map(({ question }) => question),
    },
    {
      ...own,
      operation: 'Mutation giveAdvice',
      ask: (target) => mutation('giveAdvice', { ...versioned(target.thing('own advice')), stance: 'SUPPORT', text }),
    },
    {
      ...own,
      operation: 'Mutation declineAdvice',
      ask: (target) => mutation('declineAdvice', { ...versioned(target.thing('own advice')), reason }),
    },
    {
      ...own,
      operation: 'HTTP GET /files/advice-materials/:id',
      ask: (target) => ({ http: 'GET', path: `/files/advice-materials/${target.thing('material to judge').id}` }),
    },
    {
      ...ownOrRead,
      operation: 'HTTP GET /files/advice/:id',
      ask: (target) => ({ http: 'GET', path: `/files/advice/${target.thing('given advice').id}` }),
    },
  ],
};
