import { anywhere, readersOfUnits, staff } from '../who';
import { byId, mutation, namesOf, type Area, type Target } from '../table';

const day = { effectiveOn: '2026-09-18', basis: '〔2026〕1号' } as const;
const read = {
  of: 'tree',
  may: readersOfUnits,
  because: ['leads', 'published', 'register', 'client', 'hidden', 'association'],
} as const;
const change = { of: 'tree', may: staff, because: ['register', 'hidden', 'association'] } as const;
const unit = (target: Target) => target.thing('unit');
const versioned = (target: Target) => ({ id: unit(target).id, version: unit(target).version, ...day });

export const units: Area = {
  title: 'Units',
  rows: [
    { ...read, operation: 'Query unit', ask: (target) => byId('unit', unit(target).id, '{ name }') },
    {
      ...read,
      operation: 'Query units',
      // a unit is named after the organization responsible for it
      ask: () => ({ document: '{ units(first: 100) { nodes { organization { name } } } }' }),
      names: (data) =>
        (data['units'] as { nodes: { organization: { name: string } }[] }).nodes.map((node) => node.organization.name),
    },
    {
      ...read,
      operation: 'Query units',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { units(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: unit(target).name },
      }),
      shows: (data) => (data['units'] as { totalCount: number }).totalCount > 0,
    },
    {
      ...read,
      operation: 'Query units',
      aspect: 'as of a past day',
      ask: () => ({ document: '{ units(first: 100, asOf: "2026-09-10") { nodes { organization { name } } } }' }),
      names: (data) =>
        (data['units'] as { nodes: { organization: { name: string } }[] }).nodes.map((node) => node.organization.name),
    },
    {
      ...read,
      operation: 'Query units',
      aspect: 'with the cursor of another viewer',
      ask: (_, scene) => ({
        document: 'query ($after: String!) { units(first: 100, order: CODE, after: $after) { nodes { name } } }',
        variables: { after: scene.value('cursor of units') },
      }),
      names: (data) => namesOf('units')(data).map((name) => name.replace(/的单位$/, '')),
    },
    {
      of: 'whole',
      may: anywhere(readersOfUnits),
      because: read.because,
      operation: 'Query coverageFigures',
      ask: () => ({ document: '{ coverageFigures { total } }' }),
    },
    {
      ...read,
      operation: 'Edge Unit.operations',
      ask: (target) => byId('unit', unit(target).id, '{ operations(first: 5) { totalCount } }'),
    },
    {
      ...read,
      operation: 'Node Unit',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', unit(target).id, '{ ... on Unit { name } }'),
    },
    {
      ...change,
      operation: 'Mutation registerUnit',
      elsewhere: 'FORBIDDEN',
      because: ['register', 'known', 'administrators', 'association'],
      ask: ({ id }, { serial }) =>
        mutation('registerUnit', {
          ...day,
          organizationId: id,
          name: `新单位${serial}`,
          kind: 'OTHER',
          coverage: 'UNCOVERED',
        }),
    },
    {
      ...change,
      operation: 'Mutation changeUnit',
      ask: (target, { serial }) => mutation('changeUnit', { ...versioned(target), name: `改名单位${serial}` }),
    },
    {
      ...change,
      operation: 'Mutation changeUnit',
      aspect: 'to whose responsibility',
      elsewhere: 'FORBIDDEN',
      because: ['register', 'known', 'administrators', 'association'],
      ask: ({ id }, { home }) => mutation('changeUnit', { ...versioned(home), organizationId: id }),
    },
    {
      ...change,
      operation: 'Mutation changeUnitCoverage',
      ask: (target) => mutation('changeUnitCoverage', { ...versioned(target), coverage: 'LIAISON', liaison: '联络员' }),
    },
    { ...change, operation: 'Mutation closeUnit', ask: (target) => mutation('closeUnit', versioned(target)) },
  ],
};
