import { each, everybody, everyone, guardians } from '../who';
import { byId, mutation, type Area, type May, type Target } from '../table';

const wholeTree = ['OWN', 'CHILD', 'ANCESTOR', 'SIBLING', 'PUBLISHED', 'UNPUBLISHED'] as const;
const both = ['MINE', 'ANOTHERS'] as const;
const guardiansOfPersons: May = { SECURITY_ADMIN: both, AUDITOR: both };
const persons = {
  of: 'person',
  may: guardiansOfPersons,
  because: ['administrators', 'granting', 'association'],
} as const;
const granting = { ...persons, may: { SECURITY_ADMIN: ['ANOTHERS'] }, because: ['granting', 'association'] } as const;
const deciding = { SYSTEM_ADMIN: ['ANOTHERS'], SECURITY_ADMIN: ['ANOTHERS'] } as const;
const asking: May = {
  BRANCH_SECRETARY: wholeTree,
  BRANCH_STAFF: wholeTree,
  COMMITTEE_STAFF: wholeTree,
  ASSOCIATION_STAFF: wholeTree,
  SYSTEM_ADMIN: wholeTree,
  SECURITY_ADMIN: wholeTree,
  FOREIGN_UNIT: wholeTree,
};
/** their own organization's secretary and staff, not those who guide it, and not by a grant for the association */
const publishing: May = {
  BRANCH_SECRETARY: ['OWN', 'CHILD'],
  BRANCH_STAFF: ['OWN', 'CHILD'],
  COMMITTEE_STAFF: ['OWN', 'CHILD'],
  FOREIGN_UNIT: ['OWN', 'CHILD'],
};
const account = (target: Target) => target.thing('account').id;
const basis = '〔2026〕1号';

export const access: Area = {
  title: 'Rights: grants, emergency access, publications',
  rows: [
    {
      ...persons,
      operation: 'Query grantees',
      ask: () => ({ document: '{ grantees(first: 100) { nodes { name } } }' }),
      names: (data) => (data['grantees'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name),
    },
    { ...persons, operation: 'Query grantee', ask: (target) => byId('grantee', account(target), '{ name }') },
    {
      of: 'person',
      may: { ...each, ...guardiansOfPersons },
      because: ['own', 'administrators', 'association'],
      operation: 'Query accessGrants',
      ask: (target) => ({
        document: 'query ($id: ID!) { accessGrants(first: 5, filter: { accountId: $id }) { totalCount } }',
        variables: { id: account(target) },
      }),
      shows: (data) => (data['accessGrants'] as { totalCount: number }).totalCount > 0,
    },
    {
      of: 'tree',
      may: guardians,
      because: ['administrators', 'granting', 'association'],
      operation: 'Query rightsAt',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { rightsAt(organizationId: $id) { accountName } }',
        variables: { id },
      }),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['own'],
      operation: 'Query accessVocabulary',
      ask: () => ({ document: '{ accessVocabulary { roles { role } } }' }),
    },
    {
      ...granting,
      operation: 'Mutation grantRole',
      aspect: 'to whom',
      refused: { SECURITY_ADMIN: ['MINE'] },
      refusals: ['GRANT_TO_ONESELF'],
      ask: (target, { home }) =>
        mutation('grantRole', { accountId: account(target), role: 'EXPERT', organizationId: home.id, basis }),
    },
    {
      of: 'tree',
      may: { SECURITY_ADMIN: wholeTree },
      because: ['granting', 'association'],
      operation: 'Mutation grantRole',
      aspect: 'where',
      ask: ({ id }, scene) =>
        mutation('grantRole', { accountId: scene.value('an account'), role: 'LEADER', organizationId: id, basis }),
    },
    {
      of: 'whole',
      may: {},
      because: ['granting'],
      operation: 'Mutation grantRole',
      aspect: 'an administrator’s role',
      refused: { SECURITY_ADMIN: ['ASSOCIATION'] },
      refusals: ['GRANT_ABOVE_ONESELF'],
      ask: (_, scene) => mutation('grantRole', { accountId: scene.value('an account'), role: 'AUDITOR', basis }),
    },
    {
      ...granting,
      operation: 'Mutation revokeGrant',
      refused: { SECURITY_ADMIN: ['MINE'] },
      refusals: ['GRANT_ABOVE_ONESELF'],
      ask: (target) => mutation('revokeGrant', { id: target.thing('grant').id, basis }),
    },
    {
      of: 'person',
      may: { ...each, ...guardiansOfPersons, SYSTEM_ADMIN: both },
      because: ['emergency', 'own', 'administrators', 'association'],
      operation: 'Query emergencyRequests',
      ask: () => ({ document: '{ emergencyRequests(first: 100) { nodes { accountName } } }' }),
      names: (data) =>
        (data['emergencyRequests'] as { nodes: { accountName: string }[] }).nodes.map((one) => one.accountName),
    },
    {
      of: 'tree',
      may: asking,
      because: ['emergency', 'association'],
      operation: 'Mutation requestEmergencyAccess',
      ask: ({ id }) =>
        mutation('requestEmergencyAccess', { role: 'EXPERT', organizationId: id, reason: '值班人员联系不上' }),
    },
    {
      of: 'person',
      may: deciding,
      because: ['emergency', 'association'],
      operation: 'Mutation decideEmergencyAccess',
      refused: { SYSTEM_ADMIN: ['MINE'], SECURITY_ADMIN: ['MINE'] },
      refusals: ['EMERGENCY_TWO_PEOPLE'],
      ask: (target) => mutation('decideEmergencyAccess', { id: target.thing('emergency').id, confirm: true }),
    },
    {
      of: 'tree',
      // published to the committee: to its readers and those of its own, and to whoever keeps the register
      may: {
        COMMITTEE_STAFF: ['PUBLISHED'],
        COMMITTEE_MEMBER: ['PUBLISHED'],
        DISCIPLINE_OFFICER: ['PUBLISHED'],
        LEADER: ['PUBLISHED'],
        ASSOCIATION_STAFF: ['PUBLISHED'],
      },
      others: 'NOT_FOUND',
      because: ['published', 'hidden', 'association'],
      operation: 'Query publications',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { publications(organizationId: $id) { publications { subject } } }',
        variables: { id },
      }),
      shows: (data) => (data['publications'] as { publications: object[] }).publications.length > 0,
    },
    {
      of: 'tree',
      may: everyone,
      because: ['identity', 'association'],
      operation: 'Query publications',
      aspect: 'whether it is guided',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { publications(organizationId: $id) { guided } }',
        variables: { id },
      }),
    },
    {
      of: 'tree',
      may: publishing,
      elsewhere: 'FORBIDDEN',
      because: ['publishing', 'known', 'association'],
      operation: 'Mutation publish',
      ask: ({ id }) => mutation('publish', { organizationId: id, subject: 'UNIT', basis }, '{ guided }'),
      stopsAt: ['NOT_GUIDED'],
    },
    {
      of: 'tree',
      may: publishing,
      known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
      because: ['publishing', 'hidden', 'association'],
      operation: 'Mutation withdrawPublication',
      ask: (target) => mutation('withdrawPublication', { id: target.thing('publication').id, basis }, '{ guided }'),
    },
  ],
};
