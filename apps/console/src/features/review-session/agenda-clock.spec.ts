import { clockOf, moved, overBy } from './agenda-clock';

it('lets one item begin when the one before it ends', () => {
  expect(clockOf('2026-09-18T06:00:00.000Z', [30, 45, 20])).toEqual({
    begins: ['14:00', '14:30', '15:15'],
    ends: '15:35',
  });
  expect(clockOf('2026-09-18T06:00:00.000Z', [])).toEqual({ begins: [], ends: '14:00' });
});

it('says by how much an agenda is too long', () => {
  const [from, to] = ['2026-09-18T06:00:00Z', '2026-09-18T07:00:00Z'];
  expect(overBy(from, to, [30, 30])).toBe(0);
  expect(overBy(from, to, [30, 45])).toBe(15);
});

it('puts one thing at another place', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});
