import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store';

export interface S3Settings {
  /** `s3://host/bucket/prefix` over https, `s3+http://host:9000/bucket/prefix` without */
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/** Files in a bucket of any S3-compatible store, addressed by path. */
export class S3Store implements FileStore {
  private readonly client: AwsClient;
  private readonly base: string;

  constructor({ url, accessKey, secretKey, region }: S3Settings) {
    this.client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
      retries: 3,
    });
    this.base = url
      .replace(/^s3\+http:/, 'http:')
      .replace(/^s3:/, 'https:')
      .replace(/\/+$/, '');
  }

  async put(key: string, content: Buffer): Promise<void> {
    const response = await this.ask('PUT', key, content);
    if (!response.ok) throw await refused('PUT', response);
    await response.body?.cancel();
  }

  async get(key: string): Promise<Readable | null> {
    const response = await this.ask('GET', key);
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok || !response.body) throw await refused('GET', response);
    return Readable.fromWeb(response.body as ReadableStream);
  }

  async delete(key: string): Promise<void> {
    const response = await this.ask('DELETE', key);
    if (!response.ok && response.status !== 404) throw await refused('DELETE', response);
    await response.body?.cancel();
  }

  private ask(method: string, key: string, body?: Buffer): Promise<Response> {
    return this.client.fetch(`${this.base}/${key}`, {
      method,
      body: body && new Uint8Array(body),
      // Signs the bytes too: a store without TLS could otherwise be fed others on the way.
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      signal: AbortSignal.timeout(60_000),
    });
  }
}

/** The store's own code for the logs; its XML may name the request, never the keys. */
async function refused(method: string, response: Response): Promise<Error> {
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? '';
  return new Error(`The file store answered ${method} with ${response.status} ${code}`.trim());
}
