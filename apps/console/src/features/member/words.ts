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

/** The columns of the ledger that can be chosen; the name always stands first. */
export const COLUMNS = [
  'status',
  'organization',
  'post',
  'affiliation',
  'gender',
  'birthDate',
  'education',
  'jobTitle',
  'joinedOn',
  'fullOn',
  'idNumber',
  'phone',
] as const;
export type MemberColumnKey = (typeof COLUMNS)[number];
