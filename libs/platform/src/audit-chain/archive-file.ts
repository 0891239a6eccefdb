import { createGunzip, gzip } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { headLine } from './audit-heads';
import type { Head } from './block';

const compress = promisify(gzip);

export const archiveFormat = 'dangwu-audit-archive/1';

/** A block with the lines of its events, as they were hashed. */
export interface ArchivedBlock extends Head {
  readonly lines: readonly string[];
}

/**
 * JSON lines, gzipped: one that names the format, then for each block its signed head and the lines of its events. Nothing
 * else is needed to check it but the public key.
 */
export async function writeArchive(blocks: AsyncIterable<ArchivedBlock>): Promise<Buffer> {
  const parts: string[] = [`${JSON.stringify({ archive: archiveFormat })}\n`];
  for await (const block of blocks) parts.push(`${[headLine(block), ...block.lines].join('\n')}\n`);
  return compress(Buffer.from(parts.join('')));
}

/** @throws Error when it is no archive, or cannot be unpacked */
export async function* readArchive(content: Readable): AsyncGenerator<ArchivedBlock> {
  let head: Head | null = null;
  let lines: string[] = [];
  let first = true;
  for await (const line of linesOf(content)) {
    if (first) {
      if ((JSON.parse(line) as { archive?: string }).archive !== archiveFormat)
        throw new TypeError('Not an archive of the audit log');
      first = false;
    } else if (line.startsWith('{"header":')) {
      if (head) yield { ...head, lines };
      head = JSON.parse(line) as Head;
      lines = [];
    } else lines.push(line);
  }
  if (head) yield { ...head, lines };
}

async function* linesOf(content: Readable): AsyncGenerator<string> {
  let rest = '';
  // trouble with either ends the reading below with its error
  const unpacked = pipeline(content, createGunzip(), () => undefined).setEncoding('utf8');
  for await (const chunk of unpacked as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}
