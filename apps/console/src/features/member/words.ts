import type { AffiliationKind, MemberStatus, Post } from '../../generated/graphql';

/** The words of the contract in the order in which people expect them. */
export const STATUSES = [
  'FULL',
  'PROBATIONARY',
  'CANDIDATE',
  'ACTIVIST',
  'APPLICANT',
] as const satisfies MemberStatus[];
export const AFFILIATION_KINDS = ['FORMAL', 'FUNCTIONAL'] as const satisfies AffiliationKind[];
export const POSTS = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION_MEMBER',
  'PUBLICITY_MEMBER',
  'DISCIPLINE_MEMBER',
  'COMMITTEE_MEMBER',
  'GROUP_LEADER',
] as const satisfies Post[];
