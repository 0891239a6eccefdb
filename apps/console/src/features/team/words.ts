import type { State } from '../../components/state-glyph';
import type { TeamState } from '../../generated/graphql';

/** States of a team's term, the most pressing first. */
export const TEAM_STATES = ['OVERDUE', 'ENDING', 'CURRENT', 'FORMER'] as const satisfies TeamState[];

/** The sign of each state in the console's vocabulary. */
export const teamSign: Readonly<Record<TeamState, State>> = {
  OVERDUE: 'late',
  ENDING: 'risk',
  CURRENT: 'done',
  FORMER: 'waived',
};
