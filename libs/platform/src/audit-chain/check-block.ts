import type { KeyObject } from 'node:crypto';
import type { KnownHeads } from './audit-heads';
import type { StoredBlock } from './audit-blocks';
import { checkSignature, hashOf, noBlock, readHeader, sha256, type BlockHeader, type Head } from './block';
import type { SealedEvent } from './event-line';
import { finding, type Finding } from './findings';

/** The end of what was checked so far. */
export interface Before {
  readonly number: number;
  readonly hash: string;
  readonly to: string;
}
export const nothingBefore: Before = { number: 0, hash: noBlock, to: '0' };

/** A head by itself: its form, its place after the one before, its signature. */
export function checkHead(
  head: Head,
  number: number,
  before: Before | null,
  trusted: ReadonlyMap<string, KeyObject>,
): { readonly header: BlockHeader | null; readonly findings: Finding[] } {
  let header: BlockHeader;
  try {
    header = readHeader(head.header);
  } catch {
    return { header: null, findings: [finding('BLOCK_CHANGED', number)] };
  }
  if (header.number !== number) return { header, findings: [finding('BLOCK_CHANGED', number)] };
  const signature = checkSignature(head, trusted);
  if (signature === 'UNKNOWN_KEY') return { header, findings: [finding('KEY_UNKNOWN', number)] };
  if (signature === 'WRONG') return { header, findings: [finding('SIGNATURE_WRONG', number)] };
  const follows = !before || (header.previous === before.hash && header.from === before.to);
  return { header, findings: follows ? [] : [finding('CHAIN_BROKEN', number)] };
}

/** A block of the database: its head, the columns that repeat it, and what is known of it outside. */
export function checkBlock(
  block: StoredBlock,
  before: Before | null,
  trusted: ReadonlyMap<string, KeyObject>,
  known: Pick<KnownHeads, 'heads'>,
): Finding[] {
  const { number } = block;
  const { header, findings } = checkHead(block, number, before, trusted);
  const outside = known.heads.get(number);
  if (outside !== undefined && outside !== hashOf(block)) findings.push(finding('HEAD_DIFFERS', number));
  if (!header || findings.length) return findings;
  const same =
    block.hash === hashOf(block) &&
    block.from === header.from &&
    block.to === header.to &&
    block.events === header.events &&
    sha256(block.rows) === header.rows;
  return same ? findings : [finding('BLOCK_CHANGED', number)];
}

/** The first event that is not as it was sealed. */
export function compareEvents(
  block: number,
  sealed: readonly SealedEvent[],
  present: readonly SealedEvent[],
): Finding | null {
  for (let i = 0; i < Math.max(sealed.length, present.length); i++) {
    const [was, is] = [sealed[i], present[i]];
    if (was && is && was.id === is.id && was.hash.equals(is.hash)) continue;
    if (was && is && was.id === is.id) return finding('EVENT_CHANGED', block, was.id);
    if (is && !sealed.some(({ id }) => id === is.id)) return finding('EVENT_INSERTED', block, is.id);
    if (was && !present.some(({ id }) => id === was.id)) return finding('EVENT_MISSING', block, was.id);
    return finding('EVENT_MOVED', block, (was ?? is)!.id);
  }
  return null;
}

/** Events of an archived block that are still in the database, where some may be removed already. */
export function compareLeftovers(
  block: number,
  sealed: readonly SealedEvent[],
  present: readonly SealedEvent[],
): Finding | null {
  if (present.length === 0) return null;
  const hashes = new Map(sealed.map(({ id, hash }) => [id, hash]));
  for (const { id, hash } of present) {
    const was = hashes.get(id);
    if (!was) return finding('EVENT_INSERTED', block, id);
    if (!was.equals(hash)) return finding('EVENT_CHANGED', block, id);
  }
  return null;
}
