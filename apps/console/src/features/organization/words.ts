import type { OrganizationStatus, OrganizationType, ParentRelation, SeatPost, Tier } from '../../generated/graphql';

/** The five tiers in the order in which they are always shown. */
export const TIERS: readonly Tier[] = ['SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT'];

/** Types of party organizations, from the committee down to the group. */
export const TYPES: readonly OrganizationType[] = [
  'FUNCTIONAL_COMMITTEE',
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PARTY_GROUP',
  'WORKING_GROUP',
  'LEADING_GROUP',
  'EXPERT_GROUP',
];

export const RELATIONS: readonly ParentRelation[] = ['LEADS', 'GUIDES'];
export const STATUSES: readonly OrganizationStatus[] = ['ACTIVE', 'PREPARING', 'DISSOLVED'];

/** Bodies that have a roster, and its posts in their order; the API refuses others. */
export const postsOf: Partial<Record<OrganizationType, readonly SeatPost[]>> = {
  FUNCTIONAL_COMMITTEE: ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'],
  LEADING_GROUP: ['LEADER', 'DEPUTY_LEADER', 'GROUP_MEMBER'],
  EXPERT_GROUP: ['LEADER', 'DEPUTY_LEADER', 'EXPERT'],
  WORKING_GROUP: ['LEADER', 'DEPUTY_LEADER', 'GROUP_MEMBER'],
};
