import type { KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import { readArchive } from './archive-file';
import { hashOf, sha256 } from './block';
import { checkHead, type Before } from './check-block';
import { lineHash, packEvents } from './event-line';
import { finding, type Finding } from './findings';

export interface ArchiveVerification {
  readonly ok: boolean;
  readonly blocks: number;
  readonly events: number;
  readonly first: number;
  readonly last: number;
  readonly findings: readonly Finding[];
}

/** An archive by itself, with nothing but the public key: each line, each block, each signature, and how they follow. */
export async function verifyArchive(
  content: Readable,
  trusted: ReadonlyMap<string, KeyObject>,
): Promise<ArchiveVerification> {
  const findings: Finding[] = [];
  let before: Before | null = null;
  let [blocks, events, first, last] = [0, 0, 0, 0];
  try {
    for await (const block of readArchive(content)) {
      const number: number = before
        ? before.number + 1
        : ((JSON.parse(block.header) as { number: number }).number ?? 0);
      const { header, findings: found } = checkHead(block, number, before, trusted);
      const packed = packEvents(
        block.lines.map((line) => ({ id: (JSON.parse(line) as { id: string }).id, hash: lineHash(line) })),
      );
      if (header && found.length === 0 && sha256(packed) !== header.rows)
        found.push(finding('ARCHIVE_CHANGED', number));
      findings.push(...found);
      before = { number, hash: hashOf(block), to: header?.to ?? '' };
      first ||= number;
      last = number;
      blocks += 1;
      events += block.lines.length;
    }
  } catch {
    findings.push(finding('ARCHIVE_CHANGED', last + 1)); // what cannot be unpacked or parsed was not written by us
  }
  if (blocks === 0 && findings.length === 0) findings.push(finding('ARCHIVE_CHANGED', 0));
  return { ok: findings.length === 0, blocks, events, first, last, findings };
}
