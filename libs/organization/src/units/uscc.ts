/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z, which are taken for digits. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Half-width capitals without blanks: how codes are kept and compared. */
export const normalizeUscc = (code: string): string => code.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/**
 * Whether a text is a unified social credit code (统一社会信用代码) of GB 32100-2015: eighteen characters of its
 * alphabet, the last of which is the check character: weights 3⁰, 3¹, … modulo 31.
 */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return code[17] === alphabet[(31 - (sum % 31)) % 31];
}
