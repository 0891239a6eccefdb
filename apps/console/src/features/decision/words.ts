import type { State } from '../../components/state-glyph';
import type { CouncilOutcome, MatterCategory, MatterState, Tier } from '../../generated/graphql';

export const CATEGORIES: readonly MatterCategory[] = [
  'MAJOR_DECISION',
  'MAJOR_DEPLOYMENT',
  'MAJOR_PROJECT',
  'LARGE_FUNDS',
  'INSTITUTION',
  'PERSONNEL',
];

export const STATES: readonly MatterState[] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'SCHEDULED',
  'REVIEWED',
  'FORWARDED',
  'DECIDED',
  'IN_EXECUTION',
  'CLOSED',
  'WITHDRAWN',
];

export const OUTCOMES: readonly CouncilOutcome[] = ['ADOPTED', 'ADOPTED_WITH_CHANGES', 'NOT_ADOPTED'];

export const TIERS: readonly Tier[] = ['SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT'];

/** The sign of each state: what waits for somebody stands out, what is over recedes. */
export const SIGNS: Readonly<Record<MatterState, State>> = {
  DRAFT: 'unplanned',
  SUBMITTED: 'pending',
  RETURNED: 'risk',
  ACCEPTED: 'planned',
  SCHEDULED: 'planned',
  REVIEWED: 'planned',
  FORWARDED: 'planned',
  DECIDED: 'done',
  IN_EXECUTION: 'planned',
  CLOSED: 'done',
  WITHDRAWN: 'waived',
};

/** The way of a matter, as its page shows it; withdrawn and returned ones stand where they came from. */
export const WAY = ['SUBMITTED', 'ACCEPTED', 'REVIEWED', 'FORWARDED', 'DECIDED', 'CLOSED'] as const;
const step: Readonly<Record<MatterState, number>> = {
  DRAFT: 0,
  RETURNED: 0,
  SUBMITTED: 1,
  ACCEPTED: 2,
  SCHEDULED: 2,
  REVIEWED: 3,
  FORWARDED: 4,
  DECIDED: 5,
  IN_EXECUTION: 5,
  CLOSED: 6,
  WITHDRAWN: 0,
};

/** How many steps of the way are behind it. */
export const stepsOf = (state: MatterState): number => step[state];
