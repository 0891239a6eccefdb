import { staff } from '../who';
import { mutation, type Area, type Row, type Target } from '../table';

const day = { effectiveOn: '2026-09-18', basis: '〔2026〕1号' } as const;
const versioned = ({ id, version }: Target) => ({ id, version, ...day });

/** A change of an organization, which everyone knows to be there. */
const change = {
  of: 'tree',
  may: staff,
  elsewhere: 'FORBIDDEN',
  because: ['register', 'known', 'administrators', 'association'],
} as const;

/** A rule may stand in the way of what one may do; a missing right is told among the refusals, too. */
const allowed = (data: Readonly<Record<string, unknown>>): boolean =>
  !/permission|no such|does not exist/.test(JSON.stringify(data));

const consequences: readonly Row[] = [
  {
    ...change,
    operation: 'Query moveConsequences',
    ask: ({ id }, { home }) => ({
      document: 'query ($input: MoveConsequencesInput!) { moveConsequences(input: $input) { organizationCount } }',
      variables: { input: { id, parentId: home.id, relation: 'LEADS' } },
    }),
  },
  {
    ...change,
    operation: 'Query mergeConsequences',
    elsewhere: 'NOT_FOUND',
    ask: (target, { home }) => ({
      document:
        'query ($input: MergeOrganizationsInput!) { mergeConsequences(input: $input) { organizationCount refusals { en } } }',
      variables: { input: merge(target, home) },
    }),
    shows: allowed,
  },
  {
    ...change,
    operation: 'Query undoConsequences',
    elsewhere: 'NOT_FOUND',
    ask: (target) => ({
      document: 'query ($id: ID!) { undoConsequences(operationId: $id) { organizationCount } }',
      variables: { id: target.thing('renaming').id },
    }),
    // what is refused is told among the refusals, of what is not there that it is not there
    shows: (data) => (data['undoConsequences'] as { organizationCount: number }).organizationCount > 0,
  },
  {
    ...change,
    operation: 'Query withdrawConsequences',
    elsewhere: 'NOT_FOUND',
    ask: (target) => ({
      document: 'query ($id: ID!) { withdrawConsequences(operationId: $id) { organizationCount refusals { en } } }',
      variables: { id: target.thing('pending').id },
    }),
    shows: allowed,
  },
  {
    ...change,
    operation: 'Query dissolveConsequences',
    ask: (target) => ({
      document:
        'query ($input: DissolveOrganizationInput!) { dissolveConsequences(input: $input) { organizationCount refusals { en } } }',
      variables: { input: versioned(target) },
    }),
    elsewhere: 'NOT_FOUND',
    shows: allowed,
  },
  {
    ...change,
    operation: 'Query splitConsequences',
    ask: (target, { serial }) => ({
      document:
        'query ($input: SplitOrganizationInput!) { splitConsequences(input: $input) { organizationCount refusals { en } } }',
      variables: {
        input: {
          ...versioned(target),
          placement: 'BELOW',
          newOrganizations: [{ code: `S-${serial}`, name: `拆出${serial}`, type: 'BRANCH' }],
        },
      },
    }),
    elsewhere: 'NOT_FOUND',
    shows: allowed,
  },
];

function merge(target: Target, into: Target): Record<string, unknown> {
  const versions = [into, target].map(({ id, version }) => ({ id, version }));
  return { intoId: into.id, ids: [target.id], versions, ...day };
}

const founding = {
  of: 'whole',
  // a branch has groups below it and no branches
  refused: { BRANCH_STAFF: ['ASSOCIATION'] },
  refusals: ['TYPE_UNDER_TYPE'],
  because: ['register', 'leads', 'known', 'administrators'],
  operation: 'Mutation foundOrganization',
  shows: (data: Readonly<Record<string, unknown>>): boolean =>
    (data['foundOrganization'] as { viewerCan: { export: boolean } }).viewerCan.export,
} as const;
const foundedBelow = (parentId: string, serial: number, relation: 'LEADS' | 'GUIDES') =>
  mutation(
    'foundOrganization',
    { ...day, parentId, relation, type: 'BRANCH', code: `N-${serial}`, name: `新支部${serial}` },
    '{ viewerCan { export } }',
  );
