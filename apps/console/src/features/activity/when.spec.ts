import { daysOf, orderOf, whenOf } from './when';

const today = '2026-11-20';

it('opens with what lies ahead, and takes a link or view that says something else for all of it', () => {
  expect(whenOf('', false)).toBe('AHEAD');
  expect(whenOf('', true)).toBe('ALL');
  expect(whenOf('PAST', true)).toBe('PAST');
});

it.each([
  ['AHEAD', null, null, today, null],
  ['AHEAD', '2026-10-01', '2026-12-01', today, '2026-12-01'],
  ['AHEAD', '2026-12-01', null, '2026-12-01', null],
  ['PAST', null, null, null, today],
  ['PAST', '2026-10-01', '2026-10-31', '2026-10-01', '2026-10-31'],
  ['PAST', null, '2027-01-01', null, today],
  ['ALL', '2026-10-01', null, '2026-10-01', null],
] as const)('%s within %s and %s is %s to %s', (when, from, to, first, last) => {
  expect(daysOf(when, today, { from, to })).toEqual({ from: first, to: last });
});

it('puts what is nearest to today first', () => {
  expect(orderOf('NEAREST', 'AHEAD')).toBe('SOONEST');
  expect(orderOf('NEAREST', 'PAST')).toBe('LATEST');
  expect(orderOf('NEAREST', 'ALL')).toBe('LATEST');
  expect(orderOf('TITLE', 'AHEAD')).toBe('TITLE');
});
