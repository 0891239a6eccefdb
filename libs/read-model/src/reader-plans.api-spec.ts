/** What is compiled once and asked again. */
import { execute, parse } from 'graphql';
import { Area, type ReadViewer } from './index';
import { OrganizationModel } from './test/models';
import { ask, orgs, root, sees, subtree, useStage, world } from './test/stage';

useStage();

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
