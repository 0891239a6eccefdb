import { Gender } from './member.enums';

/** Weights of GB 11643-1999 (ISO 7064, MOD 11-2), and the character for each remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const characters = '10X98765432';

/** The check character that belongs behind 17 digits. */
export function checkCharacter(seventeen: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0);
  return characters[sum % 11]!;
}

/** Half-width, without blanks, X as a capital. */
export const normalizeIdNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** What is wrong with a normalized ID number: its form, its date, its check character; null: nothing. */
export function faultOfIdNumber(number: string): 'FORM' | 'DATE' | 'CHECK_DIGIT' | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'FORM';
  const birth = birthDateOf(number);
  const day = new Date(`${birth}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birth) return 'DATE';
  return checkCharacter(number) === number[17] ? null : 'CHECK_DIGIT';
}

/** The date of birth that a well-formed number says. */
export const birthDateOf = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** The gender that a well-formed number says: the 17th digit is odd for men. */
export const genderOf = (number: string): Gender => (Number(number[16]) % 2 === 1 ? Gender.MALE : Gender.FEMALE);

export const normalizePhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/** A mobile phone of mainland China. */
export const isPhone = (normalized: string): boolean => /^1[3-9]\d{9}$/.test(normalized);

/** The last four characters; nothing else of a number is shown without being asked for. */
export const maskedNumber = (number: string): string => '*'.repeat(number.length - 4) + number.slice(-4);
