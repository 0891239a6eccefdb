import type { Row } from '../table';
import { mutation, type Area } from '../table';

const exporters = {
  BRANCH_SECRETARY: ['ASSOCIATION'],
  BRANCH_STAFF: ['ASSOCIATION'],
  COMMITTEE_STAFF: ['ASSOCIATION'],
  ASSOCIATION_STAFF: ['ASSOCIATION'],
  FOREIGN_UNIT: ['ASSOCIATION'],
} as const;
const start: Pick<Row, 'of' | 'may' | 'because'> = { of: 'whole', may: exporters, because: ['leads', 'hidden'] };
const people = { ...start, because: ['members', 'hidden'] } as const;

/** That lists may be exported; what stands in the file is compared by `exported-rows.api-spec.ts`. */
export const exports: Area = {
  title: 'Exports',
  rows: [
    { ...start, operation: 'Mutation exportOrganizations', ask: () => mutation('exportOrganizations', {}) },
    { ...start, operation: 'Mutation exportUnits', ask: () => mutation('exportUnits', {}) },
    { ...people, operation: 'Mutation exportMembers', ask: () => mutation('exportMembers', {}) },
    { ...people, operation: 'Mutation exportLeadershipTeams', ask: () => mutation('exportLeadershipTeams', {}) },
    { ...people, operation: 'Mutation exportElectionAlarms', ask: () => mutation('exportElectionAlarms', {}) },
  ],
};
