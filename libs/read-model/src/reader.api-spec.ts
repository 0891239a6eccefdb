/** Single behaviours of the reader over real PostgreSQL; the random ones stand in property.api-spec.ts. */
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { Area, Reader, ReadInputError, type ReadViewer } from './index';
import { startWorld, type World } from './test/database';
import { AttendanceModel, models, OrganizationModel, RuleModel } from './test/models';
import { makeSchema } from './test/schema';
import { ACCOUNTS, ASSOCIATIONS, load, tree, uuid, type ActivityRow, type RandomWorld } from './test/random-world';

let world: World;
let data: RandomWorld;

const led = (parent: number, name: string, guides = false) => ({ parent, guides, name, alive: true });
// 0 root ── 1 ── 3 ⇢ 5 (guided)
//        └─ 2 ── 4
const orgs = tree([led(0, 'root'), led(0, 'a'), led(0, 'b'), led(1, 'c'), led(2, 'd'), led(3, 'e', true)]);
// in 2020 c was led by b, and everybody was elsewhere
const before = tree([led(0, 'root'), led(0, 'a'), led(0, 'b'), led(2, 'c'), led(2, 'd')]);
const activity = (n: number, org: number, more: Partial<ActivityRow> = {}): ActivityRow => ({
  id: uuid('activity', n),
  organizationId: orgs[org]!.id,
  title: `t${n}`,
  kind: 1 + (n % 3),
  startsAt: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}T23:59:59.123Z`,
  venue: n % 3 ? null : `v${n % 2}`,
  cost: '9007199254740993',
  tags: [],
  deleted: false,
  ...more,
});

beforeAll(async () => {
  world = await startWorld();
  const member = (n: number, org: number, deleted = false) => ({
    id: uuid('member', n),
    organizationId: orgs[org]!.id,
    name: `m${n}`,
    phone: '13812345678',
    joinedOn: '2020-02-29',
    rank: n,
    letterCipher: 'terces',
    deleted,
  });
  data = {
    orgs,
    members: [member(0, 1), member(1, 3), member(2, 5), member(3, 1, true)],
    past: [
      {
        orgs: before,
        members: [member(0, 4), member(1, 2), member(2, 1), member(3, 1)].map(({ deleted: _, ...m }) => m),
      },
      { orgs: [], members: [] },
      { orgs, members: [] },
    ],
    activities: [...Array.from({ length: 12 }, (_, n) => activity(n, n % 6)), activity(99, 1, { deleted: true })],
    attendance: [0, 1, 2].map((n) => ({
      activityId: uuid('activity', 1),
      memberId: uuid('member', n),
      status: 'PRESENT',
      reason: 'r',
    })),
    notices: [
      { id: uuid('notice', 0), accountId: ACCOUNTS[0], text: 'mine', organizationId: orgs[3]!.id, activityId: null },
    ],
    rules: [0, 1].map((n) => ({ id: uuid('rule', n), associationId: ASSOCIATIONS[n]!, name: `r${n}` })),
    summaries: [],
  };
  await load(world.pool, data);
});
afterAll(() => world?.stop());

const root: ReadViewer = { area: () => Area.everywhere };
const sees = (area: Area, more: Record<string, Area> = {}): ReadViewer => ({ area: (p) => more[p] ?? area });
const subtree = (n: number, size = 2): Area => Area.subtree({ ...orgs[n]!, size });

type Answer = Record<string, never> & Record<string, Record<string, never>>;
async function run(
  text: string,
  viewer: ReadViewer = root,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const document = parse(text);
  expect(validate(world.schema, document)).toEqual([]);
  return execute({
    schema: world.schema,
    document,
    variableValues: variables,
    contextValue: {
      viewer,
      within: ({ node }: { node: number }, asOf?: string) => (asOf ? Area.subtree(before[node]!) : subtree(node)),
    },
    fieldResolver: world.reader.fieldResolver,
  });
}
async function ask(text: string, viewer?: ReadViewer, variables?: Record<string, unknown>): Promise<Answer> {
  const { data: answer, errors } = await run(text, viewer, variables);
  if (errors) throw errors[0]!.originalError ?? errors[0]!;
  return JSON.parse(JSON.stringify(answer)) as Answer;
}
const refusal = async (text: string, variables?: Record<string, unknown>): Promise<ReadInputError> => {
  const error = (await run(text, root, variables)).errors?.[0]?.originalError;
  expect(error).toBeInstanceOf(ReadInputError);
  return error as ReadInputError;
};
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('values', () => {
  test('ids, instants, dates, big numbers, lists and enums are answered as their scalars write them', async () => {
    const one = uuid('activity', 1);
    const fields = 'id kind startsAt cost tags organization { id kind foundedOn parentRef }';
    expect(await ask(`{ activity(id: "${one}") { ${fields} } }`)).toEqual({
      activity: {
        id: `Activity_${one.replaceAll('-', '')}`,
        kind: 'LECTURE',
        startsAt: '2026-01-02T23:59:59.123Z',
        cost: '9007199254740993',
        tags: [],
        organization: {
          id: `PartyOrganization_${orgs[1]!.id.replaceAll('-', '')}`,
          kind: 'BRANCH',
          foundedOn: '1971-05-01',
          parentRef: `PartyOrganization_${orgs[0]!.id.replaceAll('-', '')}`,
        },
      },
    });
  });

  test('more than 50 fields in one object', async () => {
    const names = Array.from({ length: 123 }, (_, i) => `a${i}: name`).join(' ');
    const { organization } = await ask(`{ organization(id: "${orgs[2]!.id}") { ${names} last: id __typename } }`);
    expect(Object.keys(organization!)).toHaveLength(125);
    expect(new Set(Object.values(organization!).slice(0, 123))).toEqual(new Set(['b']));
    expect(organization!['__typename']).toBe('Organization');
  });

  test('exactly 50 and 51 fields', async () => {
    for (const n of [50, 51, 100, 101]) {
      const names = Array.from({ length: n }, (_, i) => `a${i}: name`).join(' ');
      const { organization } = await ask(`{ organization(id: "${orgs[2]!.id}") { ${names} } }`);
      expect(Object.keys(organization!)).toHaveLength(n);
    }
  });

  test('an object asked only for __typename', async () => {
    const text = `{ activity(id: "${uuid('activity', 1)}") { __typename figures { __typename } records { __typename } } }`;
    expect((await ask(text))['activity']).toMatchObject({
      figures: { __typename: 'Figures' },
      records: Array(3).fill({ __typename: 'Attendance' }),
    });
  });
});

describe('interfaces', () => {
  test('a root field of an interface answers several models at the same place of a document', async () => {
    const text =
      'query($id: ID!) { node(id: $id) { id __typename ... on Organization { n: name } ... on Activity { n: title } ... on Node { again: id } } }';
    const document = parse(text);
    const get = async (id: string) =>
      (
        await execute({
          schema: world.schema,
          document,
          variableValues: { id },
          contextValue: { viewer: root },
          fieldResolver: world.reader.fieldResolver,
        })
      ).data!['node'];
    const org = `PartyOrganization_${orgs[1]!.id.replaceAll('-', '')}`;
    const act = `Activity_${uuid('activity', 3).replaceAll('-', '')}`;
    for (let i = 0; i < 2; i++) {
      expect(await get(org)).toEqual({ id: org, __typename: 'Organization', n: 'a', again: org });
      expect(await get(act)).toEqual({ id: act, __typename: 'Activity', n: 't3', again: act });
    }
  });

  test('a client cannot name its type', async () => {
    const { notices } = await ask('{ notices { about { ... on Organization { __typename: name x: __typename } } } }', {
      ...root,
      key: ACCOUNTS[0],
    });
    expect(notices).toEqual([{ about: { __typename: 'c', x: 'Organization' } }]);
  });
});

describe('hostile names and values', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'id'])('alias %s', async (alias) => {
    const { organization } = await ask(`{ organization(id: "${orgs[1]!.id}") { ${alias}: name } }`);
    expect(Object.entries(organization!)).toEqual([[alias, 'a']]);
  });

  test('no text of a client is part of a statement', async () => {
    const evil = `'; drop table organizations; --`;
    const before = world.log.length;
    const text = `query($v: String, $t: String) {
      a_drop_table: activities(first: 2, filter: { title: $t }) { x_nodes: nodes { y_title: title } }
      organization(id: "${orgs[1]!.id}") { z_meets: meetsAt(venue: $v) late: lateMembers(since: "2020-01-01") }
    }`;
    expect(await ask(text, root, { v: evil, t: evil })).toMatchObject({
      a_drop_table: { x_nodes: [] },
      organization: { z_meets: false, late: 1 },
    });
    for (const { text: statement } of world.log.slice(before))
      expect(statement).not.toMatch(/drop|x_nodes|y_title|z_meets|2020-01-01|'late'/);
  });

  test.each([
    ['an id that is none', '{ organization(id: "x\' or 1=1") { id } }', 'VALUE'],
    ['a zero byte', '{ activities(first: 1, filter: { title: "\\u0000" }) { nodes { id } } }', 'VALUE'],
    ['a date that is none', `{ organization(id: "${uuid('x', 1)}", asOf: "2025-02-30") { id } }`, 'VALUE'],
    ['a day with more behind it', `{ organization(id: "${uuid('x', 1)}", asOf: "2025-02-03'; --") { id } }`, 'VALUE'],
    ['a nested date that is none', `{ organization(id: "${orgs[1]!.id}") { lateMembers(since: "soon") } }`, 'VALUE'],
  ])('%s', async (_, text, reason) => {
    const error = await refusal(text);
    expect(error.reason).toBe(reason);
    expect(error.messages).toEqual({ zh: expect.stringMatching(/[一-龥]/) as string, en: error.message });
  });

  test('garbage as a cursor', async () => {
    const hostile = [
      '%%%',
      '',
      cursor(['NAME', 'x']),
      cursor(['TREE']),
      cursor(['TREE', 1]),
      cursor(['TREE', null]),
      cursor(['TREE', 'a', 'b']),
      cursor({}),
      cursor('TREE'),
    ];
    for (const after of hostile)
      expect(
        (await refusal('query($c: String) { organizations(first: 1, after: $c) { nodes { id } } }', { c: after }))
          .reason,
      ).toBe('CURSOR');
    expect(
      (
        await refusal('query($c: String) { activities(first: 1, after: $c) { nodes { id } } }', {
          c: cursor(['NEWEST', 'no date', 'no uuid']),
        })
      ).reason,
    ).toBe('VALUE');
  });

  test('SQL in a cursor is a value', async () => {
    const c = cursor(['TREE', `/9/1/'; drop table organizations; --`]);
    const { organizations } = await ask(
      'query($c: String) { organizations(first: 1, after: $c) { totalCount nodes { name } } }',
      root,
      { c },
    );
    expect(organizations).toEqual({ totalCount: 6, nodes: [{ name: 'a' }] });
  });

  test('the order is not taken from a client that knows no such order', async () => {
    const { reader, schema } = world;
    const field = schema.getQueryType()!.getFields()['rules']!;
    const original = field.resolve;
    try {
      field.resolve = (_, args, context: { viewer: ReadViewer }, info) =>
        reader.connection(RuleModel, { ...args, order: 'name; drop' as never }, info, context.viewer);
      const error = await refusal('{ rules(first: 1) { totalCount } }');
      expect(error).toMatchObject({ reason: 'ORDER', params: { known: ['NAME'] } });
    } finally {
      field.resolve = original!;
    }
  });
});

