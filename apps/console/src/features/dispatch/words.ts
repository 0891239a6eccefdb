import type { State } from '../../components/state-glyph';
import type { DispatchFilter, DispatchKind, DispatchOutcome, DispatchState } from '../../generated/graphql';

export const KINDS: readonly DispatchKind[] = ['REQUEST', 'REPORT'];
export const OUTCOMES: readonly DispatchOutcome[] = ['APPROVED', 'APPROVED_WITH_CHANGES', 'NOT_APPROVED'];

/** The sign of each state. */
export const SIGNS: Readonly<Record<DispatchState, State>> = {
  DRAFT: 'unplanned',
  ISSUED: 'planned',
  RECEIVED: 'pending',
  REPLIED: 'pending',
  CLOSED: 'done',
  WITHDRAWN: 'waived',
};

/** The tabs of the ledger, and what each shows. */
export const TABS = ['waiting', 'underway', 'closed', 'all'] as const;
export type DispatchTab = (typeof TABS)[number];
export const SHOWN: Readonly<Record<DispatchTab, DispatchFilter>> = {
  waiting: { waitingForMe: true },
  underway: { states: ['ISSUED', 'RECEIVED', 'REPLIED'] },
  closed: { states: ['CLOSED', 'WITHDRAWN'] },
  all: {},
};

/** The columns of the ledger beside the title. */
export const COLUMNS = ['kind', 'number', 'organization', 'superior', 'issuedOn', 'deadline', 'state'] as const;
export type DispatchColumnKey = (typeof COLUMNS)[number];
