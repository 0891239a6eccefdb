import type { Row } from '../table';
import { mutation, type Area, type May } from '../table';
import { anywhere, each, keepersOfVenues } from '../who';

const exporters = {
  BRANCH_SECRETARY: ['ASSOCIATION'],
  BRANCH_STAFF: ['ASSOCIATION'],
  COMMITTEE_STAFF: ['ASSOCIATION'],
  ASSOCIATION_STAFF: ['ASSOCIATION'],
  FOREIGN_UNIT: ['ASSOCIATION'],
} as const;
/** those who propose matters and write dispatches: people, not their systems */
const registrars = anywhere(keepersOfVenues);
const start: Pick<Row, 'of' | 'may' | 'because'> = { of: 'whole', may: exporters, because: ['leads', 'hidden'] };
const people = { ...start, because: ['members', 'hidden'] } as const;
const both = ['MINE', 'ANOTHERS'] as const;
const asking: May = {
  BRANCH_SECRETARY: ['MINE'],
  BRANCH_STAFF: ['MINE'],
  COMMITTEE_STAFF: ['MINE'],
  ASSOCIATION_STAFF: ['MINE'],
  FOREIGN_UNIT: ['MINE'],
};

/** That lists may be exported; what stands in the file is compared by `exported-rows.api-spec.ts`. */
export const exports: Area = {
  title: 'Exports',
  rows: [
    { ...start, operation: 'Mutation exportOrganizations', ask: () => mutation('exportOrganizations', {}) },
    { ...start, operation: 'Mutation exportUnits', ask: () => mutation('exportUnits', {}) },
    { ...start, operation: 'Mutation exportActivities', ask: () => mutation('exportActivities', {}) },
    {
      ...start,
      may: registrars,
      because: ['matters', 'hidden'],
      operation: 'Mutation exportMatters',
      ask: () => mutation('exportMatters', {}),
    },
    {
      ...start,
      may: registrars,
      because: ['dispatches', 'hidden'],
      operation: 'Mutation exportDispatches',
      ask: () => mutation('exportDispatches', {}),
    },
    { ...people, operation: 'Mutation exportMembers', ask: () => mutation('exportMembers', {}) },
    { ...people, operation: 'Mutation exportLeadershipTeams', ask: () => mutation('exportLeadershipTeams', {}) },
    { ...people, operation: 'Mutation exportElectionAlarms', ask: () => mutation('exportElectionAlarms', {}) },
    {
      ...start,
      because: ['largeExports', 'members', 'hidden'],
      operation: 'Mutation requestExport',
      ask: () => mutation('requestExport', { members: {}, reason: '报送年度党内统计' }),
      // the trial world is small
      stopsAt: ['EXPORT_NEEDS_NO_APPROVAL'],
    },
    {
      of: 'person',
      may: { ...each, SECURITY_ADMIN: both, AUDITOR: both },
      because: ['largeExports', 'own', 'administrators', 'association'],
      operation: 'Query exportRequests',
      ask: () => ({ document: '{ exportRequests(first: 100) { nodes { accountName } } }' }),
      names: (data) =>
        (data['exportRequests'] as { nodes: { accountName: string }[] }).nodes.map((one) => one.accountName),
    },
    {
      of: 'person',
      may: { SECURITY_ADMIN: ['ANOTHERS'] },
      because: ['largeExports', 'association'],
      operation: 'Mutation decideExportRequest',
      refused: { SECURITY_ADMIN: ['MINE'] },
      refusals: ['EXPORT_TWO_PEOPLE'],
      ask: (target) =>
        mutation('decideExportRequest', { id: target.thing('export request').id, approve: true, reason: '统计报送' }),
    },
    {
      of: 'person',
      may: asking,
      because: ['largeExports', 'own', 'association'],
      operation: 'Mutation fetchApprovedExport',
      ask: (target) => mutation('fetchApprovedExport', { id: target.thing('approved export').id }),
    },
  ],
};
