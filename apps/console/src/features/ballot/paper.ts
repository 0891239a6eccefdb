import { fromBase64url, sha256 } from './bytes';

// What a secret vote looks like, as libs/ballots/src/recount.ts defines it: that file is written for a stranger with Node,
// this one for a browser. device.spec.ts holds the two together.

/** Chosen options by question. */
export type Answers = Readonly<Record<string, string>>;

/** A vote as it is sent and published; bytes are base64url. */
export interface Paper {
  readonly group: string;
  /** of the device: P-256, SPKI */
  readonly key: string;
  /** 32 random bytes in front of what was signed blindly */
  readonly prefix: string;
  readonly credential: string;
  readonly answers: Answers;
  /** the device's signature over ballot and answers */
  readonly seal: string;
}

/** By which voters find their own paper: SHA-256 of its key. */
export const paperId = (key: string): Promise<string> => sha256(fromBase64url(key));

/** What the association signs blindly, behind the prefix. */
export const credentialText = (ballotId: string, group: string, key: string): string =>
  `dangwu-ballot/1\ncredential\n${ballotId}\n${group}\n${key}`;

/** What the device signs. */
export const sealText = (ballotId: string, answers: Answers): string =>
  `dangwu-ballot/1\nvote\n${ballotId}\n${canonical(answers)}`;

/** JSON with sorted keys and no spaces: the same bytes for the same content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
