import type { State } from '../../components/state-glyph';
import type { TeamState } from '../../generated/graphql';

/** States of a team's term, the most pressing first. */
export const TEAM_STATES = ['OVERDUE', 'ENDING', 'CURRENT', 'FORMER'] as const satisfies TeamState[];

/** Those in which an election is to be held. */
export const DUE = ['OVERDUE', 'ENDING'] as const satisfies TeamState[];

/** The columns of the ledger that can be chosen; the organization always stands first. */
export const COLUMNS = [
  'state',
  'endsOn',
  'alarm',
  'term',
  'since',
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'others',
  'seats',
  'vacancies',
] as const;
export type TeamColumnKey = (typeof COLUMNS)[number];

/** The sign of each state in the console's vocabulary. */
export const teamSign: Readonly<Record<TeamState, State>> = {
  OVERDUE: 'late',
  ENDING: 'risk',
  CURRENT: 'done',
  FORMER: 'waived',
};
