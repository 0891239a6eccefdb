import type { State } from '../../components/state-glyph';
import type { ActivityKind, ActivityState } from '../../generated/graphql';

export const STATES: readonly ActivityState[] = ['DRAFT', 'SCHEDULED', 'HELD', 'RECORDED', 'POSTPONED', 'CANCELLED'];
export const KINDS: readonly ActivityKind[] = ['ORGANIZATION_LIFE', 'STUDY', 'DECISION', 'OTHER'];

/** The sign of each state. */
export const SIGNS: Readonly<Record<ActivityState, State>> = {
  DRAFT: 'unplanned',
  SCHEDULED: 'planned',
  HELD: 'pending',
  RECORDED: 'done',
  POSTPONED: 'waived',
  CANCELLED: 'waived',
};

/** The columns of the ledger beside the title. */
export const COLUMNS = ['organization', 'type', 'time', 'place', 'line', 'present', 'state'] as const;
export type ActivityColumnKey = (typeof COLUMNS)[number];
