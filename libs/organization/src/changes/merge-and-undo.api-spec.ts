import { createWorld, type World } from '@dangwu/testing';
import { Operations } from '../trial/operations';

interface Seen {
  readonly name: string;
  readonly status: string;
  readonly reportedMemberCount: number | null;
  readonly parent: { readonly name: string };
}

describe('merging, splitting, undoing', () => {
  let world: World;
  let operations: Operations;
  let east: { id: string };
  let west: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
    east = await world.organization('东党委', { type: 'COMMITTEE' });
    west = await world.organization('西党委', { type: 'COMMITTEE' });
  });
  afterAll(() => world.close());

  const seen = async (of: { id: string }, asOf?: string): Promise<string> => {
    const fields = 'name status reportedMemberCount parent { name }';
    const { name, status, reportedMemberCount, parent } = await operations.look<Seen>(of, fields, asOf);
    return [name, status, reportedMemberCount ?? '-', parent.name].join(' ');
  };
  const refusal = (reason: string) => expect.objectContaining({ reason });
  const ledger = async (of: { id: string }) =>
    (
      await operations.look<{
        operations: { nodes: { kind: string; state: string; undoable: boolean; refersTo: { name: string }[] }[] };
      }>(of, 'operations(first: 20) { nodes { kind state undoable refersTo { name } summary { zh } } }')
    ).operations.nodes;

  it('merges on a day of the past and puts it all back', async () => {
    const [into, first, second] = await Promise.all([
      world.organization('合并总支', { type: 'GENERAL_BRANCH', under: east, reportedMemberCount: 10 }),
      world.organization('被并总支甲', { type: 'GENERAL_BRANCH', under: east, reportedMemberCount: 7 }),
      world.organization('被并总支乙', { type: 'GENERAL_BRANCH', under: west, reportedMemberCount: 5 }),
    ]);
    const child = await world.branch('甲下支部', { under: first });
    await operations.merge(into, [first, second], { effectiveOn: '2025-07-01' });
    expect(await seen(into)).toBe('合并总支 ACTIVE 22 东党委');
    expect(await seen(into, '2025-06-30')).toBe('合并总支 ACTIVE 10 东党委');
    expect(await seen(first)).toBe('被并总支甲 DISSOLVED 7 东党委');
    expect(await seen(second, '2025-06-30')).toBe('被并总支乙 ACTIVE 5 西党委');
    expect(await seen(child, '2025-06-30')).toBe('甲下支部 ACTIVE - 被并总支甲');
    expect(await seen(child, '2025-07-01')).toBe('甲下支部 ACTIVE - 合并总支');
    expect(await ledger(into)).toMatchObject([
      { kind: 'MERGED', state: 'APPLIED', undoable: true, refersTo: [{ name: '被并总支甲' }, { name: '被并总支乙' }] },
      { kind: 'FOUNDED' },
    ]);
    const groups = (await world.write((tx) =>
      tx.query(`select count(*)::int as count, count(distinct group_id)::int as groups from organization_operation
        where group_id is not null`),
    )) as object[];
    expect(groups).toEqual([{ count: 4, groups: 1 }]);

    // any of them takes all back
    await operations.undo(first, 'DISSOLVED');
    expect(await seen(into)).toBe('合并总支 ACTIVE 10 东党委');
    expect(await seen(first)).toBe('被并总支甲 ACTIVE 7 东党委');
    expect(await seen(second)).toBe('被并总支乙 ACTIVE 5 西党委');
    expect(await seen(child)).toBe('甲下支部 ACTIVE - 被并总支甲');
    expect(await seen(child, '2025-08-01')).toBe('甲下支部 ACTIVE - 被并总支甲');
    expect(await ledger(into)).toMatchObject([
      { kind: 'UNDONE', undoable: false },
      { kind: 'MERGED', state: 'UNDONE', undoable: false },
      { kind: 'FOUNDED' },
    ]);
    await expect(operations.undo(into, 'MERGED')).rejects.toEqual(refusal('OPERATION_NOT_UNDOABLE'));
  });

  it('refuses merges that make no sense, and carries out those that do', async () => {
    const above = await world.organization('上总支', { type: 'GENERAL_BRANCH', under: east });
    const below = await world.branch('下支部', { under: above });
    const late = await world.branch('迟来支部', { under: west });
    await operations.move(late, above, { effectiveOn: '2026-01-01' });
    await expect(operations.merge(below, [above])).rejects.toEqual(refusal('MERGE_INTO_BELOW'));
    await expect(operations.merge(above, [above])).rejects.toEqual(refusal('MERGE_ITSELF'));
    await expect(operations.merge(above, [world.root])).rejects.toEqual(refusal('ROOT_STAYS'));
    await expect(operations.merge(east, [above], { effectiveOn: '2025-01-01' })).rejects.toEqual(
      refusal('CHILD_CAME_OR_WENT'),
    );
    const versions = [{ id: above.id, version: 99 }];
    await expect(operations.merge(east, [above], { versions })).rejects.toEqual(refusal('STALE_VERSION'));
    await operations.merge(east, [above], { effectiveOn: '2026-01-01' });
    expect(await seen(late)).toBe('迟来支部 ACTIVE - 东党委');
    await expect(operations.merge(west, [above])).rejects.toEqual(refusal('ORGANIZATION_DISSOLVED'));
  });

  it('splits, and undoes a split until something rests on it', async () => {
    const whole = await world.organization('大支部', { under: east, reportedMemberCount: 30 });
    const part = (name: string, code: string, reportedMemberCount: number) => ({
      name,
      code,
      type: 'BRANCH',
      reportedMemberCount,
    });
    await expect(operations.split(whole, [part('多', 'CF-0', 31)])).rejects.toEqual(refusal('SPLIT_MORE_THAN_MEMBERS'));
    await expect(operations.split(whole, [part('同', 'CF-9', 1), part('码', 'cf-9', 1)])).rejects.toEqual(
      refusal('CODE_TAKEN'),
    );
    await operations.split(whole, [part('新一支部', 'CF-1', 10), part('新二支部', 'CF-2', 8)], {
      effectiveOn: '2026-03-01',
    });
    expect(await seen(whole)).toBe('大支部 ACTIVE 12 东党委');
    const [split] = await ledger(whole);
    expect(split).toMatchObject({ kind: 'SPLIT', refersTo: [{ name: '新一支部' }, { name: '新二支部' }] });
    const found = await world
      .as(world.staff)
      .query<{ partyOrganizations: { nodes: { id: string }[] } }>(
        `{ partyOrganizations(first: 1, filter: { search: "新一支部" }) { nodes { id } } }`,
      );
    const fresh = found.partyOrganizations.nodes[0]!;
    await operations.rename(fresh, '新壹支部');
    const newer = operations.undo(whole, 'SPLIT');
    await expect(newer).rejects.toEqual(refusal('UNDO_NEWER_DEPENDS'));
    await expect(newer).rejects.toMatchObject({ messages: { zh: expect.stringContaining('新壹支部') as string } });
    await operations.undo(fresh, 'RENAMED');
    await operations.undo(whole, 'SPLIT');
    expect(await seen(whole)).toBe('大支部 ACTIVE 30 东党委');
    expect(await seen(fresh)).toBe('新一支部 DISSOLVED 10 东党委');
  });

  it('undoes one change and leaves the others', async () => {
    const branch = await world.branch('名一', { under: east });
    await operations.rename(branch, '名二', { effectiveOn: '2022-01-01' });
    await operations.move(branch, west, { effectiveOn: '2023-01-01' });
    await operations.rename(branch, '名三', { effectiveOn: '2024-01-01' });
    await operations.retype(branch, 'GENERAL_BRANCH', { effectiveOn: '2025-01-01' });
    await operations.undo(branch, 'MOVED');
    expect(await seen(branch)).toBe('名三 ACTIVE - 东党委');
    await operations.undo(branch, 'RENAMED');
    expect(await seen(branch)).toBe('名二 ACTIVE - 东党委');
    await operations.undo(branch, 'RENAMED');
    expect(await seen(branch)).toBe('名一 ACTIVE - 东党委');
    expect(await seen(branch, '2023-06-01')).toBe('名一 ACTIVE - 东党委');
    expect((await operations.look(branch)).type).toBe('GENERAL_BRANCH');
    expect((await operations.undo(branch, 'RETYPED')).type).toBe('BRANCH');
    await operations.dissolve(branch);
    await world.branch('名一', { under: east });
    await expect(operations.undo(branch, 'DISSOLVED')).rejects.toEqual(refusal('NAME_TAKEN'));
    const free = await world.branch('独名', { under: east });
    await operations.dissolve(free);
    expect((await operations.undo(free, 'DISSOLVED')).status).toBe('ACTIVE');
  });

  it('withdraws what waits, also a founding', async () => {
    const branch = await world.branch('待改支部', { under: east });
    await operations.rename(branch, '不改了', { effectiveOn: '2026-12-01' });
    await expect(operations.undo(branch, 'RENAMED')).rejects.toEqual(refusal('OPERATION_NOT_UNDOABLE'));
    await operations.withdraw(branch, 'RENAMED');
    expect(await ledger(branch)).toMatchObject([{ kind: 'RENAMED', state: 'WITHDRAWN' }, { kind: 'UNDONE' }, {}]);
    await expect(operations.withdraw(branch, 'RENAMED')).rejects.toEqual(refusal('OPERATION_NOT_PENDING'));
    const planned = await operations.found({
      parentId: east.id,
      name: '不建了',
      code: 'BJ-1',
      effectiveOn: '2026-12-01',
    });
    expect((await operations.withdraw(planned, 'FOUNDED')).status).toBe('DISSOLVED');
    const other = await world.branch('待并支部', { under: east });
    await operations.merge(branch, [other], { effectiveOn: '2026-12-01' });
    expect((await operations.look(other)).status).toBe('ACTIVE');
    await operations.withdraw(branch, 'MERGED');
  });

  it('foresees without writing, and only for those who maintain', async () => {
    const [into, gone] = [await world.branch('去向', { under: east }), await world.branch('来源', { under: east })];
    const ids = [into, gone].map(({ id }) => ({ id, version: 1 }));
    const input = { intoId: into.id, ids: [gone.id], versions: ids, effectiveOn: '2026-09-18', basis: '—' };
    const ask = `query ($input: MergeOrganizationsInput!) { mergeConsequences(input: $input) { organizationCount refusals { zh } } }`;
    const as = world.as(world.staff);
    expect(await as.query(ask, { input })).toEqual({ mergeConsequences: { organizationCount: 2, refusals: [] } });
    expect((await operations.look(gone)).status).toBe('ACTIVE');
    expect(await as.query(ask, { input: { ...input, ids: [into.id] } })).toMatchObject({
      mergeConsequences: { organizationCount: 0, refusals: [{ zh: expect.stringContaining('它自己') as string }] },
    });
    const secretary = new Operations(world, await world.account('SECRETARY', east));
    await expect(secretary.merge(into, [gone])).rejects.toEqual(refusal('PERMISSION_MISSING'));
    await operations.merge(into, [gone]);
    await expect(secretary.undo(into, 'MERGED')).rejects.toEqual(refusal('PERMISSION_MISSING'));
    const undone = `query ($id: ID!) { undoConsequences(operationId: $id) { organizationCount refusals { zh } } }`;
    expect(await as.query(undone, { id: await operations.latest(into, 'MERGED') })).toEqual({
      undoConsequences: { organizationCount: 2, refusals: [] },
    });
    await operations.undo(into, 'MERGED');
  });

  it('counts as of a day', async () => {
    const area = await world.organization('数党委', { type: 'COMMITTEE' });
    const branch = await world.branch('数支部', { under: area });
    await operations.move(branch, west, { effectiveOn: '2024-01-01' });
    const total = async (asOf?: string, by = world.staff) =>
      (
        await world
          .as(by)
          .query<{ organizationFigures: { total: number } }>(
            `query ($within: ID, $asOf: Date) { organizationFigures(within: $within, asOf: $asOf) { total } }`,
            { within: area.id, asOf },
          )
      ).organizationFigures.total;
    expect(await total()).toBe(1);
    expect(await total('2023-12-31')).toBe(2);
    expect(await total('2019-12-31')).toBe(0);
    // rights are today's: the branch that left is not the secretary's to count any more
    expect(await total('2023-12-31', await world.account('SECRETARY', area))).toBe(1);
  });
});
