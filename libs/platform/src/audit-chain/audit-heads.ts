import { sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import type { AuditKey } from './audit-keys';
import { checkSignature, hashOf, readHeader, type Head } from './block';

/** A loss that was looked into and accepted, such as a restore to yesterday: the chain goes on after `after`. */
export interface Resumption {
  readonly format: 'dangwu-audit-resumed/1';
  /** the last block that is still there; 0: none */
  readonly after: number;
  /** the last block that was there before */
  readonly lost: number;
  readonly reason: string;
  readonly at: string;
}

/** What stands outside of the database about the chain. */
export interface KnownHeads {
  /** by number: hashes of blocks that must be there */
  readonly heads: ReadonlyMap<number, string>;
  /** blocks that were lost and accepted as lost, `number hash` */
  readonly given: ReadonlySet<string>;
  readonly resumptions: readonly Resumption[];
  /** lines that are no signed heads of ours, by their place in the file */
  readonly bad: readonly number[];
}

interface SignedResumption {
  readonly resumed: string;
  readonly signature: string;
  readonly keyId: string;
}

/** Bytes: some hundred heads. */
const tail = 65_536;

/**
 * Every head that was ever signed, a line each, in `audit-heads.jsonl` of the data folder: whoever cuts the end off the
 * chain in the database does not reach this file, nor the mails that carry the same lines.
 */
@Injectable()
export class AuditHeads {
  private readonly file: string;

  constructor(private readonly config: Config) {
    this.file = path.join(config.dataDir, 'audit-heads.jsonl');
  }

  async known(trusted: ReadonlyMap<string, KeyObject>): Promise<KnownHeads> {
    return readHeads(await this.text(), trusted);
  }

  /** The last of them alone: what sealing compares, however long the file has grown. */
  async latest(trusted: ReadonlyMap<string, KeyObject>): Promise<KnownHeads> {
    const text = await this.text(tail);
    return readHeads(text.length < tail ? text : text.slice(text.indexOf('\n') + 1), trusted);
  }

  append(heads: readonly Head[]): Promise<void> {
    return this.addLines(heads.map(headLine));
  }

  resume(resumption: Resumption, key: AuditKey): Promise<void> {
    const resumed = JSON.stringify(resumption);
    const signature = sign(null, Buffer.from(resumed), key.private).toString('base64');
    return this.addLines([JSON.stringify({ resumed, signature, keyId: key.id } satisfies SignedResumption)]);
  }

  /** @param last only so many bytes of its end */
  private async text(last = Number.MAX_SAFE_INTEGER): Promise<string> {
    let handle: FileHandle;
    try {
      handle = await open(this.file, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
    try {
      const { size } = await handle.stat();
      const start = Math.max(0, size - last);
      const { buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
      return buffer.toString('utf8');
    } finally {
      await handle.close();
    }
  }

  /** A line broken off by a power cut stays by itself: the next begins anew. */
  private async addLines(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    await mkdir(this.config.dataDir, { recursive: true });
    const before = await this.text(1);
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(`${before && before !== '\n' ? '\n' : ''}${lines.join('\n')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** A head as it stands in the file and in mails. */
export const headLine = ({ header, signature, keyId }: Head): string => JSON.stringify({ header, signature, keyId });

/** Reads lines of heads: the file's, or those an auditor was mailed. */
export function readHeads(text: string, trusted: ReadonlyMap<string, KeyObject>): KnownHeads {
  const heads = new Map<number, string>();
  const given = new Set<string>();
  const resumptions: Resumption[] = [];
  const bad: number[] = [];
  text.split('\n').forEach((line, i) => {
    if (!line.trim()) return;
    const read = readLine(line, trusted);
    if (!read) bad.push(i + 1);
    else if ('hash' in read) heads.set(read.number, read.hash);
    else {
      resumptions.push(read);
      for (const [number, hash] of heads)
        if (number > read.after && heads.delete(number)) given.add(`${number} ${hash}`);
    }
  });
  return { heads, given, resumptions, bad };
}

function readLine(
  line: string,
  trusted: ReadonlyMap<string, KeyObject>,
): { readonly number: number; readonly hash: string } | Resumption | null {
  let parsed: Partial<Head & SignedResumption>;
  try {
    parsed = JSON.parse(line) as Partial<Head & SignedResumption>;
    if (parsed.header !== undefined) {
      const head = parsed as Head;
      return checkSignature(head, trusted) === 'GOOD'
        ? { number: readHeader(head.header).number, hash: hashOf(head) }
        : null;
    }
  } catch {
    return null; // a line that is no JSON or no header of ours is reported by its number
  }
  const { resumed, signature, keyId } = parsed;
  const key = keyId === undefined ? undefined : trusted.get(keyId);
  if (!resumed || !signature || !key) return null;
  if (!verify(null, Buffer.from(resumed), key, Buffer.from(signature, 'base64'))) return null;
  return JSON.parse(resumed) as Resumption;
}
