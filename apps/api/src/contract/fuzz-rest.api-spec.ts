import { createWorld, hostileTexts, judge, Random, type Actor, type World } from '@dangwu/testing';
import { request as httpRequest } from 'node:http';

/** FUZZ_SEED repeats a run, FUZZ_CASES makes it longer (npm run drill:fuzz). */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_918);
const cases = Number(process.env['FUZZ_CASES'] ?? 200);

interface Attempt {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Headers take bytes, not every character. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 6_000);

/** Deeper than a recursion would go. */
const nested = (levels: number): string => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;

describe('what is not a GraphQL variable', () => {
  let world: World;
  let actors: readonly (Actor | null)[];
  const random = new Random(seed);
  beforeAll(async () => {
    world = await createWorld({ environment: { RATE_LIMIT: '1000000000', RATE_LIMIT_ANONYMOUS: '1000000000' } });
    actors = [world.staff, world.staff, await world.account('AUDITOR'), (await world.another()).staff, null];
  });
  afterAll(() => world.close());

  const text = (): string => random.of(hostileTexts)();
  const cookie = (): Record<string, string> => {
    const actor = random.of(actors);
    return actor ? { cookie: actor.cookie } : {};
  };
  const addressPart = (): string => encodeURIComponent(Buffer.from(text().slice(0, 2_000)).toString());

  const kinds: readonly (readonly [string, () => Attempt])[] = [
    [
      'bodies of GraphQL',
      () => ({
        path: '/graphql',
        method: 'POST',
        headers: {
          ...cookie(),
          'content-type': random.of(['application/json', 'application/json; charset=utf-16', 'text/plain', 'x']),
        },
        body: random.of([
          () => '{"query":"{ session { signedInAt } }","variables":{"a":NaN}}',
          () => '{"query":"{ session { signedInAt } }","variables":{"a":Infinity}}',
          () => JSON.stringify({ query: text(), variables: text(), operationName: text() }),
          () => `{"query":"{ session { signedInAt } }","variables":${nested(20_000)},"extensions":${nested(20_000)}}`,
          () => JSON.stringify({ query: { a: 1 }, variables: [] }),
          () => `{"query":"query ($a: [String!]) { session { signedInAt } }","variables":{"a":${nested(9_000)}}}`,
          () =>
            `{"query":${JSON.stringify(`{ node(id: ${JSON.stringify(text())}) { id } }`)},"__proto__":{"query":"x"}}`,
          () =>
            JSON.stringify({
              extensions: { persistedQuery: random.of<unknown>([1, {}, { sha256Hash: text() }, []]) },
            }),
          () => '['.repeat(400_000),
          () => `{"a":`.repeat(100_000),
          () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22]),
          () => '\ufeff{}',
          () => JSON.stringify({ query: `{ ${'... { '.repeat(random.of([10, 900, 1_300]))} session { signedInAt }` }),
          () =>
            JSON.stringify({
              query: `{ organizations(first: ${'9'.repeat(random.of([3, 20, 400]))}) { nodes { id } } }`,
            }),
          () => JSON.stringify({ query: '{ organizations(first: 1e999) { nodes { id } } }' }),
        ])(),
      }),
    ],
    [
      'uploads',
      () => {
        const name = headerText(random.chance(0.5) ? `${text()}.csv` : text()).replaceAll('"', '');
        const boundary = random.of(['b', '-'.repeat(80), 'x y', '']);
        const content = random.of<string | Buffer>([text(), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'a,b\n1,2\n', '']);
        const part = `--${boundary}\r\nContent-Disposition: form-data; name="${random.of(['file', 'file', 'x', '__proto__'])}"; filename="${name}"\r\nContent-Type: ${random.of(['text/csv', 'x', ''])}\r\n\r\n`;
        return {
          path: '/files',
          method: 'POST',
          headers: {
            ...cookie(),
            'x-dangwu-csrf': '1',
            'content-type': random.of([`multipart/form-data; boundary=${boundary}`, 'multipart/form-data', 'text/csv']),
          },
          body: Buffer.concat([
            Buffer.from(part, 'latin1'),
            Buffer.from(content),
            Buffer.from(random.chance(0.8) ? `\r\n--${boundary}--\r\n` : ''),
          ]),
        };
      },
    ],
    [
      'addresses',
      () => ({
        path: random.of([
          () => `/files/${addressPart()}`,
          () => `/files/File_${'0'.repeat(32)}`,
          () => `/imports/${addressPart()}/faulty-rows.xlsx`,
          () => `/inbox/${addressPart()}`,
          () => `/templates/${addressPart()}`,
          () => `/calendar/${addressPart()}.ics`,
          () => `/calendar/${'a'.repeat(43)}.ics`,
          () => `/graphql?query=${addressPart()}&variables=${addressPart()}`,
          () => `/${addressPart()}?${addressPart()}=${addressPart()}`,
          () => '/files/%',
          () => '/%c0%ae%c0%ae/%2e%2e/etc/passwd',
          () => '/assets/../../package.json',
        ])(),
        method: random.of(['GET', 'GET', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']),
        headers: { ...cookie(), accept: random.of(['*/*', 'text/html', 'application/json', 'x']) },
      }),
    ],
    [
      'headers',
      () => ({
        path: random.of(['/graphql', '/files/x', '/healthz', '/']),
        method: random.of(['GET', 'POST']),
        headers: {
          cookie: `dangwu_session=${headerText(text())}; ${headerText(text())}`,
          ...(random.chance(0.5) ? { authorization: `Bearer ${headerText(text())}` } : {}),
          'accept-language': headerText(text()),
          accept: headerText(text()),
          'x-request-id': headerText(text()),
          'x-forwarded-for': headerText(text()),
          origin: headerText(text()),
          range: headerText(text()),
          'content-type': headerText(text()),
          'apollo-require-preflight': '1',
        },
        body: '{}',
      }),
    ],
  ];

  it.each(kinds)('%s: no 5xx, nothing of the inside told', async (name, make) => {
    const faults: string[] = [];
    let past = 0;
    for (let n = 0; n < cases; n += 1) {
      const attempt = make();
      const { status, body } = await send(world.url, attempt);
      const verdict = judge(status, /json/.test(String(body.type)) ? body.text : body.text.replace(/^[^{].*/s, ''));
      past += Number(status < 400);
      if (attempt.method === 'TRACE' && status < 400) faults.push(`TRACE answered ${status}`);
      if (verdict.fault)
        faults.push(
          `${verdict.fault}: ${attempt.method} ${attempt.path.slice(0, 200)} ${String(attempt.body).slice(0, 200)} → ${body.text.slice(0, 300)}`,
        );
    }
    console.info(`fuzz of ${name}, seed ${seed}: ${cases} cases, ${past} answered, ${faults.length} faults`);
    expect(faults).toEqual([]);
  });
});

/** By node:http, which sends what fetch would refuse to. A connection closed without an answer counts as refused. */
function send(
  base: string,
  { path, method, headers, body }: Attempt,
): Promise<{ status: number; body: { text: string; type?: string } }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const refused = (): void => resolve({ status: 400, body: { text: '' } });
    const length = body === undefined || method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) };
    const request = httpRequest({ hostname, port, path, method, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', refused);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: { text: Buffer.concat(parts).toString(), type: response.headers['content-type'] ?? '' },
        }),
      );
    });
    request.on('error', refused);
    if (body !== undefined && method !== 'GET') request.write(body);
    request.end();
  });
}
