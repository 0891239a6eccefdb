import type { State } from '../../components/state-glyph';
import type { ActivityState, ObligationState, Period } from '../../generated/graphql';

/** The states in the order of the legend. */
export const STATES: readonly ObligationState[] = [
  'DONE',
  'AWAITING_RECORD',
  'PLANNED',
  'AT_RISK',
  'LATE',
  'UNPLANNED',
  'WAIVED',
];

/** The signs of the states. */
export const signOf: Record<ObligationState, State> = {
  DONE: 'done',
  AWAITING_RECORD: 'pending',
  PLANNED: 'planned',
  AT_RISK: 'risk',
  LATE: 'late',
  UNPLANNED: 'unplanned',
  WAIVED: 'waived',
};

/** In these whoever must act can be urged. */
export const nudged: readonly ObligationState[] = ['LATE', 'AT_RISK', 'AWAITING_RECORD', 'UNPLANNED'];

/** The signs of activities, in the same vocabulary. */
export const activitySign: Record<ActivityState, State> = {
  DRAFT: 'unplanned',
  SCHEDULED: 'planned',
  HELD: 'pending',
  RECORDED: 'done',
  POSTPONED: 'late',
  CANCELLED: 'late',
};

/** What a column can be. */
export const SPANS = ['MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly Period[];
export type BoardSpan = (typeof SPANS)[number];
