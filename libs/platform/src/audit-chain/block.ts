import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { AuditKey } from './audit-keys';

export const blockFormat = 'dangwu-audit/1';
/** What the first block names as the one before it. */
export const noBlock = '0'.repeat(64);

/** What is hashed and signed of a block. Numbers of transactions are text: they do not fit into JavaScript's. */
export interface BlockHeader {
  readonly format: typeof blockFormat;
  readonly number: number;
  /** hash of the block before */
  readonly previous: string;
  /** change numbers: from inclusive, to exclusive; every block begins where the one before ends */
  readonly from: string;
  readonly to: string;
  readonly events: number;
  /** SHA-256 over the packed events */
  readonly rows: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly sealedAt: string;
}

/** A block as it is stored, mailed and archived, without its events. */
export interface Head {
  /** canonical JSON of the header */
  readonly header: string;
  /** base64 */
  readonly signature: string;
  readonly keyId: string;
}

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** Fields in this order. The text itself is kept, so nobody has to make it anew to check the signature. */
export function headerText(header: BlockHeader): string {
  const { format, number, previous, from, to, events, rows, firstAt, lastAt, sealedAt } = header;
  return JSON.stringify({ format, number, previous, from, to, events, rows, firstAt, lastAt, sealedAt });
}

/** @throws SyntaxError or TypeError when the text is no header of this format */
export function readHeader(text: string): BlockHeader {
  const header = JSON.parse(text) as BlockHeader;
  if (header.format !== blockFormat || headerText(header) !== text) throw new TypeError('Not a header of a block');
  return header;
}

export const signHead = (header: BlockHeader, key: AuditKey): Head => {
  const text = headerText(header);
  return { header: text, signature: sign(null, Buffer.from(text), key.private).toString('base64'), keyId: key.id };
};

/** 'UNKNOWN_KEY': none of the keys we trust made it. */
export function checkSignature(
  { header, signature, keyId }: Head,
  trusted: ReadonlyMap<string, KeyObject>,
): 'GOOD' | 'WRONG' | 'UNKNOWN_KEY' {
  const key = trusted.get(keyId);
  if (!key) return 'UNKNOWN_KEY';
  return verify(null, Buffer.from(header), key, Buffer.from(signature, 'base64')) ? 'GOOD' : 'WRONG';
}

/** What a person compares: the number and the hash of the last block. */
export const hashOf = ({ header }: Head): string => sha256(header);
