// All a stranger needs to recount a secret ballot. It stands on nothing of ours, so that it can be read, copied and run
// by itself: see tools/recount-ballot.mjs.
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** What is asked, with the answers that may be given; a paper answers every question with one of them. */
export interface Question {
  /** unique within the ballot */
  readonly key: string;
  readonly title: string;
  readonly options: readonly { readonly key: string; readonly title: string }[];
}

/** Chosen options by question. */
export type Answers = Readonly<Record<string, string>>;

/**
 * A vote as it is published. It names nobody: its key was made on the voter's device for this one ballot, and was signed
 * for by the association without being seen (RFC 9474). Bytes are base64url.
 */
export interface Paper {
  /** of voters with this weight */
  readonly group: string;
  /** of the device: P-256, SPKI */
  readonly key: string;
  /** 32 random bytes in front of what was signed blindly */
  readonly prefix: string;
  /** the association's signature: RSABSSA-SHA384-PSS-Randomized */
  readonly credential: string;
  readonly answers: Answers;
  /** the device's signature over ballot and answers: ECDSA with SHA-256, r and s */
  readonly seal: string;
}

export interface VoterGroup {
  readonly key: string;
  /** how much a vote of this group counts, a decimal */
  readonly weight: string;
  /** what its credentials were signed with: RSA, SPKI, base64url */
  readonly publicKey: string;
  /** how many got a credential */
  readonly issued: number;
}

/** A closed secret ballot as it is published. */
export interface PublishedBallot {
  readonly format: 'dangwu-ballot/1';
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly groups: readonly VoterGroup[];
  /** by their ids, which are random: their order tells nothing */
  readonly papers: readonly Paper[];
}

/** Votes by question, group and option. */
export type Counts = Record<string, Record<string, Record<string, number>>>;

export const faults = [
  'UNKNOWN_GROUP',
  'CREDENTIAL_FALSE',
  'SEAL_FALSE',
  'ANSWERS_WRONG',
  'TWICE',
  'ORDER_WRONG',
  'MORE_THAN_ISSUED',
] as const;
export type PaperFault = (typeof faults)[number];

export interface Recount {
  readonly counts: Counts;
  readonly faults: readonly { readonly paper: string; readonly fault: PaperFault }[];
}

/** By which voters find their own paper: SHA-256 of its key, 64 hex digits. */
export const paperId = (paper: Pick<Paper, 'key'>): string =>
  createHash('sha256').update(Buffer.from(paper.key, 'base64url')).digest('hex');

/** What the association signs blindly, behind the prefix. */
export const credentialText = (ballotId: string, group: string, key: string): string =>
  `dangwu-ballot/1\ncredential\n${ballotId}\n${group}\n${key}`;

/** What the device signs. */
export const sealText = (ballotId: string, answers: Answers): string =>
  `dangwu-ballot/1\nvote\n${ballotId}\n${canonical(answers)}`;

/** Checks every paper and counts those that are right. */
export function recount(ballot: PublishedBallot): Recount {
  const counts = noVotes(ballot);
  const found: { paper: string; fault: PaperFault }[] = [];
  const seen = new Set<string>();
  const cast = new Map<string, number>();
  let before = '';
  for (const paper of ballot.papers) {
    const id = paperId(paper);
    const group = ballot.groups.find(({ key }) => key === paper.group);
    const fault = seen.has(id) ? 'TWICE' : id < before ? 'ORDER_WRONG' : faultOf(ballot, group, paper);
    seen.add(id);
    before = id;
    if (fault) {
      found.push({ paper: id, fault });
      continue;
    }
    cast.set(paper.group, (cast.get(paper.group) ?? 0) + 1);
    if (cast.get(paper.group)! > group!.issued) found.push({ paper: id, fault: 'MORE_THAN_ISSUED' });
    for (const [question, option] of Object.entries(paper.answers)) counts[question]![paper.group]![option]! += 1;
  }
  return { counts, faults: found };
}

/** What is wrong with a paper by itself. */
export function faultOf(
  ballot: Pick<PublishedBallot, 'id' | 'questions'>,
  group: Pick<VoterGroup, 'key' | 'publicKey'> | undefined,
  paper: Paper,
): PaperFault | null {
  if (!group) return 'UNKNOWN_GROUP';
  if (!answersAll(ballot.questions, paper.answers)) return 'ANSWERS_WRONG';
  if (!credentialHolds(ballot.id, group, paper)) return 'CREDENTIAL_FALSE';
  return sealHolds(ballot.id, paper) ? null : 'SEAL_FALSE';
}

export function answersAll(questions: readonly Question[], answers: Answers): boolean {
  return (
    Object.keys(answers).length === questions.length &&
    questions.every(({ key, options }) => options.some((option) => option.key === answers[key]))
  );
}

/** A hash of what was published, 64 hex digits: that of `canonical` of the whole, as `sha256sum` prints it. */
export const hashOfBallot = (ballot: PublishedBallot): string =>
  createHash('sha256').update(canonical(ballot)).digest('hex');

/** JSON with sorted keys and no spaces: the same bytes for the same content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

function noVotes({ questions, groups }: PublishedBallot): Counts {
  const none = (options: Question['options']) => Object.fromEntries(options.map(({ key }) => [key, 0]));
  return Object.fromEntries(
    questions.map(({ key, options }) => [key, Object.fromEntries(groups.map((group) => [group.key, none(options)]))]),
  );
}

function credentialHolds(ballotId: string, group: Pick<VoterGroup, 'key' | 'publicKey'>, paper: Paper): boolean {
  const prefix = Buffer.from(paper.prefix, 'base64url');
  const key = publicKey(group.publicKey);
  if (prefix.length !== 32 || !key) return false;
  const signed = Buffer.concat([prefix, Buffer.from(credentialText(ballotId, group.key, paper.key))]);
  const scheme = { key, padding: 6, saltLength: 48 }; // 6: PSS
  return verify('sha384', signed, scheme, Buffer.from(paper.credential, 'base64url'));
}

function sealHolds(ballotId: string, paper: Paper): boolean {
  const key = publicKey(paper.key);
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false;
  const signed = Buffer.from(sealText(ballotId, paper.answers));
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(paper.seal, 'base64url'));
}

/** Nothing when it is no key, which is a fault of the paper and not of the recount. */
function publicKey(spki: string): KeyObject | null {
  const key = Buffer.from(spki, 'base64url');
  // the one length that either kind has: what is longer is no key, whatever a parser makes of its beginning
  if (key.length !== 91 && key.length !== 422) return null;
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_OSSL')) return null;
    throw error;
  }
}
