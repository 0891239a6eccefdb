import { createWorld, type Actor, type World } from '@dangwu/testing';

interface Refusal {
  readonly name: string;
  readonly body: string;
  readonly reason: string;
  readonly headers?: Record<string, string>;
  readonly status?: number;
}

const post = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });
const nested = (levels: number): string =>
  `{ organization(id: "x") ${'{ parent '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
const aliases = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: session { signedInAt }`).join(' ')} }`;

const refusals: readonly Refusal[] = [
  { name: 'a syntax error', body: post('{ session { '), reason: 'SYNTAX' },
  { name: 'an unknown field', body: post('{ sessio { signedInAt } }'), reason: 'INVALID_DOCUMENT' },
  { name: 'an unknown argument', body: post('{ node(nope: 1) { id } }'), reason: 'INVALID_DOCUMENT' },
  { name: 'a value of the wrong type', body: post('{ node(id: {}) { id } }'), reason: 'INVALID_DOCUMENT' },
  {
    name: 'a variable of the wrong type',
    body: post('query ($id: ID!) { node(id: $id) { id } }', { variables: { id: { a: 1 } } }),
    reason: 'INVALID_DOCUMENT',
  },
  { name: 'a deep document', body: post(nested(20)), reason: 'TOO_DEEP' },
  { name: 'many aliases', body: post(aliases(30)), reason: 'TOO_MANY_ALIASES' },
  {
    name: 'a costly document',
    body: post(
      '{ organizations(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }',
    ),
    reason: 'TOO_COSTLY',
  },
  { name: 'a very long document', body: post(`{ ${'session { signedInAt } '.repeat(3_000)} }`), reason: 'TOO_LONG' },
  {
    name: 'the same field a thousand times',
    body: post(`{ session { ${'signedInAt '.repeat(3_000)} } }`),
    reason: 'TOO_REPETITIVE',
  },
  {
    name: 'a circle of fragments',
    body: post('{ session { ...a } } fragment a on Session { ...b } fragment b on Session { ...a }'),
    reason: 'INVALID_DOCUMENT',
  },
  { name: 'a batch', body: `[${post('{ session { signedInAt } }')}]`, reason: 'BAD_REQUEST' },
  { name: 'broken JSON', body: '{"query": ', reason: 'BAD_REQUEST' },
  { name: 'no document', body: '{}', reason: 'BAD_REQUEST' },
  {
    name: 'a form of another site',
    body: 'query={session{signedInAt}}',
    headers: { 'content-type': 'text/plain' },
    reason: 'PREFLIGHT_REQUIRED',
  },
  {
    name: 'introspection by a stranger',
    body: post('{ __schema { types { name } } }'),
    reason: 'INTROSPECTION_NEEDS_SESSION',
    status: 401,
  },
  {
    name: 'two mutations at once',
    body: post('mutation { a: signOut b: signOut }'),
    reason: 'ONE_MUTATION',
  },
];

describe('hostile documents', () => {
  let world: World;
  let staff: Actor;
  beforeAll(async () => {
    world = await createWorld();
    staff = await world.account('PARTY_STAFF');
  });
  afterAll(() => world.close());

  it.each(refusals)('$name is refused as $reason', async ({ body, headers, reason, status }) => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    if (status) expect(response.status).toBe(status);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(JSON.parse(text).errors[0].extensions).toMatchObject({ reason, messages: { zh: expect.any(String) } });
    expect(text).not.toMatch(/Did you mean|node_modules|\.ts:|\.js:|stacktrace/i);
  });

  it('lets those who are signed in inspect the schema', async () => {
    const data = await world.as(staff).query<{ __schema: { types: unknown[] } }>('{ __schema { types { name } } }');
    expect(data.__schema.types.length).toBeGreaterThan(20);
  });

  it('answers in the language of the caller', async () => {
    const ask = async (language: string): Promise<string> => {
      const response = await fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: post('{ session { '),
      });
      return ((await response.json()) as { errors: [{ message: string }] }).errors[0].message;
    };
    expect(await ask('zh-CN')).toContain('语法错误');
    expect(await ask('en-GB,en;q=0.9')).toContain('syntax error');
  });
});
