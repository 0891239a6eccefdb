import { anywhere, everybody, keepersOfActivities, readersOfActivities, waiversOfObligations } from '../who';
import { byId, mutation, type Area, type Target } from '../table';

const read = {
  of: 'tree',
  may: readersOfActivities,
  because: ['activities', 'published', 'client', 'hidden', 'association'],
} as const;
const waive = {
  of: 'tree',
  ...waiversOfObligations,
  refusals: ['OWN_OBLIGATION'],
  because: ['waiving', 'activities', 'known', 'hidden', 'association'],
} as const;
const year = 'from: "2026-01-01", to: "2026-12-31", by: QUARTER';
const obligation = (target: Target) => target.thing('obligation');

export const obligations: Area = {
  title: 'Obligations',
  rows: [
    {
      ...read,
      operation: 'Query obligation',
      ask: (target) => byId('obligation', obligation(target).id, '{ state }'),
    },
    {
      ...read,
      operation: 'Query obligations',
      ask: () => ({ document: '{ obligations(first: 100) { nodes { organization { name } } } }' }),
      names: (data) =>
        (data['obligations'] as { nodes: { organization: { name: string } }[] }).nodes.map(
          ({ organization }) => organization.name,
        ),
    },
    {
      ...read,
      operation: 'Query obligations',
      aspect: 'count of a filter',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { obligations(first: 5, filter: { organizationId: $id }) { totalCount } }',
        variables: { id },
      }),
      shows: (data) => (data['obligations'] as { totalCount: number }).totalCount > 0,
    },
    {
      ...read,
      operation: 'Query complianceBoard',
      ask: () => ({ document: `{ complianceBoard(${year}, first: 100) { rows { name } } }` }),
      names: (data) => (data['complianceBoard'] as { rows: { name: string }[] }).rows.map(({ name }) => name),
    },
    {
      of: 'whole',
      may: anywhere(readersOfActivities),
      because: read.because,
      operation: 'Query complianceBoard',
      aspect: 'counts',
      ask: () => ({ document: `{ complianceBoard(${year}, first: 1) { counts { total } } }` }),
    },
    {
      ...read,
      operation: 'Node Obligation',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', obligation(target).id, '{ ... on Obligation { state } }'),
    },
    {
      ...waive,
      operation: 'Mutation waiveObligation',
      ask: (target) => mutation('waiveObligation', { id: obligation(target).id, version: 1, reason: '全员驻外' }),
    },
    {
      ...waive,
      operation: 'Mutation withdrawWaiver',
      ask: (target) =>
        mutation('withdrawWaiver', { id: target.thing('waived obligation').id, version: 1, reason: '已返回' }),
    },
    {
      of: 'tree',
      may: keepersOfActivities,
      known: { COMMITTEE_STAFF: ['PUBLISHED'] },
      because: ['activities', 'client', 'known', 'hidden', 'association'],
      operation: 'Mutation nudgeObligation',
      ask: (target) => mutation('nudgeObligation', { id: obligation(target).id }),
      // whoever alone answers for an organization has nobody to urge
      stopsAt: ['NOBODY_TO_NUDGE'],
    },
    {
      of: 'whole',
      may: everybody,
      because: ['rules'],
      operation: 'Query cadences',
      ask: () => ({ document: '{ cadences(first: 5) { nodes { ruleKey } } }' }),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['rules'],
      operation: 'Node Cadence',
      ask: (_, scene) => byId('node', scene.value('a cadence'), '{ ... on Cadence { ruleKey } }'),
    },
  ],
};
