import { newTotpSecret, stepOfCode, totpAddress, totpCode } from './totp';

/** "12345678901234567890" of RFC 6238, appendix B, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('agrees with RFC 6238 at second %d', (seconds, code) => {
  expect(totpCode(secret, at(seconds))).toBe(code);
  expect(stepOfCode(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it('takes the code of the step before and of the one after, and names their step', () => {
  const step = 41_152_263;
  const code = totpCode(secret, at(step * 30));
  expect([-2, -1, 0, 1, 2].map((away) => stepOfCode(secret, code, at((step + away) * 30)))).toEqual([
    null,
    step,
    step,
    step,
    null,
  ]);
});

it('makes secrets of 160 bits and an address every authenticator reads', () => {
  const made = newTotpSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(made);
  const address = new URL(totpAddress(made, '林静'));
  expect(decodeURIComponent(address.pathname)).toBe('/Dangwu 党务:林静');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: made, digits: '6', period: '30' });
});
