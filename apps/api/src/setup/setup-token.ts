import { createHash, randomInt } from 'node:crypto';

/** Read from a terminal and typed into a page: nothing in it is taken for something else. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const [groups, length] = [4, 5];

/** Four groups of five: 99 bits. */
export const newSetupToken = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/** What the database holds of it, however it was typed. */
export const setupTokenHash = (typed: string): Buffer =>
  createHash('sha256')
    .update(
      typed
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    )
    .digest();
