import { summed } from './advice-words';

const given = (score: number | null, stance: 'SUPPORT' | 'SUPPORT_WITH_RESERVATION' | 'OPPOSE' = 'SUPPORT') => ({
  state: 'GIVEN' as const,
  dueOn: '2026-09-18',
  stance,
  score,
});

describe('opinions together', () => {
  it('have the mean of the scores that were given, and count reservations', () => {
    const asked = { ...given(null), state: 'ASKED' as const, stance: null };
    const all = [given(5), given(4, 'SUPPORT_WITH_RESERVATION'), given(4), given(null, 'OPPOSE'), asked];
    expect(summed(all)).toEqual({ given: 4, mean: '4.3', reserved: 1, opposed: 1 });
  });

  it('have no mean without scores', () => {
    expect(summed([given(null)])).toMatchObject({ given: 1, mean: null });
    expect(summed([])).toEqual({ given: 0, mean: null, reserved: 0, opposed: 0 });
  });
});
