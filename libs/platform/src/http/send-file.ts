import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileEntity } from '../files';

/** Sends a stored file as a download that no browser shows or guesses about. */
export async function sendFile(
  response: ServerResponse,
  /** size null: it is made while it is sent */
  file: Pick<FileEntity, 'name' | 'type'> & { readonly size: string | null },
  content: Readable,
): Promise<void> {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  response.writeHead(200, {
    'content-type': file.type,
    ...(file.size !== null && { 'content-length': file.size }),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${percent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  await pipeline(content, response);
}

const percent = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
