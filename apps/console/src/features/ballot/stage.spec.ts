import { stageOf, type Stage } from './stage';
import type { Kept } from './tickets';

const kept = (stage: Kept['stage']): Kept => ({ stage, since: 0 }) as Kept;

it.each<[Stage, Parameters<typeof stageOf>[0]['phase'], boolean, Kept['stage'] | null]>([
  ['fetch', 'ISSUING', false, null],
  ['fetching', 'ISSUING', false, 'ASKED'],
  // the answer was lost: the server says given, the device asks for the same again
  ['fetching', 'ISSUING', true, 'ASKED'],
  ['fetching', 'CASTING', true, 'ASKED'],
  ['wait', 'ISSUING', true, 'HELD'],
  ['choose', 'CASTING', true, 'HELD'],
  ['sending', 'CASTING', true, 'SEALED'],
  ['cast', 'CASTING', true, 'CAST'],
  ['elsewhere', 'ISSUING', true, null],
  ['elsewhere', 'CASTING', true, null],
  ['late', 'CASTING', false, null],
  ['void', 'VOID', true, 'HELD'],
  ['over', 'CLOSED', true, 'CAST'],
  ['over', 'CLOSED', true, 'SEALED'],
])('is at "%s" while %s, given %s, keeping %s', (stage, phase, given, at) => {
  expect(stageOf({ phase, given, kept: at ? kept(at) : undefined, secure: true })).toBe(stage);
});

it('says that an address without encryption cannot vote, and still that a vote is over', () => {
  expect(stageOf({ phase: 'ISSUING', given: false, kept: undefined, secure: false })).toBe('insecure');
  expect(stageOf({ phase: 'CLOSED', given: false, kept: undefined, secure: false })).toBe('over');
});
