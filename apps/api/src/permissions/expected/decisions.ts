import { byId, mutation, type Area, type Target } from '../table';
import { associationStaff, everybody, keepersOfActivities, readersOfMatters } from '../who';
import { counting, placed } from './lists';

const read = {
  of: 'tree',
  may: readersOfMatters,
  because: ['matters', 'client', 'hidden', 'association'],
} as const;
const propose = {
  of: 'tree',
  may: keepersOfActivities,
  // what lies across a GUIDES edge is read, and proposed by whoever stands there
  known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
  because: ['matters', 'client', 'known', 'hidden', 'association'],
} as const;
/** what was never submitted is known to those who propose there, and to nobody else */
const draft = {
  of: 'tree',
  may: keepersOfActivities,
  because: ['unsubmitted', 'client', 'hidden', 'association'],
} as const;
/** who reads matters and proposes none finds no draft */
const draftRead = {
  ...draft,
  may: { ...keepersOfActivities, COMMITTEE_MEMBER: [], DISCIPLINE_OFFICER: [], LEADER: [] },
};
const conduct = {
  of: 'tree',
  may: { ASSOCIATION_STAFF: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] },
  because: ['conducting', 'association'],
} as const;
const rule = { of: 'whole', may: everybody, because: ['rules'] } as const;
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const matter = (target: Target) => target.thing('matter');
const brought = (target: Target) => target.thing('submitted matter');
const submitted = (target: Target) => versioned(brought(target));
const reason = '补充资金来源';
const noFile = 'File_01a0b250448072e797045eeed793b020';

