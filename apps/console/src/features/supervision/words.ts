import type { State } from '../../components/state-glyph';
import type { SupervisionState } from '../../generated/graphql';
import { today } from '../../lib/dates';

const SIGNS: Readonly<Record<SupervisionState, State>> = {
  OPEN: 'planned',
  REPORTED: 'pending',
  CLOSED: 'done',
  DROPPED: 'waived',
};

/** Whether nobody reported it by its day. */
export const isLate = ({ state, dueOn }: { state: SupervisionState; dueOn?: string | null }): boolean =>
  state === 'OPEN' && dueOn != null && dueOn < today();

/** The sign of its state; what is overdue has that of what is late. */
export const signOf = (item: { state: SupervisionState; dueOn?: string | null }): State =>
  isLate(item) ? 'late' : SIGNS[item.state];
