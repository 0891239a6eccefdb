/** What a viewer sees, today and on a day of the past. */
import { Area, type ReadViewer } from './index';
import { AttendanceModel, RuleModel } from './test/models';
import { ACCOUNTS, ASSOCIATIONS, uuid } from './test/random-world';
import { ask, orgs, root, sees, subtree, useStage, world } from './test/stage';

useStage();

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
    // as much of a GraphQLResolveInfo as planning looks at
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
