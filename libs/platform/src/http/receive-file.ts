import type { IncomingMessage } from 'node:http';
import { Readable, Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { fileErrors } from '../files';

export interface ReceivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Room for the other parts of the form. */
const overhead = 64 * 1024;

/**
 * The one file of a multipart form, in its field `file`. Reads no more than the limit.
 * @throws FILE_TOO_LARGE, FILE_NOT_SENT
 */
export async function receiveFile(request: IncomingMessage, limit: number): Promise<ReceivedFile> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;/i.test(type)) throw fileErrors.FILE_NOT_SENT();
  const tooLarge = fileErrors.FILE_TOO_LARGE({ limit: limit / 1024 / 1024 });
  if (Number(request.headers['content-length'] ?? 0) > limit + overhead) throw tooLarge;
  let size = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      done(size > limit + overhead ? tooLarge : null, part);
    },
  });
  request.once('aborted', () => counted.destroy(new Error('The caller hung up')));
  const body = Readable.toWeb(request.pipe(counted)) as ReadableStream;
  let form: FormData;
  try {
    form = await new Response(body as unknown as ConstructorParameters<typeof Response>[0], {
      headers: { 'content-type': type },
    }).formData();
  } catch (error) {
    if (size > limit + overhead) throw tooLarge;
    if ((error as Error).name === 'TypeError') throw fileErrors.FILE_NOT_SENT();
    throw error;
  }
  const file = form.get('file');
  if (!(file instanceof File)) throw fileErrors.FILE_NOT_SENT();
  if (file.size > limit) throw tooLarge;
  return { name: file.name, content: Buffer.from(await file.arrayBuffer()) };
}
