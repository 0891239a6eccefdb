import { checkMonths, eachMonth } from './months';

const reasonOf = (from: string, to: string): string | null => {
  try {
    checkMonths({ from, to });
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('the months that figures are asked for', () => {
  it('are whole ones, in order', () => {
    expect(reasonOf('2026-02-01', '2026-02-28')).toBeNull();
    expect(reasonOf('2024-02-01', '2024-02-29')).toBeNull();
    expect(reasonOf('2024-02-01', '2024-02-28')).toBe('FIGURE_MONTHS');
    expect(reasonOf('2026-01-02', '2026-01-31')).toBe('FIGURE_MONTHS');
    expect(reasonOf('2026-03-01', '2026-02-28')).toBe('FIGURE_MONTHS');
  });

  it('are at most ten years of them, to the day', () => {
    expect(reasonOf('2016-01-01', '2025-12-31')).toBeNull();
    expect(reasonOf('2016-01-01', '2026-01-31')).toBe('FIGURE_SPAN');
  });

  it('are told one by one, the first and the last among them', () => {
    expect(eachMonth({ from: '2025-12-01', to: '2026-02-28' })).toEqual([
      { from: '2025-12-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ]);
    expect(eachMonth({ from: '2026-02-01', to: '2026-02-28' })).toHaveLength(1);
  });
});
