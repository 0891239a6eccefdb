import type { ActivityFilter, ActivityOrder } from '../../generated/graphql';

export const WHENS = ['', 'AHEAD', 'PAST', 'ALL'] as const;
/** '' where the address does not say it. */
export type When = (typeof WHENS)[number];

export const ORDERS = ['NEAREST', 'SOONEST', 'LATEST', 'TITLE'] as const;

/**
 * From today on when the address says nothing at all: people expect what is near. A link or a saved view that says
 * anything else, as those from before did, means all of it.
 */
export const whenOf = (when: When, narrowed: boolean): Exclude<When, ''> => when || (narrowed ? 'ALL' : 'AHEAD');

/** The days of an activity's ledger: those a person chose, within what lies ahead or is over. `to` is left out. */
export function daysOf(
  when: Exclude<When, ''>,
  today: string,
  { from, to }: { from: string | null; to: string | null },
): Pick<ActivityFilter, 'from' | 'to'> {
  if (when === 'AHEAD') return { from: from && from > today ? from : today, to };
  if (when === 'PAST') return { from, to: to && to < today ? to : today };
  return { from, to };
}

/** What is nearest to today comes first: the soonest of what lies ahead, else the latest. */
export const orderOf = (order: (typeof ORDERS)[number], when: Exclude<When, ''>): ActivityOrder =>
  order === 'NEAREST' ? (when === 'AHEAD' ? 'SOONEST' : 'LATEST') : order;