export const decisions: Area = {
  title: 'Major decisions',
  rows: [
    {
      ...rule,
      operation: 'Query reviewRules',
      ask: () => ({ document: '{ reviewRules { versionNo } }' }),
    },
    {
      ...rule,
      operation: 'Query reviewRuleFor',
      ask: (_, { home }) => ({
        document:
          'query ($at: ID!) { reviewRuleFor(category: PERSONNEL, organizationId: $at) { versionNo } session { expiresAt } }',
        variables: { at: home.id },
      }),
      shows: () => true,
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['rules', 'administrators'],
      operation: 'Mutation setReviewRules',
      ask: () =>
        mutation('setReviewRules', {
          category: 'PERSONNEL',
          tier: 'COUNCIL',
          versionNo: 99,
          basis: '党委会〔2026〕9号',
          effectiveFrom: '2026-12-01',
          bands: [
            {
              amountFrom: '0',
              reviewRequired: true,
              reviewingBody: 'FUNCTIONAL_COMMITTEE',
              materials: ['议题申请表'],
              daysAhead: 3,
              presence: '>= 2/3',
              majorityBase: 'ENTITLED',
              majority: '> 1/2',
              ballot: 'SECRET',
              speakingOrder: 'EVERYONE_CHAIR_LAST',
              expertOpinion: false,
              legalCheck: false,
              decidingBody: 'COUNCIL',
              urgentDays: 7,
            },
          ],
        }),
      stopsAt: ['REVIEW_RULE_CHANGED'],
    },
    {
      of: 'whole',
      may: everybody,
      because: ['numbers'],
      operation: 'Query documentNumbers',
      ask: () => ({ document: '{ documentNumbers(first: 1) { totalCount } }' }),
      shows: () => true,
    },
    { ...read, operation: 'Query matter', ask: (target) => byId('matter', brought(target).id, '{ title }') },
    {
      ...read,
      operation: 'Query matters',
      ask: () => ({
        document: '{ matters(first: 100, filter: { states: [SUBMITTED] }) { nodes { organization { name } } } }',
      }),
      names: placed('matters'),
    },
    {
      ...read,
      operation: 'Query matters',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { matters(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: brought(target).name },
      }),
      shows: counting('matters'),
    },
    {
      ...read,
      operation: 'Query matterSplitting',
      ask: (target) => byId('matterSplitting', brought(target).id, '{ sign }'),
      shows: () => true,
    },
    {
      ...read,
      operation: 'Node Matter',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', brought(target).id, '{ ... on Matter { title } }'),
    },
    {
      ...read,
      operation: 'HTTP GET /files/matters/:id',
      ask: (target) => ({ http: 'GET', path: `/files/matters/${target.thing('submitted material').id}` }),
    },
    {
      ...draftRead,
      operation: 'Query matter',
      aspect: 'a draft',
      ask: (target) => byId('matter', matter(target).id, '{ title }'),
    },
    {
      ...draftRead,
      operation: 'Query matters',
      aspect: 'count of drafts',
      ask: (target) => ({
        document: 'query ($search: String!) { matters(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: matter(target).name },
      }),
      shows: counting('matters'),
    },
    {
      ...draftRead,
      operation: 'HTTP GET /files/matters/:id',
      aspect: 'of a draft',
      ask: (target) => ({ http: 'GET', path: `/files/matters/${target.thing('material').id}` }),
    },
    {
      ...read,
      operation: 'HTTP GET /files/matters/:id/export.zip',
      ask: (target) => ({ http: 'GET', path: `/files/matters/${brought(target).id}/export.zip` }),
    },
    {
      ...draftRead,
      operation: 'HTTP GET /files/matters/:id/export.zip',
      aspect: 'of a draft',
      ask: (target) => ({ http: 'GET', path: `/files/matters/${matter(target).id}/export.zip` }),
    },
    {
      ...propose,
      operation: 'Mutation draftMatter',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }, { serial }) =>
        mutation('draftMatter', { organizationId: id, category: 'PERSONNEL', title: `事项${serial}` }),
    },
    {
      ...draft,
      operation: 'Mutation changeMatter',
      ask: (target) => mutation('changeMatter', { ...versioned(matter(target)), title: '改名的事项' }),
    },
    {
      ...draft,
      operation: 'Mutation addMatterMaterial',
      ask: (target) =>
        mutation('addMatterMaterial', { ...versioned(matter(target)), kind: '议题申请表', fileId: noFile }),
      // who may hand in is asked before what
      stopsAt: ['MATTER_FILE_UNKNOWN'],
    },
    {
      ...draft,
      operation: 'Mutation removeMatterMaterial',
      ask: (target) =>
        mutation('removeMatterMaterial', {
          ...versioned(matter(target)),
          materialId: target.thing('material').id,
        }),
    },
    {
      ...draft,
      operation: 'Mutation submitMatter',
      ask: (target) => mutation('submitMatter', versioned(matter(target))),
      // which rule there is, and what it needs, is a matter of the domain
      stopsAt: ['MATTER_INCOMPLETE', 'MATTER_NO_RULE'],
    },
    {
      ...draft,
      operation: 'Mutation withdrawMatter',
      ask: (target) => mutation('withdrawMatter', { ...versioned(matter(target)), reason }),
    },
    { ...conduct, operation: 'Mutation acceptMatter', ask: (target) => mutation('acceptMatter', submitted(target)) },
    {
      ...conduct,
      operation: 'Mutation returnMatter',
      ask: (target) => mutation('returnMatter', { ...submitted(target), reason }),
    },
    {
      ...conduct,
      operation: 'Mutation placeOnCouncilAgenda',
      ask: (target) => mutation('placeOnCouncilAgenda', { ...submitted(target), meetingOn: '2026-12-01' }),
      // the gate is a rule of the domain, and asked after the rights
      stopsAt: ['MATTER_GATE'],
    },
    {
      ...conduct,
      operation: 'Mutation recordCouncilOutcome',
      ask: (target) =>
        mutation('recordCouncilOutcome', { ...submitted(target), outcome: 'ADOPTED', decidedOn: '2026-09-18' }),
      stopsAt: ['MATTER_GATE'],
    },
  ],
};
