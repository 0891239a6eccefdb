import type { ActivityKind, Entitled, OrganizationType, Period, TermKind, VenueKind } from '../../generated/graphql';

export const ACTIVITY_KINDS: readonly ActivityKind[] = ['ORGANIZATION_LIFE', 'STUDY', 'DECISION', 'OTHER'];
export const ENTITLED: readonly Entitled[] = ['ALL_MEMBERS', 'FULL_MEMBERS', 'COMMITTEE', 'INVITED'];
/** Activities are sorted by the first three; indicators of assessment are tagged with the others. */
export const TERM_KINDS: readonly TermKind[] = ['TOPIC', 'LINE', 'FORM', 'WORK_STYLE', 'MEETING_STYLE', 'CULTURE'];
export const TAG_KINDS: readonly TermKind[] = TERM_KINDS.slice(3);
export const PERIODS: readonly Period[] = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];
export const VENUE_KINDS: readonly VenueKind[] = [
  'MEETING_ROOM',
  'ACTIVITY_ROOM',
  'EXHIBITION_ROOM',
  'WARNING_ROOM',
  'FORUM',
  'BASE',
  'OTHER',
];
export const ORGANIZATION_TYPES: readonly OrganizationType[] = [
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
