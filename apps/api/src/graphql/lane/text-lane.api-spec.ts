import { createWorld, type Actor, type World } from '@dangwu/testing';
import { TextLane } from './text-lane';

let world: World;
let lane: TextLane;
let committee: { id: string };
let branch: { id: string };
let secretary: Actor;
beforeAll(async () => {
  world = await createWorld();
  lane = world.app.get(TextLane);
  committee = await world.organization('甲党委', { type: 'COMMITTEE' });
  branch = await world.branch('甲一支部', { under: committee });
  secretary = await world.account('SECRETARY', committee);
});
afterAll(() => world.close());

const page = `query Page($within: ID, $first: Int!) { partyOrganizations(within: $within, first: $first) {
  __typename nodes { id name tier parent { name } children(first: 3) { nodes { name } } } pageInfo { hasNextPage endCursor } } }`;
const detail = `query Detail($id: ID!) { partyOrganization(id: $id) { id name memberCount ancestors { name } } }`;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: { data?: Record<string, { name: string } | null>; errors?: { extensions: { reason: string } }[] };
  readonly text: string;
  /** answered by the lane */
  readonly short: boolean;
}

async function ask(
  actor: Actor | null,
  query: string,
  variables: object = {},
  more: object = {},
  headers = {},
): Promise<Answer> {
  const before = lane.figures.answered;
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(actor && { cookie: actor.cookie }), ...headers },
    body: JSON.stringify({ query, variables, ...more }),
  });
  const text = await response.text();
  const {
    date: _,
    'x-request-id': __,
    etag: ___,
    'content-length': ____,
    // what is left goes down with every request
    ratelimit: _____,
    ...rest
  } = Object.fromEntries(response.headers);
  const body = JSON.parse(text) as Answer['body'];
  return { status: response.status, headers: rest, body, text, short: lane.figures.answered > before };
}

/** asked until the lane knows the document */
async function known(actor: Actor, query: string, variables: object): Promise<Answer> {
  await ask(actor, query, variables);
  return ask(actor, query, variables);
}

describe('answers as Apollo does', () => {
  const accepts = [undefined, '*/*', 'application/json', 'application/graphql-response+json,application/json;q=0.9'];
  it.each(accepts)('to a client that accepts %s', async (accept) => {
    const headers = accept ? { accept } : {};
    // a blank more is another document
    const query = `${page}${' '.repeat(accepts.indexOf(accept))}`;
    const variables = { within: committee.id, first: 5 };
    const apollo = await ask(secretary, query, variables, {}, headers);
    const short = await ask(secretary, query, variables, {}, headers);
    expect([apollo.short, short.short]).toEqual([false, true]);
    expect(JSON.stringify(short.body)).toBe(JSON.stringify(apollo.body));
    expect(short.headers).toEqual(apollo.headers);
    expect(short.status).toBe(200);
  });

  it('with other variables, an operation name and what a client tells of itself', async () => {
    expect((await known(secretary, detail, { id: branch.id })).body.data).toMatchObject({
      partyOrganization: { name: '甲一支部', ancestors: [{ name: expect.any(String) as string }, { name: '甲党委' }] },
    });
    const more = { operationName: 'Detail', extensions: { clientLibrary: { name: 'x' } } };
    const other = await ask(secretary, detail, { id: committee.id }, more);
    expect([other.short, other.body.data!['partyOrganization']!.name]).toEqual([true, '甲党委']);
  });

  it('null for what is out of sight', async () => {
    await known(secretary, detail, { id: branch.id });
    const { short, body } = await ask(secretary, detail, { id: world.root.id });
    expect([short, body]).toEqual([true, { data: { partyOrganization: null } }]);
  });
});

