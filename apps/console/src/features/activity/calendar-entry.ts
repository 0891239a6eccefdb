import type { CalendarActivity } from './calendar-page';

/** The colour of an entry: its kind while it lies ahead, grey once it is over, struck through when it is not held. */
export function entryClass({ state, kind: of }: CalendarActivity): string {
  const kind = `kind-${of ?? 'OTHER'}`;
  if (state === 'POSTPONED' || state === 'CANCELLED') return `${kind} calendar-off`;
  if (state === 'RECORDED') return `${kind} calendar-over`;
  return state === 'DRAFT' ? `${kind} calendar-draft` : kind;
}