const changes: readonly Row[] = [
  {
    ...change,
    operation: 'Mutation foundOrganization',
    ask: ({ id }, { serial }) =>
      mutation('foundOrganization', {
        ...day,
        parentId: id,
        relation: 'LEADS',
        type: 'BRANCH',
        code: `N-${serial}`,
        name: `新支部${serial}`,
      }),
    stopsAt: ['GROUP_HAS_NO_CHILDREN', 'TYPE_UNDER_TYPE'],
  },
  {
    ...founding,
    // what was founded is led as well: staff can export it
    may: { COMMITTEE_STAFF: ['ASSOCIATION'], ASSOCIATION_STAFF: ['ASSOCIATION'] },
    aspect: 'led, and what one may do there',
    ask: (_, { home, serial }) => foundedBelow(home.id, serial, 'LEADS'),
  },
  {
    ...founding,
    // across a GUIDES edge staff keep the register, and export nothing
    may: { COMMITTEE_STAFF: [], ASSOCIATION_STAFF: ['ASSOCIATION'] },
    aspect: 'guided, and what one may do there',
    ask: (_, { home, serial }) => foundedBelow(home.id, serial, 'GUIDES'),
  },
  {
    ...change,
    operation: 'Mutation renameOrganization',
    ask: (target, { serial }) =>
      mutation('renameOrganization', { ...versioned(target), name: `改名${serial}` }, '{ name }'),
  },
  {
    ...change,
    operation: 'Mutation changeOrganizationType',
    ask: (target) => mutation('changeOrganizationType', { ...versioned(target), type: 'GENERAL_BRANCH' }),
    stopsAt: ['TYPE_ABOVE_CHILDREN', 'TYPE_UNDER_TYPE', 'ROOT_TYPE'],
  },
  {
    ...change,
    operation: 'Mutation moveOrganization',
    aspect: 'what is moved',
    ask: (target, { home }) =>
      mutation('moveOrganization', { ...versioned(target), parentId: home.id, relation: 'LEADS' }),
    stopsAt: ['MOVE_BELOW_ITSELF', 'NOTHING_CHANGES', 'TYPE_UNDER_TYPE', 'ROOT_STAYS'],
  },
  {
    ...change,
    operation: 'Mutation moveOrganization',
    aspect: 'where to',
    ask: ({ id }, { home }) => mutation('moveOrganization', { ...versioned(home), parentId: id, relation: 'LEADS' }),
    stopsAt: ['MOVE_BELOW_ITSELF', 'NOTHING_CHANGES', 'TYPE_UNDER_TYPE', 'ROOT_STAYS'],
  },
  {
    ...change,
    operation: 'Mutation dissolveOrganization',
    ask: (target) => mutation('dissolveOrganization', versioned(target)),
    stopsAt: [
      'HAS_CHILDREN',
      'ORGANIZATION_HAS_UNITS',
      'ORGANIZATION_HAS_MEMBERS',
      'ORGANIZATION_HAS_STAFF',
      'ROOT_STAYS',
    ],
  },
  {
    ...change,
    operation: 'Mutation mergeOrganizations',
    aspect: 'what is merged',
    ask: (target, { home }) => mutation('mergeOrganizations', merge(target, home)),
    stopsAt: [
      'MERGE_ITSELF',
      'ORGANIZATION_HAS_UNITS',
      'ORGANIZATION_HAS_MEMBERS',
      'ORGANIZATION_HAS_STAFF',
      'TYPE_UNDER_TYPE',
    ],
  },
  {
    ...change,
    operation: 'Mutation splitOrganization',
    ask: (target, { serial }) =>
      mutation('splitOrganization', {
        ...versioned(target),
        placement: 'BELOW',
        newOrganizations: [{ code: `S-${serial}`, name: `拆出${serial}`, type: 'BRANCH' }],
      }),
    stopsAt: ['GROUP_HAS_NO_CHILDREN', 'TYPE_UNDER_TYPE'],
  },
  {
    ...change,
    operation: 'Mutation undoOperation',
    elsewhere: 'NOT_FOUND',
    ask: (target) => mutation('undoOperation', { operationId: target.thing('renaming').id, basis: day.basis }),
  },
  {
    ...change,
    operation: 'Mutation withdrawPendingOperation',
    elsewhere: 'NOT_FOUND',
    ask: (target) => ({
      document: 'mutation ($input: UndoOperationInput!) { withdrawPendingOperation(input: $input) { id } }',
      variables: { input: { operationId: target.thing('pending').id, basis: day.basis } },
    }),
  },
  {
    ...change,
    operation: 'Mutation fillSeat',
    ask: ({ id }, { serial }) =>
      mutation('fillSeat', {
        organizationId: id,
        post: 'COMMITTEE_MEMBER',
        personName: `新委员${serial}`,
        since: day.effectiveOn,
        basis: day.basis,
      }),
    stopsAt: ['SEAT_POST'],
  },
  {
    ...change,
    operation: 'Mutation vacateSeat',
    elsewhere: 'NOT_FOUND',
    ask: (target) => {
      const { id, version } = target.thing('seat');
      return mutation('vacateSeat', { id, version, until: day.effectiveOn });
    },
  },
];

export const organizationChanges: Area = {
  title: 'Changes of organizations',
  rows: [...consequences, ...changes],
};
