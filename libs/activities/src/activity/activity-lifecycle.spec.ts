import {
  counts,
  faultOfCounts,
  faultOfTimes,
  needsEach,
  possible,
  scheduledState,
  type ActivityAct,
} from './activity-lifecycle';
import { ActivityState } from './activity.enums';

const states = Object.values(ActivityState);

// written by hand from the domain: what may happen to an activity in each state
const table: Readonly<Record<ActivityAct, string>> = {
  //         DRAFT SCHEDULED HELD RECORDED POSTPONED CANCELLED
  change: '   x     x         x    -        -         -',
  schedule: ' x     -         -    -        -         -',
  hold: '     -     x         -    -        -         -',
  record: '   -     x         x    -        -         -',
  correct: '  -     -         -    x        -         -',
  postpone: ' -     x         x    -        -         -',
  cancel: '   -     x         x    -        -         -',
  delete: '   x     -         -    -        -         -',
  makeUp: '   -     -         -    -        x         x',
};

const acts = Object.keys(table) as ActivityAct[];
const cells = acts.flatMap((act) =>
  table[act]
    .trim()
    .split(/\s+/)
    .map((mark, i) => [act, states[i]!, mark === 'x'] as const),
);

it.each(cells)('%s of what is %s: %s', (act, state, allowed) => {
  expect(possible(act, state)).toBe(allowed);
});

it('knows every state', () => {
  expect(cells).toHaveLength(acts.length * states.length);
});

const at = (text: string): Date => new Date(text);

it('is held from the moment at which its end has come', () => {
  const endsAt = at('2026-09-18T11:00:00+08:00');
  expect(scheduledState(endsAt, at('2026-09-18T02:59:59Z'))).toBe('SCHEDULED');
  expect(scheduledState(endsAt, at('2026-09-18T03:00:00Z'))).toBe('HELD');
});

it('counts what is planned, held or recorded', () => {
  expect(states.filter(counts)).toEqual(['SCHEDULED', 'HELD', 'RECORDED']);
});

it.each([
  ['2026-09-18T11:00:00+08:00', '2026-09-18T10:00:00+08:00', 'ORDER'],
  ['2026-09-18T11:00:00+08:00', '2026-09-18T11:00:00+08:00', 'ORDER'],
  // the same instant, written in two zones
  ['2026-09-18T11:00:00+08:00', '2026-09-18T03:00:00Z', 'ORDER'],
  ['2026-09-18T11:00:00+08:00', '2026-09-18T13:00:00+09:00', null],
  ['2026-09-01T09:00:00+08:00', '2026-10-02T09:00:00+08:00', null],
  ['2026-09-01T09:00:00+08:00', '2026-10-02T09:00:01+08:00', 'LONG'],
])('times from %s to %s: %s', (startsAt, endsAt, fault) => {
  expect(faultOfTimes(at(startsAt), at(endsAt))).toBe(fault);
});

it.each([
  [10, 10, 0, 0, null],
  [10, 11, 0, 0, 'PRESENT'],
  [10, 8, 8, 2, null],
  [10, 8, 9, 0, 'REMOTE'],
  [10, 8, 0, 3, 'LEAVE'],
  [0, 0, 0, 0, null],
])('of %i entitled %i present, %i of them remote, %i on leave: %s', (...given) => {
  const [entitledCount, presentCount, remoteCount, leaveCount, fault] = given;
  expect(faultOfCounts({ entitledCount, presentCount, remoteCount, leaveCount })).toBe(fault);
});

it.each([
  [1, 1, 0, 0, true],
  [1, 1, 1, 0, false],
  [2, 1, 0, 1, true],
  [2, 1, 1, 1, false],
  // already too few: each one missed more
  [3, 1, 0, 0, true],
])('required %i, planned %i, held %i, recorded %i: none can be missed is %s', (...given) => {
  const [required, planned, held, recorded, missed] = given;
  expect(needsEach({ required, planned, held, recorded })).toBe(missed);
});
