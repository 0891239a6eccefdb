import type { Area } from '../table';
import { anywhere, readersOfActivities, readersOfMembers } from '../who';

const months = 'from: "2026-01-01", to: "2026-12-31"';
const because = ['activities', 'published', 'client', 'hidden', 'association'] as const;
const whole = { of: 'whole', may: anywhere(readersOfActivities), because } as const;

export const figures: Area = {
  title: 'Figures',
  rows: [
    { ...whole, operation: 'Query figureRegister', ask: () => ({ document: '{ figureRegister { key } }' }) },
    {
      ...whole,
      operation: 'Query figures',
      ask: () => ({ document: `{ figures(${months}) { value figure { key } } }` }),
    },
    {
      ...whole,
      operation: 'Query figureTrend',
      ask: () => ({ document: `{ figureTrend(key: "activity.held", ${months}) { value } }` }),
    },
    {
      of: 'tree',
      may: readersOfActivities,
      because,
      operation: 'Query figureBreakdown',
      ask: ({ id }) => ({
        document: `query ($id: ID!) { figureBreakdown(key: "obligation.required", ${months}, within: $id) { own part } }`,
        variables: { id },
      }),
      shows: (data) =>
        (data['figureBreakdown'] as { own: boolean; part: number }[]).some(({ own, part }) => own && part > 0),
    },
    {
      of: 'tree',
      may: readersOfActivities,
      because,
      operation: 'Query figureRows',
      ask: ({ id }) => ({
        document: `query ($id: ID!) { figureRows(key: "obligation.required", ${months}, within: $id, reach: OWN, first: 1) {
          totalCount } }`,
        variables: { id },
      }),
      shows: (data) => (data['figureRows'] as { totalCount: number }).totalCount > 0,
    },
    {
      of: 'tree',
      may: readersOfMembers,
      because: ['members', 'client', 'hidden', 'association'],
      operation: 'Query memberStudy',
      ask: ({ id }) => ({
        document:
          'query ($id: ID!) { memberStudy(year: 2026, within: $id, first: 100) { nodes { organizationId } totalCount } }',
        variables: { id },
      }),
      shows: (data, { id }) =>
        (data['memberStudy'] as { nodes: { organizationId: string }[] }).nodes.some(
          ({ organizationId }) => organizationId === id,
        ),
    },
  ],
};
