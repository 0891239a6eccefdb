/** Pages: order, cursors, bounds. */
import { execute, parse } from 'graphql';
import { Area, Reader } from './index';
import { models } from './test/models';
import { makeSchema } from './test/schema';
import { ACCOUNTS, ASSOCIATIONS, uuid } from './test/random-world';
import { ask, cursor, refusal, root, sees, subtree, useStage, world } from './test/stage';

useStage();

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
