import type { LocalText } from '../text';

/** What people get letters of. */
export interface LetterKindWords {
  readonly name: LocalText;
  readonly text: LocalText;
  /** it always comes: nobody can switch it off */
  readonly compulsory?: true;
}

/** A kind with its key. */
export interface LetterKindRow extends LetterKindWords {
  readonly key: string;
}

const kinds = new Map<string, LetterKindRow>();

/** The kinds of letters of one library, by stable name. @returns the same record */
export function defineLetterKinds<const K extends Record<string, LetterKindWords>>(definitions: K): K {
  for (const [key, words] of Object.entries(definitions)) {
    if (kinds.has(key)) throw new Error(`The kind of letter ${key} is defined twice`);
    kinds.set(key, { key, ...words });
  }
  return definitions;
}

/** All kinds, in the order in which libraries define them. */
export const letterKinds = (): readonly LetterKindRow[] => [...kinds.values()];
