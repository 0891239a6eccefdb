import type { ImportField } from './kind';

interface Declared {
  readonly fields: Readonly<Record<string, ImportField>>;
}

/** Whether rosters of this kind carry personal data, so that nothing of a file may stay readable. */
export const isPersonal = ({ fields }: Declared): boolean => Object.values(fields).some((field) => field.personal);

/** Eleven digits and more, as phones and ID numbers have; blanks, hyphens and full-width digits hide none. */
const long = /[0-9０-９](?:[\s\u00a0\u3000._-]*[0-9０-９]){10,}(?:\s*[XxＸｘ]|[Ee]\+?\d+)?/g;

/** What a personal cell shows: the last four characters at most, and never more than a third of them. */
export function maskedText(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 3));
  return '*'.repeat(Math.min(14, text.length - shown)) + text.slice(text.length - shown);
}

/** Numbers of people in a text that should hold none: remarks, notes, columns nobody has named. */
export const withoutNumbers = (text: string): string => text.replace(long, (found) => maskedText(found));

export type Shown = (field: string | null, text: string) => string;

/** What may be kept and shown of the cells of a roster: everything where none of its fields is personal. */
export const shownIn = (declared: Declared): Shown =>
  isPersonal(declared)
    ? (field, text) => (field !== null && declared.fields[field]?.personal ? maskedText(text) : withoutNumbers(text))
    : (_, text) => text;
