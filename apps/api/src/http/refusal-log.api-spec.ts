import { createWorld, type Actor, type World } from '@dangwu/testing';

interface Line {
  readonly level: string;
  readonly req: { readonly path: string };
  readonly account?: string;
  readonly operation?: string;
  readonly refused?: readonly string[];
}

describe('the log of the requests', () => {
  let world: World;
  let secretary: Actor;
  const text: string[] = [];
  beforeAll(async () => {
    world = await createWorld({ environment: { LOG_LEVEL: 'info' }, log: (line) => text.push(line) });
    secretary = await world.account('SECRETARY', world.root);
  });
  afterAll(() => world.close());
  beforeEach(() => void text.splice(0));

  const ask = (query: string, variables: object, headers: Record<string, string>) =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  /** the line is written when the answer is over */
  const line = async (): Promise<Line> => {
    for (let i = 0; i < 100; i++) {
      const lines = text.flatMap((chunk) => chunk.trim().split('\n')).map((one) => JSON.parse(one) as Line);
      const found = lines.find(({ req }) => req !== undefined);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('nothing was logged');
  };
  const rename = `mutation Mine ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }`;
  const input = () => ({
    input: { id: world.root.id, version: 1, name: '张三党委', basis: '无', effectiveOn: '2026-01-01' },
  });

  it('says who was refused which operation, and nothing of what was sent', async () => {
    const { status } = await ask(rename, input(), { cookie: secretary.cookie });
    expect(await line()).toMatchObject({
      level: 'warn',
      account: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'Mutation renameOrganization',
      refused: ['FORBIDDEN PERMISSION_MISSING'],
    });
    expect(status).toBe(200);
    expect(text.join()).not.toMatch(/张三|Mine/);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['a stranger', 'UNAUTHENTICATED SIGN_IN_REQUIRED', () => ask('{ organizations(first: 1) { totalCount } }', {}, {})],
    [
      'a page of another site',
      'FORBIDDEN FOREIGN_ORIGIN',
      () => ask(rename, input(), { cookie: secretary.cookie, origin: 'https://elsewhere.example' }),
    ],
    [
      'a form of another site',
      'BAD_USER_INPUT PREFLIGHT_REQUIRED',
      () => fetch(`${world.url}/graphql`, { method: 'POST', body: '{ __typename }' }),
    ],
    [
      'a token made up',
      'UNAUTHENTICATED TOKEN_REFUSED',
      () => ask('{ __typename }', {}, { authorization: 'Bearer dw_live_x' }),
    ],
    ['a file of nobody', 'UNAUTHENTICATED SIGN_IN_REQUIRED', () => fetch(`${world.url}/files/File_x`)],
    [
      'a document without end',
      'QUERY_TOO_COMPLEX TOO_DEEP',
      () =>
        ask(
          `{ organizations(first: 1) { nodes { ${'parent { '.repeat(12)} id ${'}'.repeat(12)} } } }`,
          {},
          { cookie: secretary.cookie },
        ),
    ],
  ])('tells of %s', async (_, refused, send) => {
    await send();
    expect(await line()).toMatchObject({ level: 'warn', refused: [refused] });
  });

  it('has nothing to tell of what was answered', async () => {
    await ask('{ __typename }', {}, { cookie: secretary.cookie });
    const { level, account, operation, refused } = await line();
    expect([level, account, operation, refused]).toEqual(['info', undefined, undefined, undefined]);
  });
});
