import { freshWorlds, type Actor, type World } from '@dangwu/testing';

interface Foreseen {
  readonly chosen: number;
  readonly changes: number;
  readonly unchanged: number;
  readonly along: number;
  readonly skipped: readonly { readonly reason: string; readonly count: number; readonly names: readonly string[] }[];
  readonly expected: string;
}
type Verb = 'Move' | 'Dissolve';
const mutations = { Move: 'batchMoveOrganizations', Dissolve: 'batchDissolveOrganizations' } as const;

describe('many organizations at once', () => {
  let world: World;
  let general: { id: string };
  let other: { id: string };
  let guided: { id: string };
  let branches: { id: string }[];
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    other = await world.organization('企业党总支', { type: 'GENERAL_BRANCH', tier: 'ENTERPRISE' });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES', tier: 'MEMBER_UNIT' });
    branches = [];
    for (const name of ['第一支部', '第二支部', '第三支部'])
      branches.push(await world.branch(name, { under: general }));
  });
  afterEach(() => world.close());

  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
  const asked = (rows: object, more: object = {}) => ({
    ...rows,
    effectiveOn: '2026-09-18',
    basis: '机构调整方案',
    ...more,
  });
  const foresee = async (verb: Verb, input: object, actor: Actor = world.staff): Promise<Foreseen> =>
    (
      await world.as(actor).query<Record<'found', Foreseen>>(
        `query ($input: Organizations${verb}Input!) { found: batch${verb}Consequences(input: $input) {
           chosen changes unchanged along skipped { reason count names message { zh } } expected inBackground } }`,
        { input },
      )
    ).found;
  const carryOut = async (verb: Verb, input: object, expected: string, actor: Actor = world.staff) =>
    (
      await world.as(actor).mutate<{ done: { changed: number; skipped: number } }>(
        `mutation ($input: Batch${verb}OrganizationsInput!) { done: ${mutations[verb]}(input: $input) {
           changed skipped job { id } } }`,
        { input: { ...input, expected } },
      )
    ).done;
  const below = async (parent: { id: string }): Promise<string[]> =>
    (
      await world.as(world.staff).query<{
        partyOrganizations: { nodes: { name: string }[] };
      }>(`query ($id: ID!) { partyOrganizations(first: 50, filter: { parentId: $id }) { nodes { name relation } } }`, { id: parent.id })
    ).partyOrganizations.nodes.map(({ name }) => name);
  const operations = (kind: string) =>
    world.write((tx) =>
      tx.query<{ count: number }[]>(
        `select count(*)::int as count from organization_operation where kind = $1 and state = 'APPLIED'`,
        [kind],
      ),
    );

  it('are moved under another parent, each with an operation of its own that can be undone alone', async () => {
    const group = await world.organization('第一党小组', { under: branches[0]!, type: 'PARTY_GROUP' });
    const twin = await world.branch('第三支部', { under: other });
    const input = asked({ ids: ids([...branches, twin]) }, { parentId: other.id });
    const foreseen = await foresee('Move', input);
    expect(foreseen).toMatchObject({ chosen: 4, changes: 2, unchanged: 1, along: 1 });
    expect(foreseen.skipped).toEqual([
      expect.objectContaining({ reason: 'NAME_TAKEN', count: 1, names: ['第三支部'] }),
    ]);
    expect(await below(other)).toEqual(['第三支部']);
    expect(await carryOut('Move', input, foreseen.expected)).toEqual({ changed: 2, skipped: 1, job: null });
    expect(await below(other)).toEqual(expect.arrayContaining(['第一支部', '第二支部']));
    expect(await below(branches[0]!)).toEqual(['第一党小组']);
    expect(await operations('MOVED')).toEqual([{ count: 2 }]);
    const audit = await world.write((tx) =>
      tx.query<{ count: number }[]>(`select count(*)::int as count from audit_event where action = 'moveOrganization'`),
    );
    expect(audit).toEqual([{ count: 2 }]);
    const { partyOrganization } = await world.as(world.staff).query<{
      partyOrganization: { operations: { nodes: { id: string; kind: string }[] } };
    }>(`query ($id: ID!) { partyOrganization(id: $id) { operations(first: 1) { nodes { id kind } } } }`, {
      id: branches[0]!.id,
    });
    await world
      .as(world.staff)
      .mutate(`mutation ($input: UndoOperationInput!) { undoOperation(input: $input) { id } }`, {
        input: { operationId: partyOrganization.operations.nodes[0]!.id, basis: '录错' },
      });
    expect((await below(general)).sort()).toEqual(['第一支部', '第三支部']);
    expect(group.id).toBeTruthy();
  });

  it('are dissolved from the bottom up; those that still have something below or are the root stay', async () => {
    await world.organization('党小组', { under: branches[2]!, type: 'PARTY_GROUP' });
    const all = await foresee('Dissolve', asked({ ids: [world.root.id, general.id, ...ids(branches)] }));
    expect(all).toMatchObject({ chosen: 5, changes: 2 });
    expect(all.skipped.map(({ reason, count }) => [reason, count])).toEqual(
      expect.arrayContaining([
        ['HAS_CHILDREN', 2],
        ['ROOT_STAYS', 1],
      ]),
    );
    const two = asked({ ids: [general.id, ...ids(branches.slice(0, 2))] });
    const foreseen = await foresee('Dissolve', two);
    expect(foreseen).toMatchObject({ changes: 2, skipped: [{ reason: 'HAS_CHILDREN', names: ['机关党总支'] }] });
    expect(await carryOut('Dissolve', two, foreseen.expected)).toMatchObject({ changed: 2, skipped: 1 });
    expect(await below(general)).toEqual(['第三支部']);
  });

  it('are found by a filter, never by an empty one', async () => {
    const move = (rows: object) => foresee('Move', asked(rows, { parentId: other.id }));
    expect(await move({ filter: { parentId: general.id, types: ['BRANCH'] } })).toMatchObject({
      chosen: 3,
      changes: 3,
    });
    expect(await move({ filter: { types: ['BRANCH'] }, within: guided.id })).toMatchObject({ chosen: 0 });
    for (const filter of [{}, { search: '' }, { statuses: ['ACTIVE'] }, { rootsOnly: false }])
      await expect(move({ filter })).rejects.toMatchObject({ reason: 'BATCH_EMPTY_FILTER' });
    await expect(foresee('Dissolve', asked({}))).rejects.toMatchObject({ reason: 'BATCH_NOTHING_CHOSEN' });
  });

  it('are left as they are, all of them, when one changed since it was foreseen', async () => {
    const input = asked({ ids: ids(branches) }, { parentId: other.id });
    const { expected } = await foresee('Move', input);
    await world
      .as(world.staff)
      .mutate(`mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }`, {
        input: { id: branches[2]!.id, version: 1, name: '改名支部', effectiveOn: '2026-09-18', basis: '测试' },
      });
    await expect(carryOut('Move', input, expected)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'BATCH_STALE' });
    expect(await below(general)).toHaveLength(3);
    expect(await operations('MOVED')).toEqual([{ count: 0 }]);
  });

  it('are skipped where the caller may not maintain them, and not found where not visible', async () => {
    const local = await world.account('PARTY_STAFF', general);
    const own = asked({ ids: [...ids(branches), guided.id] }, { parentId: branches[0]!.id });
    const foreseen = await foresee('Move', own, local);
    expect(foreseen.skipped).toEqual(
      expect.arrayContaining([expect.objectContaining({ reason: 'UNKNOWN_ID', count: 1, names: [] })]),
    );
    await expect(foresee('Move', asked({ ids: ids(branches) }, { parentId: other.id }), local)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const secretary = await world.account('SECRETARY', general);
    for (const verb of ['Move', 'Dissolve'] as const) {
      const input = asked({ ids: ids(branches) }, verb === 'Move' ? { parentId: general.id } : {});
      await expect(foresee(verb, input, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(carryOut(verb, input, 'x', secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await below(general)).toHaveLength(3);
  });

  it('wait together for a day to come', async () => {
    const input = asked({ ids: ids(branches) }, { parentId: other.id, effectiveOn: '2026-10-01' });
    const { expected, changes } = await foresee('Move', input);
    expect(changes).toBe(3);
    expect(await carryOut('Move', input, expected)).toMatchObject({ changed: 3 });
    expect(await below(general)).toHaveLength(3);
    const waiting = await world.write((tx) =>
      tx.query<{ count: number }[]>(
        `select count(*)::int as count from organization_operation where kind = 'MOVED' and state = 'PENDING'`,
      ),
    );
    expect(waiting).toEqual([{ count: 3 }]);
  });
});
