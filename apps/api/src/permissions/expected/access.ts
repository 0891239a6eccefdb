import { carried } from '../carried';
import { anywhere, each, everybody, everyone, guardians } from '../who';
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
/** they are led: what is above sees everything, and there is nothing to publish */
const publishedByNobody: May = {
  BRANCH_SECRETARY: ['OWN', 'CHILD'],
  BRANCH_STAFF: ['OWN', 'CHILD'],
  COMMITTEE_STAFF: ['OWN', 'CHILD'],
  FOREIGN_UNIT: ['CHILD'],
};
interface Role {
  readonly role: string;
  readonly permissions: readonly { readonly key: string; readonly reaches: readonly string[] }[];
}
const isAsCarried = (roles: readonly Role[]): boolean =>
  roles.length === Object.keys(carried).length &&
  roles.every(
    ({ role, permissions }) =>
      permissions.map(({ key, reaches }) => [key, ...[...reaches].sort()].join(' ')).join() === carried[role]?.join(),
  );
const stateOf = (data: Readonly<Record<string, unknown>>): string =>
  (data['decideEmergencyAccess'] as { state: string }).state;
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
      of: 'whole',
      may: everybody,
      because: ['grant', 'leads', 'register', 'administrators'],
      operation: 'Query accessVocabulary',
      aspect: 'what each role carries, and how far',
      ask: () => ({ document: '{ accessVocabulary { roles { role permissions { key reaches } } } }' }),
      shows: (data) => isAsCarried((data['accessVocabulary'] as { roles: readonly Role[] }).roles),
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
      of: 'whole',
      may: {},
      because: ['granting'],
      operation: 'Mutation grantRole',
      aspect: 'for a time that is over before it begins',
      refused: { SECURITY_ADMIN: ['ASSOCIATION'] },
      refusals: ['GRANT_PERIOD'],
      ask: (_, scene) =>
        mutation('grantRole', {
          accountId: scene.value('an account'),
          role: 'LEADER',
          organizationId: scene.home.id,
          since: '2027-03-01T00:00:00Z',
          until: '2027-02-01T00:00:00Z',
          basis,
        }),
    },
    {
      of: 'whole',
      may: {},
      because: ['granting'],
      operation: 'Mutation grantRole',
      aspect: 'for a time that is over',
      refused: { SECURITY_ADMIN: ['ASSOCIATION'] },
      refusals: ['GRANT_PERIOD'],
      ask: (_, scene) =>
        mutation('grantRole', {
          accountId: scene.value('an account'),
          role: 'LEADER',
          organizationId: scene.home.id,
          since: '2026-01-01T00:00:00Z',
          until: '2026-02-01T00:00:00Z',
          basis,
        }),
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
      of: 'whole',
      may: {},
      refused: anywhere(asking),
      refusals: ['EMERGENCY_ROLE'],
      because: ['emergency', 'administrators'],
      operation: 'Mutation requestEmergencyAccess',
      aspect: 'an administrator’s role',
      ask: (_, { home }) =>
        mutation('requestEmergencyAccess', { role: 'AUDITOR', organizationId: home.id, reason: '值班人员联系不上' }),
    },
    {
      of: 'person',
      may: deciding,
      because: ['emergency', 'association'],
      operation: 'Mutation decideEmergencyAccess',
      refused: { SYSTEM_ADMIN: ['MINE'], SECURITY_ADMIN: ['MINE'] },
      refusals: ['EMERGENCY_TWO_PEOPLE'],
      ask: (target) =>
        mutation('decideEmergencyAccess', { id: target.thing('emergency').id, confirm: true }, '{ state }'),
      shows: (data) => stateOf(data) === 'CONFIRMED',
    },
    {
      of: 'person',
      may: deciding,
      because: ['emergency', 'association'],
      operation: 'Mutation decideEmergencyAccess',
      aspect: 'refuse it',
      refused: { SYSTEM_ADMIN: ['MINE'], SECURITY_ADMIN: ['MINE'] },
      refusals: ['EMERGENCY_TWO_PEOPLE'],
      ask: (target) =>
        mutation('decideEmergencyAccess', { id: target.thing('emergency').id, confirm: false }, '{ state }'),
      shows: (data) => stateOf(data) === 'REFUSED',
    },
    {
      of: 'person',
      may: { SYSTEM_ADMIN: [], SECURITY_ADMIN: [] },
      because: ['emergency', 'association'],
      operation: 'Mutation decideEmergencyAccess',
      aspect: 'after its hour',
      refused: { SYSTEM_ADMIN: both, SECURITY_ADMIN: both },
      refusals: ['EMERGENCY_TWO_PEOPLE', 'EMERGENCY_LAPSED'],
      ask: (target) => mutation('decideEmergencyAccess', { id: target.thing('lapsed emergency').id, confirm: true }),
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
        FOREIGN_UNIT: ['OWN'],
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
      // of these organizations only the member unit's own is guided by another
      may: { ...publishing, FOREIGN_UNIT: ['OWN'] },
      refused: publishedByNobody,
      refusals: ['NOT_GUIDED'],
      elsewhere: 'FORBIDDEN',
      because: ['publishing', 'known', 'association'],
      operation: 'Mutation publish',
      ask: ({ id }) => mutation('publish', { organizationId: id, subject: 'ORGANIZATION', basis }, '{ guided }'),
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
