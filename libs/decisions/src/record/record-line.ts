import { createHash } from 'node:crypto';

export const recordFormat = 'dangwu-decisions/1';
/** What the first entry names as the one before it. */
export const nothingBefore = '0'.repeat(64);

/** All that an entry says. `previous` is the hash of the entry before it in the association, `matterPrevious` in its matter. */
export interface RecordContent {
  readonly association: string;
  readonly no: string;
  readonly matter: string;
  readonly matterNo: number;
  readonly organization: string;
  readonly kind: string;
  readonly at: string;
  readonly account: string | null;
  readonly actor: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly matterPrevious: string;
}

/** The entry as text: what is kept, hashed, and given to whoever verifies it with `sha256sum`. Fields in this order. */
export function recordLine(content: RecordContent): string {
  const { association, no, matter, matterNo, organization, kind, at, account, actor, data } = content;
  const { previous, matterPrevious } = content;
  const head = { format: recordFormat, association, no, matter, matterNo, organization, kind, at, account, actor };
  return JSON.stringify({ ...head, data, previous, matterPrevious });
}

export const recordHash = (line: string): string => createHash('sha256').update(line).digest('hex');

/** The entry in the text. @throws SyntaxError or TypeError when it is none of this format */
export function readLine(line: string): RecordContent {
  const content = JSON.parse(line) as RecordContent & { readonly format: string };
  if (content.format !== recordFormat) throw new TypeError('Not an entry of a record');
  return content;
}
