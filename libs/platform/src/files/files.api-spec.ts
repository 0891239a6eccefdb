import { createHmac, createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Audit } from '../audit';
import { Clock } from '../clock';
import { Config } from '../config';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { FileEntity } from './file.entity';
import { fileStore } from './files.module';
import { Files } from './files';

let scratch: Scratch;
beforeAll(async () => (scratch = await scratchDatabase([FileEntity], { MAX_FILE_MB: '1' })));
afterAll(() => scratch.drop());

const csv = Buffer.from('名称,编码\n机关第一支部,01\n');
const filesWith = (config: Config): Files =>
  new Files(config, scratch.database, new Clock(), new Audit(), fileStore(config));
const put = (files: Files, content: Buffer | Readable, name = '名册.csv'): Promise<FileEntity> =>
  files.put(content, { name, accountId: null, associationId: scratch.association });

describe('on disk', () => {
  it('gives back what it took, with its facts, until it is purged', async () => {
    const files = filesWith(scratch.config);
    const file = await put(files, Readable.from([csv.subarray(0, 5), csv.subarray(5)]), '../名册.csv');
    expect(file).toMatchObject({ name: '名册.csv', type: 'text/csv', size: String(csv.length), version: 1 });
    expect(file.sha256).toBe(createHash('sha256').update(csv).digest('hex'));
    const { rows: told } = await scratch.admin.query('select action from audit_event where subject_id = $1', [file.id]);
    expect(told).toEqual([{ action: 'putFile' }]);
    const found = await files.find(scratch.association, file.id);
    expect((await files.read(found)).equals(csv)).toBe(true);
    await files.purge(found);
    await expect(files.read(found)).rejects.toThrow(/no longer in the store/);
  });

  it('is not found from another association', async () => {
    const files = filesWith(scratch.config);
    const file = await put(files, csv);
    await expect(files.find(randomUUID(), file.id)).rejects.toThrow(/no such object/);
  });

  it('refuses what is too large, from a buffer or a stream', async () => {
    const files = filesWith(scratch.config);
    const large = Buffer.alloc(1024 * 1024 + 1, 0x41);
    await expect(put(files, large)).rejects.toThrow(/limit of 1 MB/);
    await expect(put(files, Readable.from([large.subarray(0, 9), large]))).rejects.toThrow(/limit of 1 MB/);
    await expect(put(files, large.subarray(1))).resolves.toMatchObject({ size: String(1024 * 1024) });
  });
});

describe('in an S3-compatible store', () => {
  const [accessKey, secretKey] = ['AKIDANGWU', 'a-secret/with+signs'];
  const objects = new Map<string, Buffer>();
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
        const body = Buffer.concat(parts);
        if (!signedRight(request, body, secretKey)) {
          response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
          return;
        }
        const key = request.url!;
        if (request.method === 'PUT') objects.set(key, body);
        if (request.method === 'DELETE') objects.delete(key);
        const found = objects.get(key);
        if (request.method === 'GET' && !found) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
        else response.writeHead(200).end(request.method === 'GET' ? found : undefined);
      })();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `s3+http://127.0.0.1:${(server.address() as AddressInfo).port}/dangwu/files`;
  });
  afterAll(() => server.close());

  const config = (secret: string): Config =>
    new Config({
      DATABASE_URL: scratch.config.databaseUrl,
      FILES_URL: url,
      FILES_ACCESS_KEY: accessKey,
      FILES_SECRET_KEY: secret,
      FILES_REGION: 'cn-north-1',
    });

  it('stores, reads and deletes by requests whose signature holds, body included', async () => {
    const files = filesWith(config(secretKey));
    const file = await put(files, csv);
    expect([...objects.keys()]).toEqual([`/dangwu/files/${scratch.association}/${file.id.slice(0, 2)}/${file.id}`]);
    expect((await files.read(file)).equals(csv)).toBe(true);
    await files.purge(file);
    expect(objects.size).toBe(0);
    await expect(files.read({ ...file, purgedAt: null })).rejects.toThrow(/no longer in the store/);
  });

  it('says what the store answered when the key is wrong, and writes no row', async () => {
    await expect(put(filesWith(config('another-secret')), csv, '无.csv')).rejects.toThrow(/403 SignatureDoesNotMatch/);
    const { rows } = await scratch.admin.query(`select id from file where name = '无.csv'`);
    expect(rows).toEqual([]);
  });
});

/** AWS Signature Version 4 by its specification, apart from the library that signs. */
function signedRight(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
  const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) return false;
  const [, , date, region, names, signature] = match as unknown as string[];
  const bodyHash = String(request.headers['x-amz-content-sha256']);
  if (bodyHash !== sha256(body) || !names!.split(';').includes('host')) return false;
  const headers = names!.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), names, bodyHash].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [region!, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, date!));
  return hmac(key, text).toString('hex') === signature;
}
