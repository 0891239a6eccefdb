import type { State } from '../../components/state-glyph';
import type { AssessmentSubject, SchemeFilter } from '../../generated/graphql';

/** The tabs of the ledger, and what each shows. */
export const TABS = ['used', 'drafted', 'retired', 'all'] as const;
export type SchemeTab = (typeof TABS)[number];
export const SHOWN: Readonly<Record<SchemeTab, SchemeFilter>> = {
  used: { retired: false },
  drafted: { drafted: true },
  retired: { retired: true },
  all: {},
};

export const SUBJECTS: readonly AssessmentSubject[] = ['ORGANIZATION', 'MEMBER', 'SECRETARY'];

/** The columns of the ledger beside the name. */
export const COLUMNS = ['subject', 'version', 'kinds', 'cycles', 'state', 'basis'] as const;

export type SchemeState = 'RETIRED' | 'FAULTY' | 'DRAFTED' | 'UNPUBLISHED' | 'PUBLISHED';
export const SIGNS: Readonly<Record<SchemeState, State>> = {
  RETIRED: 'waived',
  FAULTY: 'risk',
  DRAFTED: 'pending',
  UNPUBLISHED: 'unplanned',
  PUBLISHED: 'done',
};

/** Where a scheme stands: what is to be done about it comes first. */
export function stateOf(scheme: {
  retired: boolean;
  latest?: object | null;
  draft?: { faults: readonly object[] } | null;
}): SchemeState {
  if (scheme.retired) return 'RETIRED';
  if (scheme.draft && scheme.draft.faults.length > 0) return 'FAULTY';
  if (scheme.draft) return scheme.latest ? 'DRAFTED' : 'UNPUBLISHED';
  return 'PUBLISHED';
}
