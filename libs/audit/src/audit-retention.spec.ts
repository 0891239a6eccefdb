import { monthsAgo } from './audit-retention';

it.each([
  ['2026-09-18T02:20:00Z', 12, '2025-09-18T02:20:00.000Z'],
  ['2026-03-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2024-02-29T10:00:00Z', 12, '2023-02-28T10:00:00.000Z'],
  ['2028-03-31T10:00:00Z', 1, '2028-02-29T10:00:00.000Z'],
  ['2026-01-15T00:00:00Z', 6, '2025-07-15T00:00:00.000Z'],
])('%s, %i months before, is %s', (now, months, then) => {
  expect(monthsAgo(new Date(now), months).toISOString()).toBe(then);
});
