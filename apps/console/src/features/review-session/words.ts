import type { State } from '../../components/state-glyph';
import type { ReviewingBody, ReviewSessionFilter, SessionBody, SessionState } from '../../generated/graphql';

export const REVIEWERS: readonly ReviewingBody[] = ['FUNCTIONAL_COMMITTEE', 'LEADING_GROUP'];
export const BODIES: readonly SessionBody[] = ['PARTY', 'COUNCIL'];

/** The sign of each state: what waits for somebody stands out, what is over recedes. */
export const SIGNS: Readonly<Record<SessionState, State>> = {
  PLANNED: 'unplanned',
  NOTIFIED: 'planned',
  OPEN: 'pending',
  CLOSED: 'done',
  CANCELLED: 'waived',
};

/** The tabs of the ledger, and what each shows. */
export const TABS = ['ahead', 'over', 'all'] as const;
export type SessionTab = (typeof TABS)[number];
export const SHOWN: Readonly<Record<SessionTab, ReviewSessionFilter>> = {
  ahead: { states: ['PLANNED', 'NOTIFIED', 'OPEN'] },
  over: { states: ['CLOSED', 'CANCELLED'] },
  all: {},
};

/** The columns of the ledger beside the title. */
export const COLUMNS = ['when', 'place', 'body', 'items', 'state'] as const;

/** Roster and agenda may still be changed, and the session be cancelled. */
export const isPlanned = (state: SessionState): boolean => state === 'PLANNED' || state === 'NOTIFIED';
