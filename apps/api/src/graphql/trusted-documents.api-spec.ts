import { createWorld, type Actor, type World } from '@dangwu/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, validate } from 'graphql';
import { trustedDocuments as documentsOfConsole } from '../../../../tools/documents.mjs';
import { TextLane } from './lane/text-lane';

const known = new Map([
  ['who', 'query who { session { account { username } } }'],
  ['token', 'mutation token { createExplorerToken { token expiresAt } }'],
  ['out', 'mutation out { signOut }'],
  ['rules', 'query rules { rules(first: 20) { nodes { key } } }'],
]);
const free = '{ session { account { username } } }';

interface Answer {
  readonly status: number;
  readonly reason: string | undefined;
  readonly data: { session?: unknown; createExplorerToken?: { token: string } } | undefined;
}

describe('trusted documents', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ documents: known, empty: true });
  });
  afterAll(() => world.close());

  const post = async (body: unknown, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as {
      data?: Answer['data'];
      errors?: [{ extensions: { reason: string } }];
    };
    return { status: response.status, reason: errors?.[0].extensions.reason, data };
  };
  const named = (sha256Hash: string, more: object = {}) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
    ...more,
  });
  const as = (actor: Actor) => ({ cookie: actor.cookie });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const tokenOf = async (actor: Actor): Promise<string> =>
    (await post(named('token'), as(actor))).data!.createExplorerToken!.token;

  it('are all that a session, or nobody, may send', async () => {
    const actor = await world.account('PARTY_STAFF');
    const answered = { session: { account: { username: actor.username } } };
    expect(await post(named('who'), as(actor))).toMatchObject({ status: 200, data: answered });
    expect(await post(named('who'), {})).toMatchObject({ status: 200, data: { session: null } });
    for (const headers of [as(actor), {}])
      for (const body of [{ query: free }, [{ query: free }], [named('who')], {}, 'x', null, named('who ')])
        expect(await post(body, headers)).toMatchObject({
          status: expect.any(Number),
          reason: expect.stringMatching(/^(UNTRUSTED_DOCUMENT|UNKNOWN_DOCUMENT|BAD_REQUEST)$/),
        });
    expect(await post({ query: free }, as(actor))).toMatchObject({ status: 403, reason: 'UNTRUSTED_DOCUMENT' });
    expect(await post(named('who '), as(actor))).toMatchObject({ status: 400, reason: 'UNKNOWN_DOCUMENT' });
    // the text that comes along is not looked at
    const both = named('who', { query: 'mutation { signOut }' });
    expect(await post(both, as(actor))).toMatchObject({ status: 200, data: answered });
    const get = await fetch(`${world.url}/graphql?query=${encodeURIComponent(free)}`, {
      headers: { ...as(actor), 'apollo-require-preflight': '1' },
    });
    expect(get.status).toBe(403);
  });

  it('go the short way when they are known, and are charged there as well', async () => {
    const actor = await world.account('PARTY_STAFF');
    const lane = world.app.get(TextLane);
    const left = async (): Promise<number> => {
      const headers = { 'content-type': 'application/json', ...as(actor) };
      const body = JSON.stringify(named('rules'));
      const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ data: { rules: { nodes: expect.any(Array) as unknown } } });
      return Number(/r=(\d+)/.exec(response.headers.get('ratelimit')!)![1]);
    };
    const [, short] = [await left(), lane.figures.answered];
    const before = await left();
    expect(before - (await left())).toBeGreaterThanOrEqual(20);
    expect(lane.figures.answered - short).toBe(2);
  });

  it('are no bound for a token, which has the rights of its maker', async () => {
    const actor = await world.account('PARTY_STAFF');
    const token = await tokenOf(actor);
    expect(token).toMatch(/^dw_live_[\w-]{43}[\da-f]{8}$/);
    const answer = await post({ query: '{ session { account { username } permissions } }' }, bearer(token));
    expect(answer.data?.session).toMatchObject({
      account: { username: actor.username },
      permissions: expect.arrayContaining(['organization.maintain', 'api.explore']),
    });
    const member = await tokenOf(await world.account('AUDITOR'));
    expect(await post({ query: '{ importBatches(first: 1) { totalCount } }' }, bearer(member))).toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
  });

  it('a token makes no token, and decides alone who asks', async () => {
    const [one, other] = [await world.account('PARTY_STAFF'), await world.account('AUDITOR')];
    const token = await tokenOf(one);
    expect(await post({ query: known.get('token') }, bearer(token))).toMatchObject({ reason: 'TOKEN_MAKES_NO_TOKEN' });
    expect(await post({ query: free }, { ...as(other), ...bearer(token) })).toMatchObject({
      data: { session: { account: { username: one.username } } },
    });
    const broken = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
    for (const wrong of [broken, 'x', `dw_live_${'A'.repeat(43)}00000000`])
      expect(await post({ query: free }, { ...as(other), ...bearer(wrong) })).toMatchObject({
        status: 401,
        reason: 'TOKEN_REFUSED',
      });
  });

  it('a token ends with its session, after an hour, and when two newer ones are made', async () => {
    const actor = await world.account('PARTY_STAFF');
    const works = async (token: string) => (await post({ query: free }, bearer(token))).status === 200;
    const tokens = [await tokenOf(actor), await tokenOf(actor), await tokenOf(actor)];
    expect(await Promise.all(tokens.map(works))).toEqual([false, true, true]);
    expect(await post(named('out'), as(actor))).toMatchObject({ status: 200 });
    expect(await Promise.all(tokens.map(works))).toEqual([false, false, false]);

    const later = await tokenOf(await world.account('PARTY_STAFF'));
    // used, so that the session does not end by idleness before
    for (const minutes of [25, 25, 9]) {
      world.clock.advance(minutes * 60_000);
      expect(await works(later)).toBe(true);
    }
    world.clock.advance(61_000);
    expect(await works(later)).toBe(false);
  });

  it('is told to nobody but its maker: the database has its HMAC, the audit log only that it was made', async () => {
    const actor = await world.account('PARTY_STAFF');
    const token = await tokenOf(actor);
    const rows = await world.write((tx) =>
      tx.query<{ found: string }[]>(
        `select (select string_agg(t::text, ' ') from access_token t) || coalesce(
           (select string_agg(e::text, ' ') from audit_event e where action = 'createExplorerToken'), '') as found`,
      ),
    );
    expect(rows[0]!.found).toContain('createExplorerToken');
    expect(rows[0]!.found).not.toContain(token.slice(8, 51));
  });
});

describe('the documents of the console', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ empty: true });
  });
  afterAll(() => world.close());

  it('fit the schema, each under an id of its own', () => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    const documents = documentsOfConsole();
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    expect(documents.length).toBeGreaterThan(20);
    const wrong = documents.flatMap(({ name, text }) =>
      validate(schema, parse(text)).map((error) => `${name}: ${error.message}`),
    );
    expect(wrong).toEqual([]);
  });
});