describe('leaves to Apollo', () => {
  beforeAll(() => known(secretary, detail, { id: branch.id }));
  const refusals: readonly [string, () => Promise<Answer>, string][] = [
    ['strangers', () => ask(null, detail, { id: branch.id }), 'SIGN_IN_REQUIRED'],
    [
      'who holds the permission nowhere',
      async () => ask(await world.account('MEMBER', committee), detail, { id: branch.id }),
      'PERMISSION_MISSING',
    ],
    ['a malformed id', () => ask(secretary, detail, { id: 'x' }), 'MALFORMED_ID'],
    ['a variable that does not fit', () => ask(secretary, detail, { id: [{}] }), 'INVALID_DOCUMENT'],
    [
      'another operation',
      () => ask(secretary, detail, { id: branch.id }, { operationName: 'Other' }),
      'INVALID_DOCUMENT',
    ],
    [
      'a persisted query',
      () => ask(secretary, detail, {}, { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
      'UNKNOWN_DOCUMENT',
    ],
  ];
  it.each(refusals)('%s', async (_, refused, reason) => {
    const { short, body } = await refused();
    expect(short).toBe(false);
    expect(body.errors![0]!.extensions.reason).toBe(reason);
  });

  it('whoever brings more than the cookie', async () => {
    const { short } = await ask(secretary, detail, { id: branch.id }, {}, { authorization: 'Bearer x' });
    expect(short).toBe(false);
  });

  it('page sizes that cost too much, though the document is known', async () => {
    const query = `query ($n: Int!) { partyOrganizations(first: $n) { nodes { children(first: $n) { nodes { id } } } } }`;
    expect((await known(secretary, query, { n: 2 })).short).toBe(true);
    const { short, body } = await ask(secretary, query, { n: 100 });
    expect([short, body.errors![0]!.extensions.reason]).toEqual([false, 'TOO_COSTLY']);
    const beyond = await ask(secretary, query, { n: 101 });
    expect([beyond.short, beyond.body.errors?.length]).toEqual([false, 1]);
  });

  it('fields that TypeScript computes, and other operations than reads', async () => {
    const flags = `query ($id: ID!) { partyOrganization(id: $id) { flags { message { zh } } } }`;
    expect((await known(secretary, flags, { id: branch.id })).short).toBe(false);
    expect((await known(secretary, '{ session { account { name } } }', {})).short).toBe(false);
  });
});

/** A known document, a remembered viewer: what changes counts at the very next request. */
describe('rights are those of this moment', () => {
  const sees = async (actor: Actor, id: string): Promise<string> => {
    const { body } = await ask(actor, detail, { id });
    return body.errors?.[0]!.extensions.reason ?? body.data!['partyOrganization']?.name ?? 'null';
  };

  it('what an organization publishes across a GUIDES edge, and withdraws', async () => {
    const guided = await world.organization('会员单位党委', {
      type: 'COMMITTEE',
      under: committee,
      relation: 'GUIDES',
    });
    const below = await world.account('SECRETARY', guided);
    const publications = `query ($id: ID!) { publications(organizationId: $id) { publications { id } } }`;
    const act = (name: string, type: string, input: object): Promise<unknown> =>
      world.as(below).mutate(`mutation ($input: ${type}!) { ${name}(input: $input) { guided } }`, { input });
    await known(secretary, detail, { id: branch.id });
    expect(await sees(secretary, guided.id)).toBe('null');
    await act('publish', 'PublishInput', { organizationId: guided.id, subject: 'ORGANIZATION', basis: '纪要' });
    expect(await sees(secretary, guided.id)).toBe('会员单位党委');
    expect((await ask(secretary, detail, { id: guided.id })).short).toBe(true);
    const found = await world
      .as(below)
      .query<{ publications: { publications: [{ id: string }] } }>(publications, { id: guided.id });
    const [{ id }] = found.publications.publications;
    await act('withdrawPublication', 'WithdrawPublicationInput', { id, basis: '纪要' });
    expect(await sees(secretary, guided.id)).toBe('null');
  });

  it('a grant that is given, moved and taken', async () => {
    const actor = await world.account('SECRETARY', committee);
    const other = await world.organization('乙党委', { type: 'COMMITTEE' });
    const under = await world.branch('乙一支部', { under: other });
    expect((await known(actor, detail, { id: branch.id })).short).toBe(true);
    expect([await sees(actor, branch.id), await sees(actor, under.id)]).toEqual(['甲一支部', 'null']);
    const { version } = (
      await world
        .as(world.staff)
        .query<{ partyOrganization: { version: number } }>(
          `query ($id: ID!) { partyOrganization(id: $id) { version } }`,
          { id: under.id },
        )
    ).partyOrganization;
    await world
      .as(world.staff)
      .mutate(`mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id } }`, {
        input: {
          id: under.id,
          version,
          parentId: committee.id,
          relation: 'LEADS',
          effectiveOn: '2026-09-18',
          basis: '测试',
        },
      });
    expect(await sees(actor, under.id)).toBe('乙一支部');
    await world.write((tx) =>
      tx.query(`update access_grant set until = now() where account_id = $1`, [actor.accountId]),
    );
    world.clock.advance(24 * 3_600_000);
    expect(await sees(actor, branch.id)).not.toBe('甲一支部');
  });

  it('an account that is disabled, a session that is ended', async () => {
    for (const end of [
      `update account set disabled_at = now() where id = $1`,
      `update session set revoked_at = now() where account_id = $1`,
    ]) {
      const actor = await world.account('SECRETARY', committee);
      expect((await known(actor, detail, { id: branch.id })).short).toBe(true);
      await world.write((tx) => tx.query(end, [actor.accountId]));
      expect(await sees(actor, branch.id)).toBe('SIGN_IN_REQUIRED');
    }
  });

  it('a session is touched once a minute all the same, and ends when idle', async () => {
    const actor = await world.account('SECRETARY', committee);
    await known(actor, detail, { id: branch.id });
    world.clock.advance(61_000);
    expect(await sees(actor, branch.id)).toBe('甲一支部');
    const [row] = await world.write((tx) =>
      tx.query<{ seen: Date }[]>(`select last_seen_at as seen from session where account_id = $1`, [actor.accountId]),
    );
    expect(row!.seen).toEqual(world.clock.now());
    world.clock.advance(31 * 60_000);
    expect(await sees(actor, branch.id)).toBe('SIGN_IN_REQUIRED');
  });
});
