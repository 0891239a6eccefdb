import { Config } from '@dangwu/platform/config';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import pg from 'pg';
import { maxRecursiveSelections, maxTokens } from '../graphql/format-error';
import { limits } from '../graphql/limits.plugin';

/** Every limit at its edge: the last document that passes, and the first that is refused. */
describe('limits of a request', () => {
  let world: World;
  let token: string;
  beforeAll(async () => {
    world = await createWorld({ environment: { MAX_FILE_MB: '1' } });
    const made = await world
      .as(world.staff)
      .mutate<{ createExplorerToken: { token: string } }>('mutation { createExplorerToken { token } }');
    token = made.createExplorerToken.token;
  });
  afterAll(() => world.close());

  const post = (body: string, headers: Record<string, string> = { cookie: world.staff.cookie }): Promise<Response> =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  /** Status and reason; '' when it passed. */
  const answerTo = async (query: string, headers?: Record<string, string>): Promise<string> => {
    const response = await post(JSON.stringify({ query }), headers);
    const { errors } = (await response.json()) as { errors?: [{ extensions: { code: string; reason: string } }] };
    return errors ? `${response.status} ${errors[0].extensions.code} ${errors[0].extensions.reason}` : '';
  };

  const nested = (depth: number): string =>
    `{ organization(id: "${world.root.id}") ${'{ parent '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;
  const aliases = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: session { signedInAt }`).join(' ')} }`;
  /** 1 + outer × (1 + inner), and 1 for each further object */
  const cost = (outer: number, inner: number, more = ''): string =>
    `{ organizations(first: ${outer}) { nodes { children(first: ${inner}) { nodes { id } } } } ${more} }`;
  const tokens = (count: number): string =>
    `{ organizations(first: 1, filter: { types: [${'BRANCH '.repeat(count - 22)}] }) { nodes { id } } }`;
  const selections = (count: number): string =>
    `{ session { ${'...f '.repeat(99)} ${'idleUntil '.repeat(count - 9_901)}} } fragment f on Session { ${'signedInAt '.repeat(99)}}`;
  const page = (size: string): string => `{ organizations${size} { nodes { id } } }`;

  /** A limit, its last and its first document beyond, and the refusal. */
  const edges: readonly (readonly [string, () => readonly [string, string], string])[] = [
    ['depth', () => [nested(limits.depth), nested(limits.depth + 1)], '400 QUERY_TOO_COMPLEX TOO_DEEP'],
    ['aliases', () => [aliases(limits.aliases), aliases(limits.aliases + 1)], '400 QUERY_TOO_COMPLEX TOO_MANY_ALIASES'],
    ['the cost for people: 1,000', () => [cost(27, 36), cost(20, 49)], '400 QUERY_TOO_COMPLEX TOO_COSTLY'],
    [
      'selections, fragments unfolded',
      () => [selections(maxRecursiveSelections), selections(maxRecursiveSelections + 1)],
      '400 QUERY_TOO_COMPLEX TOO_COSTLY',
    ],
    ['the page size, above', () => [page('(first: 100)'), page('(first: 101)')], '200 BAD_USER_INPUT INVALID_FIELDS'],
    ['the page size, below', () => [page('(first: 1)'), page('(first: 0)')], '200 BAD_USER_INPUT INVALID_FIELDS'],
    ['a page size at all', () => [page('(last: 1)'), page('')], '200 BAD_USER_INPUT PAGE_SIZE'],
    [
      'one mutation',
      () => [
        'mutation { createExplorerToken { expiresAt } }',
        'mutation { createExplorerToken { expiresAt } signOut }',
      ],
      '400 QUERY_TOO_COMPLEX ONE_MUTATION',
    ],
  ];

  it.each(edges)('%s', async (_name, documents, refused) => {
    const [most, more] = documents();
    expect(await answerTo(most)).toBe('');
    expect(await answerTo(more)).toBe(refused);
  });

  it('tokens of the grammar', async () => {
    // so many types are no filter, which is found out later
    expect(await answerTo(tokens(maxTokens))).toBe('200 BAD_USER_INPUT INVALID_FIELDS');
    expect(await answerTo(tokens(maxTokens + 1))).toBe('400 QUERY_TOO_COMPLEX TOO_LONG');
  });

  it('a token may cost twice as much', async () => {
    const headers = { authorization: `Bearer ${token}` };
    expect(limits).toMatchObject({ cost: 1_000, tokenCost: 2_000 });
    expect(await answerTo(cost(54, 36, 'session { signedInAt }'), headers)).toBe('');
    expect(await answerTo(cost(40, 49), headers)).toBe('400 QUERY_TOO_COMPLEX TOO_COSTLY');
  });

  it('a body of 1 MB', async () => {
    const sized = (bytes: number): string => {
      const body = JSON.stringify({ query: '{ session { signedInAt } }', variables: { x: '' } });
      return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
    };
    expect((await post(sized(1_048_576))).status).toBe(200);
    const more = await post(sized(1_048_577));
    expect(more.status).toBe(400);
    expect(await more.json()).toMatchObject({ errors: [{ extensions: { reason: 'TOO_LARGE' } }] });
  });

  it('a file of MAX_FILE_MB, which is 20 unless set', async () => {
    const upload = async (bytes: number): Promise<number> => {
      const form = new FormData();
      form.append('file', new Blob([Buffer.alloc(bytes, 'x')], { type: 'text/csv' }), 'x.csv');
      const headers = { cookie: world.staff.cookie, 'x-dangwu-csrf': '1' };
      return (await fetch(`${world.url}/files`, { method: 'POST', body: form, headers })).status;
    };
    expect(new Config({ DATABASE_URL: 'postgres://x' }).maxFileSize).toBe(20 * 1024 * 1024);
    expect(await upload(1024 * 1024)).toBe(201);
    expect(await upload(1024 * 1024 + 1)).toBe(400);
  });
});

describe('limits of time', () => {
  it('are 10 s for a statement and 30 s for a request unless set', () => {
    const config = new Config({ DATABASE_URL: 'postgres://x' });
    expect([config.statementTimeout, config.requestTimeout]).toEqual([10_000, 30_000]);
  });

  it.each([
    ['a statement', { STATEMENT_TIMEOUT: '2s' }, 'DATABASE_BUSY'],
    ['a request', { REQUEST_TIMEOUT: '2s' }, 'TOO_SLOW'],
  ])('%s that takes longer is given up as UNAVAILABLE', async (_name, environment, reason) => {
    const world = await createWorld({ environment });
    const lock = await Lock.of(world);
    try {
      await lock.hold('notification');
      const soon = ask(world, world.staff);
      setTimeout(() => void lock.release(), 150);
      expect(await soon).toEqual({ status: 200 });

      await lock.hold('notification');
      const late = await ask(world, world.staff);
      expect(late).toEqual({ status: 503, code: 'UNAVAILABLE', reason, retryAfter: true });
    } finally {
      await lock.end();
      await world.close();
    }
  });
});

/** Somebody else's transaction that a read has to wait for. */
class Lock {
  private constructor(private readonly client: pg.Client) {}

  static async of(world: World): Promise<Lock> {
    const client = new pg.Client({ connectionString: world.config.databaseUrl });
    await client.connect();
    return new Lock(client);
  }

  async hold(table: string): Promise<void> {
    await this.client.query(`begin; lock table ${table} in access exclusive mode`);
  }

  async release(): Promise<void> {
    await this.client.query('rollback');
  }

  async end(): Promise<void> {
    await this.client.end();
  }
}

async function ask(world: World, actor: Actor): Promise<object> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: actor.cookie },
    body: JSON.stringify({ query: '{ notifications(first: 1) { totalCount } }' }),
  });
  const { errors } = (await response.json()) as { errors?: [{ extensions: { code: string; reason: string } }] };
  if (!errors) return { status: response.status };
  const { code, reason } = errors[0].extensions;
  return { status: response.status, code, reason, retryAfter: response.headers.has('retry-after') };
}
