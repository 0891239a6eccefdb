import type { State } from '../../components/state-glyph';
import type { CoverageKind, UnitKind } from '../../generated/graphql';

/** Kinds of units, from the association's own outwards. */
export const KINDS: readonly UnitKind[] = [
  'INTERNAL_DEPARTMENT',
  'OWNED_ENTERPRISE',
  'BRANCH_INSTITUTION',
  'MEMBER_COMPANY',
  'MEMBER_INSTITUTION',
  'MEMBER_SOCIAL_ORGANIZATION',
  'OTHER',
];

/** Ways of coverage, from the closest to none: the order of bars, legends and filters. */
export const COVERAGES: readonly CoverageKind[] = ['OWN_ORGANIZATION', 'JOINT_ORGANIZATION', 'LIAISON', 'UNCOVERED'];

/** The sign of each way in the console's vocabulary of states. */
export const coverageState: Readonly<Record<CoverageKind, State>> = {
  OWN_ORGANIZATION: 'done',
  JOINT_ORGANIZATION: 'pending',
  LIAISON: 'planned',
  UNCOVERED: 'unplanned',
};
