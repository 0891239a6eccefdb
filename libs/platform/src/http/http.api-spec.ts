import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, Writable } from 'node:stream';
import pino from 'pino';
import { Config } from '../config';
import { platformMigrations, scratchDatabase, type Scratch } from '../database/scratch';
import { DomainError } from '../errors';
import { Health } from './health';
import { loggerOptions } from './logging';
import { Metrics } from './metrics';
import { receiveFile } from './receive-file';
import { requestId } from './request-id';
import { sendFile } from './send-file';

let server: Server | null = null;
afterEach(() => void server?.close());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('receiveFile', () => {
  const limit = 1024;
  const receiver = (): Promise<string> =>
    serve((request, response) => {
      receiveFile(request, limit).then(
        ({ name, content }) => response.end(JSON.stringify({ name, content: content.toString('hex') })),
        (error: unknown) => {
          request.resume();
          response.statusCode = 400;
          response.end(error instanceof DomainError ? error.reason : String(error));
        },
      );
    });
  const form = (field: string, content: Buffer, name: string): FormData => {
    const data = new FormData();
    data.append(field, new File([new Uint8Array(content)], name));
    return data;
  };

  it('takes a file with its Chinese name and every byte', async () => {
    const content = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const response = await fetch(await receiver(), { method: 'POST', body: form('file', content, '党员名册.xlsx') });
    expect(await response.json()).toEqual({ name: '党员名册.xlsx', content: content.toString('hex') });
  });

  it.each([
    ['no form', 'FILE_NOT_SENT', (): RequestInit => ({ body: '{}', headers: { 'content-type': 'application/json' } })],
    ['another field', 'FILE_NOT_SENT', (): RequestInit => ({ body: form('other', Buffer.from('x'), 'x.csv') })],
    [
      'a torn form',
      'FILE_NOT_SENT',
      (): RequestInit => ({ body: '--x\r\nnonsense', headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
    ],
    ['too much', 'FILE_TOO_LARGE', (): RequestInit => ({ body: form('file', Buffer.alloc(limit + 1), 'x.csv') })],
    ['far too much', 'FILE_TOO_LARGE', (): RequestInit => ({ body: form('file', Buffer.alloc(900_000), 'x.csv') })],
  ])('refuses %s as %s', async (_, reason, request) => {
    const response = await fetch(await receiver(), { method: 'POST', ...request() });
    expect([response.status, await response.text()]).toEqual([400, reason]);
  });

  it('stops reading a stream without a length at the limit', async () => {
    const boundary = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    const endless = new ReadableStream({
      start: (out) => out.enqueue(Buffer.from(boundary)),
      pull: (out) => out.enqueue(Buffer.alloc(16_384)),
    });
    const answer = fetch(await receiver(), {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit);
    const response = await answer;
    expect(await response.text()).toBe('FILE_TOO_LARGE');
  });
});

it('sends files as downloads that keep their Chinese name and cannot break the header', async () => {
  const url = await serve((_request, response) => {
    const file = { name: '党员"名册".csv', type: 'text/csv', size: '2' };
    void sendFile(response, file, Readable.from([Buffer.from('ab')]));
  });
  const response = await fetch(url);
  expect(await response.text()).toBe('ab');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="_________.csv"; filename*=UTF-8''%E5%85%9A%E5%91%98%22%E5%90%8D%E5%86%8C%22.csv`.replace(
      '_________',
      '______',
    ),
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it('keeps a sensible request id and replaces others', () => {
  const ask = (given?: string): string =>
    requestId({ headers: { ...(given !== undefined && { 'x-request-id': given }) } } as unknown as IncomingMessage);
  expect(ask('proxy-0001')).toBe('proxy-0001');
  for (const bad of ['x', 'a b c d e f g h', 'x'.repeat(65), '\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000'])
    expect(ask(bad)).toMatch(/^[0-9a-f-]{36}$/);
  expect(ask()).not.toBe(ask());
});

it('logs without secrets', () => {
  let written = '';
  const out = new Writable({
    write(line, _encoding, done) {
      written += String(line);
      done();
    },
  });
  const log = pino(loggerOptions(new Config({ DATABASE_URL: 'postgres://x' }), 'api'), out);
  log.info({
    password: 'hidden-1',
    input: { password: 'hidden-2', name: '张三' },
    a: { b: { token: 'hidden-3' } },
    req: { headers: { cookie: 'hidden-4', authorization: 'hidden-5' } },
  });
  expect(written).not.toMatch(/hidden-\d/);
  expect(written).toContain('张三');
});

describe('health and metrics', () => {
  let scratch: Scratch;
  beforeAll(async () => (scratch = await scratchDatabase()));
  afterAll(() => scratch.drop());

  it('is ready with all migrations and says which are missing', async () => {
    const migrations = await platformMigrations();
    expect(await new Health(scratch.database, migrations).readiness()).toEqual({ ready: true, problems: [] });
    class Later9999999999999 {}
    expect(await new Health(scratch.database, [...migrations, Later9999999999999]).readiness()).toEqual({
      ready: false,
      problems: ['migrations not run: Later9999999999999'],
    });
  });

  it('is not ready while the database refuses', async () => {
    await scratch.admin.query('revoke select on schema_migration from dangwu_app');
    const { ready, problems } = await new Health(scratch.database, []).readiness();
    expect(ready).toBe(false);
    expect(problems[0]).toMatch(/^database: permission denied/);
  });

  it('counts requests by route without letting strangers make up labels', async () => {
    const metrics = new Metrics(scratch.database);
    const url = await serve((request, response) => metrics.measure(request, response, () => void response.end()));
    await fetch(`${url}/graphql`, { method: 'POST' });
    await fetch(`${url}/made-up-by-a-stranger`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const text = await metrics.registry.metrics();
    expect(text).toContain('http_request_duration_seconds_count{method="POST",route="/graphql",status="200"} 1');
    expect(text).toContain('database_reader_connections{state="waiting"} 0');
    expect(text).not.toContain('stranger');
  });
});
