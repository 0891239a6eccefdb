import { fromBase64url, joined, sha256, utf8 } from './bytes';
import { canonical, credentialText, paperId, sealText, type Answers, type Paper } from './paper';

/** A closed secret ballot as it is published. */
export interface PublishedBallot {
  readonly format: 'dangwu-ballot/1';
  readonly id: string;
  readonly title: string;
  readonly questions: readonly {
    readonly key: string;
    readonly title: string;
    readonly options: readonly { readonly key: string; readonly title: string }[];
  }[];
  readonly groups: readonly {
    readonly key: string;
    readonly weight: string;
    readonly publicKey: string;
    readonly issued: number;
  }[];
  readonly papers: readonly Paper[];
}

export type PaperFault =
  'UNKNOWN_GROUP' | 'CREDENTIAL_FALSE' | 'SEAL_FALSE' | 'ANSWERS_WRONG' | 'TWICE' | 'ORDER_WRONG' | 'MORE_THAN_ISSUED';

/** What a recount on this device finds. */
export interface Recount {
  /** by question and option, over all groups */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly faults: readonly { readonly paper: string; readonly fault: PaperFault }[];
  /** of every paper of the list */
  readonly ids: readonly string[];
  /** of the whole list, to be held against the one on record */
  readonly hash: string;
}

type Group = PublishedBallot['groups'][number];

/** Checks every paper and counts those that are right: the rules of `npm run recount`. */
export async function recount(ballot: PublishedBallot): Promise<Recount> {
  const counts = Object.fromEntries(
    ballot.questions.map(({ key, options }) => [key, Object.fromEntries(options.map((option) => [option.key, 0]))]),
  );
  const faults: { paper: string; fault: PaperFault }[] = [];
  const seen = new Set<string>();
  const cast = new Map<string, number>();
  let before = '';
  for (const paper of ballot.papers) {
    const id = await paperId(paper.key);
    const group = ballot.groups.find(({ key }) => key === paper.group);
    const fault = seen.has(id) ? 'TWICE' : id < before ? 'ORDER_WRONG' : await faultOf(ballot, group, paper);
    seen.add(id);
    before = id;
    if (fault) {
      faults.push({ paper: id, fault });
      continue;
    }
    const soFar = (cast.get(paper.group) ?? 0) + 1;
    cast.set(paper.group, soFar);
    if (group && soFar > group.issued) faults.push({ paper: id, fault: 'MORE_THAN_ISSUED' });
    for (const [question, option] of Object.entries(paper.answers)) counts[question]![option]! += 1;
  }
  return { counts, faults, ids: [...seen], hash: await sha256(utf8(canonical(ballot))) };
}

async function faultOf(
  ballot: PublishedBallot,
  group: Group | undefined,
  paper: Paper,
): Promise<PaperFault | undefined> {
  if (!group) return 'UNKNOWN_GROUP';
  if (!answersAll(ballot.questions, paper.answers)) return 'ANSWERS_WRONG';
  if (!(await credentialHolds(ballot.id, group, paper))) return 'CREDENTIAL_FALSE';
  return (await sealHolds(ballot.id, paper)) ? undefined : 'SEAL_FALSE';
}

function answersAll(questions: PublishedBallot['questions'], answers: Answers): boolean {
  return (
    Object.keys(answers).length === questions.length &&
    questions.every(({ key, options }) => options.some((option) => option.key === answers[key]))
  );
}

async function credentialHolds(ballotId: string, group: Group, paper: Paper): Promise<boolean> {
  const prefix = fromBase64url(paper.prefix);
  const key = await keyOf(group.publicKey, { name: 'RSA-PSS', hash: 'SHA-384' });
  if (prefix.length !== 32 || !key) return false;
  const signed = joined(prefix, utf8(credentialText(ballotId, group.key, paper.key)));
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, fromBase64url(paper.credential), signed);
}

async function sealHolds(ballotId: string, paper: Paper): Promise<boolean> {
  const key = await keyOf(paper.key, { name: 'ECDSA', namedCurve: 'P-256' });
  const signed = utf8(sealText(ballotId, paper.answers));
  return (
    key !== null && crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(paper.seal), signed)
  );
}

/** Nothing when it is no such key, which is a fault of the paper and not of the recount. */
function keyOf(spki: string, kind: RsaHashedImportParams | EcKeyImportParams): Promise<CryptoKey | null> {
  return crypto.subtle.importKey('spki', fromBase64url(spki), kind, false, ['verify']).catch(() => null);
}