describe('pages', () => {
  test.each([
    ['neither first nor last', '{ organizations { nodes { id } } }', 'PAGE_SIZE'],
    ['zero', '{ organizations(first: 0) { nodes { id } } }', 'PAGE_SIZE'],
    ['negative', '{ organizations(last: -1) { nodes { id } } }', 'PAGE_SIZE'],
    ['above the limit', '{ organizations(first: 101) { nodes { id } } }', 'PAGE_SIZE'],
    ['both', '{ organizations(first: 1, last: 1) { nodes { id } } }', 'PAGE_BOTH'],
    ['nested, neither', '{ organizations(first: 1) { nodes { activities { nodes { id } } } } }', 'PAGE_SIZE'],
    ['a nested list, neither', '{ organizations(first: 1) { nodes { members { id } } } }', 'PAGE_SIZE'],
    ['a nested list, both', '{ organizations(first: 1) { nodes { members(first: 1, last: 2) { id } } } }', 'PAGE_BOTH'],
    ['before with first', `{ organizations(first: 1, before: "${cursor(['TREE', '/'])}") { nodes { id } } }`, 'CURSOR'],
    ['after with last', `{ organizations(last: 1, after: "${cursor(['TREE', '/'])}") { nodes { id } } }`, 'CURSOR'],
  ])('%s is refused and says what to do', async (_, text, reason) => {
    const error = await refusal(text);
    expect(error.reason).toBe(reason);
    expect(error.messages.zh).toMatch(/first/);
    expect(error.messages.en).toMatch(/first/);
  });

  test('100 is allowed', async () =>
    expect((await ask('{ organizations(first: 100) { totalCount } }'))['organizations']).toEqual({ totalCount: 6 }));

  test('edges have the cursor of their node', async () => {
    const page = 'edges { cursor node { name } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';
    const first = (await ask(`{ organizations(first: 3, order: NAME) { ${page} } }`))[
      'organizations'
    ] as unknown as Page;
    expect(first.edges.map((e) => e.node.name)).toEqual(['a', 'b', 'c']);
    expect(first.pageInfo).toEqual({
      startCursor: first.edges[0]!.cursor,
      endCursor: first.edges[2]!.cursor,
      hasNextPage: true,
      hasPreviousPage: false,
    });
    const text = `query($c: String) { organizations(first: 9, after: $c, order: NAME) { ${page} } }`;
    const next = (await ask(text, root, { c: first.edges[1]!.cursor }))['organizations'] as unknown as Page;
    expect(next.edges.map((e) => e.node.name)).toEqual(['c', 'd', 'e', 'root']);
    expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
  type Page = { edges: { cursor: string; node: { name: string } }[]; pageInfo: Record<string, unknown> };

  test.each(['VENUE', 'VENUE_DOWN'])('pages by %s go through the rows without a venue, both ways', async (order) => {
    const text = (args: string): string =>
      `query($c: String) { activities(${args}, order: ${order}) { nodes { title venue } pageInfo { startCursor endCursor } } }`;
    type Hits = { nodes: { title: string; venue: string | null }[]; pageInfo: Record<string, string> };
    const walk = async (size: string, cursorArgument: string, end: string): Promise<Hits['nodes'][]> => {
      const pages: Hits['nodes'][] = [];
      for (let c: string | undefined; ;) {
        const page = (await ask(text(`${size}, ${cursorArgument}: $c`), root, { c }))['activities'] as unknown as Hits;
        if (!page.nodes.length) return pages;
        pages.push(page.nodes);
        c = page.pageInfo[end];
      }
    };
    const all = ((await ask(text('first: 100, after: $c'))) as unknown as { activities: Hits }).activities.nodes;
    expect(all).toHaveLength(12);
    const nulls = all.map((a) => a.venue === null);
    expect(nulls).toEqual(order === 'VENUE' ? nulls.toSorted() : nulls.toSorted().reverse());
    expect((await walk('first: 1', 'after', 'endCursor')).flat()).toEqual(all);
    expect((await walk('last: 1', 'before', 'startCursor')).reverse().flat()).toEqual(all);
    expect((await walk('last: 5', 'before', 'startCursor')).reverse().flat()).toEqual(all);
  });

  test('a total stops one above its limit, walked and driven', async () => {
    for (const [size, way] of [
      [() => 1, 'walk'],
      [() => 1_000_000, 'drive'],
    ] as const) {
      const reader: Reader = new Reader(world.pool, {
        source: world.source,
        tree: { ...world.tree, size },
        models,
        today: () => '2026-01-01',
        limits: { total: 3 },
      });
      const schema = reader.bind(makeSchema(() => reader));
      const total = async (area: Area): Promise<unknown> =>
        (
          await execute({
            schema,
            document: parse('{ activities(first: 1) { totalCount nodes { id } } }'),
            contextValue: { viewer: sees(area) },
            fieldResolver: reader.fieldResolver,
          })
        ).data!['activities'];
      expect([way, await total(subtree(0, 6))]).toMatchObject([way, { totalCount: 4 }]);
      expect([way, await total(subtree(4, 1))]).toMatchObject([way, { totalCount: 2 }]);
    }
  });

  test('10,001 means more than 10,000', async () => {
    await world.pool.query(`insert into rules select gen_random_uuid(), $1, 'many' from generate_series(1, 10002)`, [
      ASSOCIATIONS[0],
    ]);
    try {
      const { rules } = await ask('{ rules(first: 1) { totalCount } }', { ...root, associationId: ASSOCIATIONS[0] });
      expect(rules).toEqual({ totalCount: 10_001 });
    } finally {
      await world.pool.query(`delete from rules where name = 'many'`);
    }
  });

  test('a list beyond its declared bound is an internal error of that field', async () => {
    await world.pool.query(`insert into notices select gen_random_uuid(), $1, 't' from generate_series(1, 51)`, [
      ACCOUNTS[1],
    ]);
    const own = { ...root, key: ACCOUNTS[1] };
    await expect(ask('{ notices { id } }', own)).rejects.toThrow(
      'Query.notices: more rows than its declared boundedBy',
    );
    await world.pool.query(
      'delete from notices where ctid in (select ctid from notices where account_id = $1 limit 1)',
      [ACCOUNTS[1]],
    );
    expect((await ask('{ notices { id } }', own))['notices']).toHaveLength(50);
    await world.pool.query('delete from notices where account_id = $1', [ACCOUNTS[1]]);
    await world.pool.query(
      `insert into attendance select $1, gen_random_uuid(), 'ABSENT' from generate_series(1, 201)`,
      [uuid('activity', 2)],
    );
    await expect(ask(`{ activity(id: "${uuid('activity', 2)}") { records { status } } }`)).rejects.toThrow(
      'Activity.records: more rows',
    );
    await world.pool.query('delete from attendance where activity_id = $1', [uuid('activity', 2)]);
  });
});

describe('plans', () => {
  test('an area is never part of a plan: only its shape is', async () => {
    const document = parse('{ activities(first: 2) { totalCount nodes { title organization { name } } } }');
    const read = async (viewer: ReadViewer) => {
      const { data: answer } = await execute({
        schema: world.schema,
        document,
        contextValue: { viewer },
        fieldResolver: world.reader.fieldResolver,
      });
      const { text, name } = world.log.at(-1)!;
      return { total: (answer!['activities'] as unknown as { totalCount: number }).totalCount, text, name };
    };
    const before = world.reader.compiled.plans;
    const a = await read(sees(subtree(1, 20)));
    const b = await read(sees(subtree(4, 20)));
    expect(b.text).toBe(a.text);
    expect([a.total, b.total]).toEqual([6, 2]);
    expect(world.reader.compiled.plans).toBe(before + 1);
    // prepared from the second use on
    expect([a.name, b.name]).toEqual([undefined, expect.stringMatching(/^rm_[\w-]{22}$/)]);
    for (const { path, leadsPath } of orgs)
      expect([a.text.includes(path), a.text.includes(leadsPath)]).toEqual([false, false]);
    await read(sees(Area.led(orgs[1]!)));
    expect(world.reader.compiled.plans).toBe(before + 2);
  });

  test('a revoked grant counts at once', async () => {
    const document = parse(`{ organization(id: "${orgs[4]!.id}") { name } }`);
    const read = async (area: Area) =>
      (
        await execute({
          schema: world.schema,
          document,
          contextValue: { viewer: sees(area) },
          fieldResolver: world.reader.fieldResolver,
        })
      ).data!['organization'];
    expect([
      await read(subtree(2)),
      await read(subtree(1)),
      await read(Area.nowhere),
      await read(Area.everywhere),
    ]).toEqual([{ name: 'd' }, null, null, { name: 'd' }]);
  });

  test('@include on a second node of the same response name is part of the key', async () => {
    const document = parse(
      `query($y: Boolean!) { organization(id: "${orgs[1]!.id}") { name } ... @include(if: $y) { organization(id: "${orgs[1]!.id}") { kind } } }`,
    );
    const read = async (y: boolean) =>
      (
        await execute({
          schema: world.schema,
          document,
          variableValues: { y },
          contextValue: { viewer: root },
          fieldResolver: world.reader.fieldResolver,
        })
      ).data!['organization'];
    expect([await read(false), await read(true), await read(false)]).toEqual([
      { name: 'a' },
      { name: 'a', kind: 'BRANCH' },
      { name: 'a' },
    ]);
  });

  test('selections of the same response name are merged, fragments are spread', async () => {
    const text = `{ organization(id: "${orgs[1]!.id}") { parent { name } ...F parent { kind } children { name } } } fragment F on Organization { parent { foundedOn } children { parent { name } } }`;
    expect((await ask(text))['organization']).toEqual({
      parent: { name: 'root', foundedOn: '1970-05-01', kind: 'COMMITTEE' },
      children: [{ name: 'c', parent: { name: 'a' } }],
    });
  });

  test('no condition at all where the area asked for lies inside the grant', async () => {
    await ask('{ organizations(first: 5) { nodes { name children { name } } } }', root);
    expect(world.log.at(-1)!.text).not.toContain('path" >=');
    await ask('{ organizations(first: 5) { nodes { name children { name } } } }', sees(subtree(1)));
    // once for the root; children are proven to lie below
    expect(world.log.at(-1)!.text.match(/path" >=/g)).toHaveLength(1);
    await ask('{ organizations(first: 5) { nodes { name children { name } } } }', sees(Area.led(orgs[1]!)));
    // a child of a led node may be guided: it is checked
    expect(world.log.at(-1)!.text.match(/path" >=/g)).toHaveLength(2);
  });

  test('a narrow area drives, a wide one walks', async () => {
    const text = '{ activities(first: 2) { nodes { title } } }';
    await ask(text, sees(subtree(1, 2)));
    expect(world.log.at(-1)!.text).toContain('cross join lateral');
    await ask(text, sees(subtree(1, 20)));
    expect(world.log.at(-1)!.text).not.toContain('lateral');
  });

  test('the log tells text, number of values and time, and no value', async () => {
    await ask(`{ organization(id: "${orgs[1]!.id}") { name } }`);
    const entry = world.log.at(-1)!;
    expect(entry).toMatchObject({ values: 1, ms: expect.any(Number) as number });
    expect(JSON.stringify(entry)).not.toContain(orgs[1]!.id);
  });

  test('another connection reads what its transaction wrote', async () => {
    const client = await world.pool.connect();
    const field = world.schema.getQueryType()!.getFields()['organization']!;
    const original = field.resolve;
    try {
      await client.query('begin');
      await client.query(`update organizations set name = 'renamed' where id = $1`, [orgs[1]!.id]);
      field.resolve = (_, args: { id: string }, c: { viewer: ReadViewer }, info) =>
        world.reader.using(client).one(OrganizationModel, { key: args.id }, info, c.viewer);
      expect((await ask(`{ organization(id: "${orgs[1]!.id}") { name } }`))['organization']).toEqual({
        name: 'renamed',
      });
    } finally {
      field.resolve = original!;
      await client.query('rollback');
      client.release();
    }
    expect((await ask(`{ organization(id: "${orgs[1]!.id}") { name } }`))['organization']).toEqual({ name: 'a' });
  });
});

describe('sight', () => {
  test('rows of the viewer, and of nobody else', async () => {
    const mine = async (viewer: ReadViewer) =>
      (await ask('{ notices { text subject { __typename ... on Organization { name } } } }', viewer))['notices'];
    expect(await mine({ ...root, key: ACCOUNTS[0] })).toEqual([
      { text: 'mine', subject: { __typename: 'Organization', name: 'c' } },
    ]);
    expect(await mine({ ...sees(subtree(2)), key: ACCOUNTS[0] })).toEqual([{ text: 'mine', subject: null }]);
    expect(await mine({ ...root, key: ACCOUNTS[1] })).toEqual([]);
    expect(await mine(root)).toEqual([]);
  });

  test("rows of the viewer's association, for whoever holds the permission anywhere", async () => {
    const rules = async (viewer: ReadViewer) =>
      ((await ask('{ rules(first: 9) { nodes { name } } }', viewer))['rules'] as unknown as { nodes: unknown }).nodes;
    expect(await rules({ ...sees(subtree(5)), associationId: ASSOCIATIONS[1] })).toEqual([{ name: 'r1' }]);
    expect(await rules({ ...sees(Area.nowhere), associationId: ASSOCIATIONS[1] })).toEqual([]);
    expect(await rules(root)).toEqual([]);
  });

  test('what has no place in the tree cannot be asked for within a part of it', async () => {
    const field = world.schema.getQueryType()!.getFields()['rules']!;
    const original = field.resolve;
    field.resolve = (_, a: { first: number }, c: { viewer: ReadViewer }, info) =>
      world.reader.connection(RuleModel, { ...a, within: subtree(1) }, info, c.viewer);
    await expect(
      ask('{ rules(first: 9) { totalCount } }', { ...root, associationId: ASSOCIATIONS[0] }),
    ).rejects.toThrow('has no place in the tree');
    field.resolve = original!;
  });

  test('a mask by the place of the row, of a row that lies by its parent, and before it is revealed', async () => {
    const viewer = sees(Area.everywhere, { 'member.unmask': subtree(3) });
    const { members } = await ask('{ members(first: 9) { nodes { name phone letter attended { reason } } } }', viewer);
    const masked = { phone: '138****', letter: 't', attended: [{ reason: '***' }] };
    const clear = { phone: '13812345678', letter: 'secret', attended: [{ reason: 'r' }] };
    expect(members).toEqual({
      nodes: [
        { name: 'm0', ...masked },
        { name: 'm1', ...clear },
        { name: 'm2', ...clear },
      ],
    });
  });

  test('led is not beyond a guided edge, subtree is', async () => {
    const names = async (area: Area) =>
      (
        (await ask('{ organizations(first: 9, order: NAME) { nodes { name } } }', sees(area)))[
          'organizations'
        ] as unknown as {
          nodes: { name: string }[];
        }
      ).nodes
        .map((n) => n.name)
        .join('');
    expect([await names(Area.led(orgs[1]!)), await names(subtree(1)), await names(Area.led(orgs[5]!))]).toEqual([
      'ac',
      'ace',
      'e',
    ]);
    // ranges of both kinds that overlap partly: nothing twice
    expect(await names(Area.union([Area.led(orgs[1]!), subtree(3), subtree(2)]))).toBe('abcde');
  });

  test('driven by ranges of both kinds that overlap partly, nothing is answered or counted twice', async () => {
    const area = Area.union([Area.led({ ...orgs[1]!, size: 1 }), subtree(3, 1)]);
    const { activities } = await ask('{ activities(first: 9) { totalCount nodes { title } } }', sees(area));
    expect(world.log.at(-1)!.text).toContain('union all');
    expect((activities as unknown as { totalCount: number }).totalCount).toBe(6);
    expect((activities as unknown as { nodes: { title: string }[] }).nodes.map((n) => n.title).sort()).toEqual([
      't1',
      't11',
      't3',
      't5',
      't7',
      't9',
    ]);
  });

  test.each(['path', 'leads'])('more ranges by %s than are written out', async (by) => {
    // places of which only one holds rows, below and above it in the order of paths
    const empty = Array.from({ length: 12 }, (_, n) => ({
      path: `/9/1/${n + 80}/`,
      leadsPath: `/9/${n + 80}/`,
      size: 1,
    }));
    const places = [{ ...orgs[by === 'path' ? 4 : 5]!, size: 1 }, ...empty];
    const area = Area.union(places.map((p) => (by === 'path' ? Area.subtree(p) : Area.led(p))));
    const text =
      '{ organizations(first: 9) { nodes { name } } members(first: 9) { totalCount } activities(first: 9) { totalCount } }';
    const viewer = sees(area, { 'member.read': area.union(Area.subtree({ ...orgs[4]!, size: 1000 })) });
    expect(await ask(text, viewer)).toEqual({
      organizations: { nodes: [{ name: by === 'path' ? 'd' : 'e' }] },
      members: { totalCount: by === 'path' ? 0 : 1 },
      activities: { totalCount: 2 },
    });
    // reached by a relation that proves nothing, so that the ranges stand in a condition
    const below = '{ organizations(first: 9, order: NAME) { nodes { name latest { title } } } }';
    const latest = await ask(below, sees(Area.everywhere, { 'activity.read': area }));
    const seen = (latest as unknown as { organizations: { nodes: { name: string; latest: unknown }[] } }).organizations
      .nodes;
    expect(seen.filter((o) => o.latest).map((o) => o.name)).toEqual([by === 'path' ? 'd' : 'e']);
  });

  test('deleted rows are nowhere', async () => {
    const gone = uuid('activity', 99);
    expect(
      await ask(
        `{ activity(id: "${gone}") { id } organization(id: "${orgs[1]!.id}") { memberCount latest { title } activities(first: 9) { totalCount } } }`,
      ),
    ).toEqual({
      activity: null,
      organization: { memberCount: 1, latest: { title: 't7' }, activities: { totalCount: 2 } },
    });
  });

  test('a model that lies by its parent is never a root', () => {
    const info = {
      fieldNodes: [{ kind: 'Field' }],
      fragments: {},
      parentType: world.schema.getQueryType(),
      fieldName: 'activity',
    };
    const read = () => world.reader.plan('one', AttendanceModel, { key: 1 }, info as never, root);
    expect(read).toThrow('Attendance cannot be a root');
  });
});

describe('a day of the past', () => {
  const day = 'asOf: "2020-06-01"';
  const text = (org: number, fields: string): string =>
    `{ organization(id: "${orgs[org]!.id}", ${day}) { ${fields} } }`;

  test('the part of the tree asked for and the parents are those of the day, sight is of today', async () => {
    const page = `{ organizations(first: 9, ${day}, within: { node: 2, led: false }) { nodes { name parent { name } ancestors { name } } totalCount } }`;
    const node = (name: string, parent: string | null, ...ancestors: string[]) => ({
      name,
      parent: parent && { name: parent },
      ancestors: ancestors.map((a) => ({ name: a })),
    });
    const all = [node('b', 'root', 'root'), node('c', 'b', 'root', 'b'), node('d', 'b', 'root', 'b')];
    expect(await ask(page)).toEqual({ organizations: { nodes: all, totalCount: 3 } });
    // who sees a today sees c, which was below b then, and neither b nor the root
    expect(await ask(page, sees(subtree(1)))).toEqual({ organizations: { nodes: [node('c', null)], totalCount: 1 } });
  });

  test('a child of that day that lies elsewhere today is out of sight', async () => {
    expect(
      await ask(text(2, 'name children { name } members(first: 9) { name } memberCount'), sees(subtree(2))),
    ).toEqual({
      organization: { name: 'b', children: [{ name: 'd' }], members: [], memberCount: 0 },
    });
    expect(await ask(text(1, 'members(first: 9) { name } memberCount'), sees(subtree(1)))).toEqual({
      organization: { members: [{ name: 'm2' }], memberCount: 1 },
    });
  });

  test('an organization of that day that is out of sight today is not told by its member', async () => {
    const page = `{ members(first: 9, ${day}) { nodes { name organization { name } } } }`;
    expect(await ask(page, sees(subtree(1)))).toEqual({
      members: {
        nodes: [
          { name: 'm0', organization: null },
          { name: 'm1', organization: null },
          { name: 'm2', organization: { name: 'a' } },
        ],
      },
    });
  });

  test('what is deleted today was never there, what was founded later neither', async () => {
    expect(await ask(`{ members(first: 9, ${day}) { totalCount } }`)).toEqual({ members: { totalCount: 3 } });
    expect(await ask(text(5, 'name'))).toEqual({ organization: null });
  });
});
