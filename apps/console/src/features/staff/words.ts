import type { State } from '../../components/state-glyph';
import type { HandoverItemState, HandoverState, StaffTime } from '../../generated/graphql';

/** The words of the contract in the order in which people expect them. */
export const TIMES = ['FULL_TIME', 'PART_TIME'] as const satisfies StaffTime[];
/** The most pressing first. */
export const HANDOVER_STATES = ['OVERDUE', 'OPEN', 'DONE'] as const satisfies HandoverState[];
export const ITEM_STATES = ['OPEN', 'HANDED_OVER', 'NOT_APPLICABLE'] as const satisfies HandoverItemState[];
/** What is handed over nearly everywhere: the list a plan begins with. */
export const USUAL_ITEMS = ['seal', 'files', 'ledgers', 'accounts', 'dues', 'underway'] as const;

/** The signs of states in the console's vocabulary. */
export const handoverSign: Readonly<Record<HandoverState, State>> = { OVERDUE: 'late', OPEN: 'planned', DONE: 'done' };
export const itemSign: Readonly<Record<HandoverItemState, State>> = {
  OPEN: 'unplanned',
  HANDED_OVER: 'done',
  NOT_APPLICABLE: 'waived',
};
