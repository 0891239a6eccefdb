import { isUscc, normalizeUscc } from './uscc';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('unified social credit codes', () => {
  it.each(['91350100M000100Y43', '91110000600037341L', '51990000765145728C'])('%s is one', (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it.each([
    '91350100M000100Y44',
    '9135010M0000100Y43',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '',
    'I1350100M000100Y43',
  ])('%s is none', (code) => {
    expect(isUscc(code)).toBe(false);
  });

  it('notices any single wrong character', () => {
    const code = '91350100M000100Y43';
    for (let at = 0; at < 18; at++)
      for (const other of alphabet)
        if (other !== code[at]) expect(isUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
  });

  it('is kept in half-width capitals without blanks', () => {
    expect(normalizeUscc(' ９１350100m000100y43 ')).toBe('91350100M000100Y43');
  });
});
