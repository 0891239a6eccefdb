import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a package: made when its turn comes, so that never more than one is held. */
export interface Part {
  readonly path: string;
  readonly open: () => Promise<Buffer | AsyncIterable<Buffer | string>>;
}

/** The parts as a zip, with SHA256SUMS of all of them at the end. */
export function packParts(parts: readonly Part[], mtime: Date): Readable {
  const zip = new ZipFile();
  const sums: string[] = [];
  const add = ({ path, open }: Part): void =>
    zip.addReadStreamLazy(path, { mtime }, (give) => {
      open().then(
        (content) => give(null, Readable.from(hashed(Buffer.isBuffer(content) ? [content] : content, path, sums))),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  parts.forEach(add);
  add({ path: 'SHA256SUMS', open: () => Promise.resolve(Buffer.from(sums.map((line) => `${line}\n`).join(''))) });
  // a PassThrough, which its types do not say
  const packed = zip.outputStream as Readable;
  // what cannot be made breaks the package off, rather than leaving a file that looks whole
  zip.on('error', (error: Error) => packed.destroy(error));
  zip.end();
  return packed;
}

async function* hashed(
  content: Iterable<Buffer> | AsyncIterable<Buffer | string>,
  path: string,
  sums: string[],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    yield bytes;
  }
  sums.push(`${hash.digest('hex')}  ${path}`);
}

/** A name as part of a path, whatever people called somebody. */
export const inPath = (name: string): string => name.replaceAll(/[\\/:*?"<>|\s]/g, '_').slice(0, 80);
