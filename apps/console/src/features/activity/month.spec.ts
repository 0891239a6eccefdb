import { isMonth, plusMonths, weeksOf } from './month';

describe('the grid of a month', () => {
  it('begins on a Monday and covers the month in whole weeks', () => {
    const weeks = weeksOf('2026-09');
    expect(weeks[0]![0]).toBe('2026-08-31');
    expect(weeks.at(-1)!.at(-1)).toBe('2026-10-04');
    expect(weeks).toHaveLength(5);
  });

  it.each([
    // begins on a Monday, 28 days
    ['2021-02', 4, '2021-02-01', '2021-02-28'],
    // begins on a Sunday, 31 days
    ['2026-03', 6, '2026-02-23', '2026-04-05'],
    ['2028-02', 5, '2028-01-31', '2028-03-05'],
  ])('%s has %i weeks from %s to %s', (month, count, first, last) => {
    const weeks = weeksOf(month);
    expect([weeks.length, weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual([count, first, last]);
  });

  it('counts months over the turn of the year', () => {
    expect(plusMonths('2026-12', 1)).toBe('2027-01');
    expect(plusMonths('2026-01', -1)).toBe('2025-12');
  });

  it('knows a month from what is none', () => {
    expect(['2026-09', '2026-13', '2026-9', '', '2026-09-01'].map(isMonth)).toEqual([true, false, false, false, false]);
  });
});
