import { request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import pg from 'pg';

describe('what is not GraphQL', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const get = (path: string, actor?: Actor) =>
    fetch(`${world.url}${path}`, { headers: actor ? { cookie: actor.cookie } : {} });
  const upload = (actor: Actor, content: string, headers: Record<string, string> = { 'x-dangwu-csrf': '1' }) => {
    const body = new FormData();
    body.append('file', new Blob([content], { type: 'text/csv' }), '名册.csv');
    return fetch(`${world.url}/files`, { method: 'POST', body, headers: { cookie: actor.cookie, ...headers } });
  };

  it('tells that it lives, that it can serve, and its figures, to anybody', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ ready: true, problems: [] });
    expect(await (await get('/metrics')).text()).toContain('http_request_duration_seconds_bucket');
  });

  it('is not ready while a migration is missing', async () => {
    const { rows } = await onServer(
      world,
      `update schema_migration set name = name || 'X' where id = 1 returning name`,
    );
    expect(rows).toHaveLength(1);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, problems: [expect.stringContaining('Ground')] });
    await onServer(world, `update schema_migration set name = left(name, -1) where id = 1`);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('keeps a file for whoever brought it, and refuses forms of other sites', async () => {
    expect((await upload(world.staff, '名称\n第一支部\n', {})).status).toBe(400);
    const sent = await upload(world.staff, '名称\n第一支部\n');
    expect(sent.status).toBe(201);
    const file = (await sent.json()) as { id: string; name: string };
    expect(file).toMatchObject({ id: expect.stringMatching(/^File_/), name: '名册.csv' });
    const own = await get(`/files/${file.id}`, world.staff);
    expect(own.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(own.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await own.text()).toBe('名称\n第一支部\n');
    const other = await world.account('PARTY_STAFF');
    expect((await get(`/files/${file.id}`, other)).status).toBe(404);
    expect((await get(`/files/${file.id}`)).status).toBe(401);
  });

  it('refuses a file of 100 MB, told or not, without holding it', async () => {
    const part = Buffer.alloc(1024 * 1024, 0x41);
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n';
    const before = process.memoryUsage().rss;
    const send = async (headers: Record<string, string>): Promise<object> => {
      async function* body() {
        yield Buffer.from(head);
        for (let sent = 0; sent < 100; sent++) yield part;
      }
      const [to, what] = [`${world.url}/files`, { 'content-type': 'multipart/form-data; boundary=x', ...headers }];
      return new Promise((resolve, reject) => {
        const sending = request(to, {
          method: 'POST',
          headers: { ...what, cookie: world.staff.cookie, 'x-dangwu-csrf': '1' },
        });
        sending.on('response', (response) => void json(response).then((answer) => resolve(answer as object), reject));
        // the server hangs up on what it refuses to read
        Readable.from(body())
          .on('error', () => undefined)
          .pipe(sending)
          .on('error', reject);
      });
    };
    const refusal = { errors: [{ extensions: { reason: 'FILE_TOO_LARGE', params: { limit: 20 } } }] };
    expect(await send({})).toMatchObject(refusal);
    expect(await send({ 'content-length': String(head.length + 100 * part.length) })).toMatchObject(refusal);
    expect((process.memoryUsage().rss - before) >> 20).toBeLessThan(100);
  });

  it('sends the headers that keep a browser in bounds', async () => {
    const { headers } = await get('/healthz');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/\S/);
  });

  it.each([
    [{}, 201],
    [{ origin: 'SELF', 'sec-fetch-site': 'same-origin' }, 201],
    [{ origin: 'https://example.org' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
  ])('a change that comes with a session and %j is answered %d', async (from, status) => {
    const headers = Object.fromEntries(
      Object.entries(from).map(([name, value]) => [name, value === 'SELF' ? new URL(world.url).origin : value]),
    );
    const answer = await upload(world.staff, '名称\n', { 'x-dangwu-csrf': '1', ...headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(await answer.text()).toContain('FOREIGN_ORIGIN');
  });

  it('shows the development inbox only where it is on', async () => {
    const admin = await world.account('SYSTEM_ADMIN');
    expect((await get('/inbox', admin)).status).toBe(404);
    expect((await get('/inbox', world.staff)).status).toBe(403);
  });
});

/** As the superuser of the test server, in the world's own database. */
async function onServer(world: World, sql: string): Promise<{ rows: unknown[] }> {
  const client = new pg.Client({ connectionString: world.config.databaseUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
