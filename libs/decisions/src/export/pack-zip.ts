import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportEntry } from './export-file';

/** The entries as a zip, made while it is read: never more than one of them is open. */
export function packZip(entries: readonly ExportEntry[], mtime: Date): Readable {
  const zip = new ZipFile();
  for (const { path, content } of entries) {
    if (Buffer.isBuffer(content)) zip.addBuffer(content, path, { mtime });
    else
      zip.addReadStreamLazy(path, { mtime }, (give) => {
        content().then(
          (stream) => give(null, stream),
          (error: unknown) => give(error, Readable.from([])),
        );
      });
  }
  // a PassThrough, which its types do not say
  const packed = zip.outputStream as Readable;
  // what cannot be read breaks the download off, rather than leaving a file that looks whole
  zip.on('error', (error: Error) => packed.destroy(error));
  zip.end();
  return packed;
}
