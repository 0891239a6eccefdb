import { ActivityState } from './activity.enums';

/** What people, and for `hold` the clock, do to an activity. */
export type ActivityAct =
  'change' | 'schedule' | 'hold' | 'record' | 'correct' | 'postpone' | 'cancel' | 'delete' | 'makeUp';

const { DRAFT, SCHEDULED, HELD, RECORDED, POSTPONED, CANCELLED } = ActivityState;

/** From which states each is possible. What is recorded is corrected, never changed; what was told is never deleted. */
const from: Readonly<Record<ActivityAct, readonly ActivityState[]>> = {
  change: [DRAFT, SCHEDULED, HELD],
  schedule: [DRAFT],
  hold: [SCHEDULED],
  record: [SCHEDULED, HELD],
  correct: [RECORDED],
  // HELD too: the clock says only that its time has passed, people know whether it took place
  postpone: [SCHEDULED, HELD],
  cancel: [SCHEDULED, HELD],
  delete: [DRAFT],
  makeUp: [POSTPONED, CANCELLED],
};

export const possible = (act: ActivityAct, state: ActivityState): boolean => from[act].includes(state);

/** Where an activity stands that is planned and told, by the clock: one that is entered afterwards awaits its record. */
export const scheduledState = (endsAt: Date, now: Date): ActivityState => (endsAt <= now ? HELD : SCHEDULED);

/** Whether it counts as planned, held or recorded for an obligation. */
export const counts = (state: ActivityState): boolean => [SCHEDULED, HELD, RECORDED].includes(state);

/** An activity of several days is several activities, but for a course of some weeks. */
export const longestDays = 31;
/** Before the party was founded nothing was held. */
export const earliestDay = '1921-07-01';

const dayMs = 86_400_000;

export function faultOfTimes(startsAt: Date, endsAt: Date): 'ORDER' | 'LONG' | null {
  if (endsAt <= startsAt) return 'ORDER';
  return endsAt.getTime() - startsAt.getTime() > longestDays * dayMs ? 'LONG' : null;
}

export interface Counted {
  readonly entitledCount: number;
  readonly presentCount: number;
  readonly remoteCount: number;
  readonly leaveCount: number;
}

/** Which counts contradict each other. */
export function faultOfCounts(counted: Counted): 'PRESENT' | 'REMOTE' | 'LEAVE' | null {
  const { entitledCount, presentCount, remoteCount, leaveCount } = counted;
  if (presentCount > entitledCount) return 'PRESENT';
  if (remoteCount > presentCount) return 'REMOTE';
  return presentCount + leaveCount > entitledCount ? 'LEAVE' : null;
}

export interface Required {
  readonly required: number;
  readonly planned: number;
  readonly held: number;
  readonly recorded: number;
}

/** Whether an obligation would not be met any more without one of the activities that are counted for it. */
export const needsEach = ({ required, planned, held, recorded }: Required): boolean =>
  planned + held + recorded <= required;
