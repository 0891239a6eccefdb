import { WorkCalendar } from '@dangwu/calendar';
import { daysAheadOf } from './days-ahead';

// 2026-09-25 to 27 is the mid-autumn holiday, 2026-10-01 to 07 the national one; 09-20 and 10-10 are worked
const calendar = new WorkCalendar([
  {
    year: 2026,
    status: 'NOTICED',
    days: [
      { date: '2026-09-20', kind: 'WORK', name: { zh: '国庆节', en: 'National Day' } },
      { date: '2026-09-25', kind: 'OFF', name: { zh: '中秋节', en: 'Mid-Autumn' } },
    ],
  },
]);

it.each([
  // a Friday, then a worked Sunday
  ['2026-09-18', 3, '2026-09-22', true],
  ['2026-09-18', 3, '2026-09-21', false],
  ['2026-09-18', 0, '2026-09-18', true],
  // the holiday and the weekend behind it are no working days
  ['2026-09-24', 1, '2026-09-28', true],
  ['2026-09-24', 1, '2026-09-27', false],
])('papers of %s, %i working days ahead of %s: %s', (came, asked, on, inTime) => {
  expect(daysAheadOf(calendar, came, asked, on).inTime).toBe(inTime);
});

it('says from which day on it can be dealt with', () => {
  expect(daysAheadOf(calendar, '2026-09-18', 3, '2026-09-19').earliestOn).toBe('2026-09-22');
});
