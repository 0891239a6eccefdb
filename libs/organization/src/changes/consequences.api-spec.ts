import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Operations } from '../trial/operations';

type Told = readonly { readonly zh: string; readonly en: string }[];
interface Consequences {
  readonly organizationCount: number;
  readonly refusals: Told;
  readonly warnings: Told;
  readonly changes: Told;
  readonly flagsRaised: Told;
  readonly flagsCleared: Told;
  readonly falling: Told;
  readonly stays: Told;
}
const fields = ['refusals', 'warnings', 'changes', 'flagsRaised', 'flagsCleared', 'falling', 'stays'] as const;
const selection = `organizationCount ${fields.map((name) => `${name} { zh en }`).join(' ')}`;
const basis = '〔2026〕1号';
const today = '2026-09-18';

describe('what an operation would bring about', () => {
  let world: World;
  let operations: Operations;
  let general: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  });
  afterAll(() => world.close());

  const versionOf = async ({ id }: { id: string }) =>
    (await operations.look<{ version: number }>({ id }, 'version')).version;
  const ask = async (
    field: string,
    type: string,
    value: unknown,
    actor: Actor = world.staff,
  ): Promise<Consequences> => {
    const name = type === 'ID' ? 'operationId' : 'input';
    return (
      await world
        .as(actor)
        .query<Record<'found', Consequences>>(
          `query ($value: ${type}!) { found: ${field}(${name}: $value) { ${selection} } }`,
          { value },
        )
    ).found;
  };
  const split = async (of: { id: string }, parts: object[], more: object = {}, actor?: Actor) =>
    ask(
      'splitConsequences',
      'SplitOrganizationInput',
      { id: of.id, version: await versionOf(of), newOrganizations: parts, effectiveOn: today, basis, ...more },
      actor,
    );
  const dissolve = async (of: { id: string }, more: object = {}, actor?: Actor) =>
    ask(
      'dissolveConsequences',
      'DissolveOrganizationInput',
      { id: of.id, version: await versionOf(of), effectiveOn: today, basis, ...more },
      actor,
    );
  const zh = (told: Told) => told.map((one) => one.zh);

  it('tells of a split who is founded, what is taken off, which flags go, and what stays', async () => {
    const branch = await world.branch('大支部', { under: general, reportedMemberCount: 60 });
    await world.organization('党小组', { under: branch, type: 'PARTY_GROUP' });
    const parts = [
      { name: '新一支部', code: 'N-1', type: 'BRANCH', reportedMemberCount: 25 },
      { name: '新二支部', code: 'N-2', type: 'BRANCH', reportedMemberCount: 2 },
    ];
    const found = await split(branch, parts);
    expect(found).toMatchObject({ organizationCount: 3, refusals: [], warnings: [], falling: [] });
    expect(zh(found.changes)).toEqual([
      '“大支部”填报人数由 60 变为 33',
      '新设“新一支部”（党支部），在“机关党总支”（领导）之下，25 人',
      '新设“新二支部”（党支部），在“机关党总支”（领导）之下，2 人',
    ]);
    expect(zh(found.flagsRaised)).toEqual([expect.stringMatching(/^“新二支部”：/)]);
    expect(zh(found.flagsCleared)).toEqual([expect.stringMatching(/^“大支部”：/)]);
    expect(zh(found.stays)).toEqual([expect.stringMatching(/^留在“大支部”：名称、代码、历史、直接下级 1 个/)]);
    expect(found.stays[0]!.en).toContain('1 organizations directly below');
    expect((await operations.look<{ reportedMemberCount: number }>(branch, 'reportedMemberCount')).reportedMemberCount)
      // nothing was written by asking
      .toBe(60);
    const tooMany = await split(branch, [{ ...parts[0], reportedMemberCount: 61 }]);
    expect(zh(tooMany.refusals)).toEqual([expect.stringContaining('61')]);
    expect(tooMany.changes).toEqual([]);
  });

  it('tells of a dissolution which waiting operations fall with it, and why it cannot be', async () => {
    const branch = await world.branch('要撤的支部', { under: general, reportedMemberCount: 2 });
    await operations.rename(branch, '改名的支部', { effectiveOn: '2026-12-01' });
    // it has stood for some time: then it ends today, its row stays for the past
    await world.write((tx) =>
      tx.query(`update organization_flag set since = '2026-01-05' where organization_id = $1`, [
        branch.id.replace('PartyOrganization_', ''),
      ]),
    );
    const found = await dissolve(branch);
    expect(zh(found.changes)).toEqual(['“要撤的支部”撤销']);
    expect(zh(found.falling)).toEqual(['“要撤的支部”2026-12-01 的“更名：由“要撤的支部”改为“改名的支部””不再执行']);
    expect(found.flagsCleared).toHaveLength(1);
    expect(zh((await dissolve(general)).refusals)).toEqual([expect.stringContaining('机关党总支')]);
  });

  it('tells of a day to come as if it were today, or what must be done by then', async () => {
    const committee = await world.organization('到期的党委', { type: 'COMMITTEE' });
    const empty = await dissolve(committee, { effectiveOn: '2026-12-31' });
    expect(zh(empty.changes)).toEqual(['“到期的党委”撤销']);
    expect(zh(empty.warnings)).toEqual([expect.stringMatching(/^到 2026-12-31 零时才执行，下面按今天的情况推算/)]);
    await world.branch('还在的支部', { under: committee });
    const full = await dissolve(committee, { effectiveOn: '2026-12-31' });
    expect(full).toMatchObject({ refusals: [], changes: [] });
    expect(zh(full.warnings)).toEqual([expect.stringContaining('还在的支部')]);
  });

  it('tells of a withdrawal what is not carried out any more', async () => {
    const branch = await world.branch('等待的支部', { under: general });
    await operations.rename(branch, '等来的支部', { effectiveOn: '2026-12-01' });
    const id = await operations.latest(branch, 'RENAMED');
    const found = await ask('withdrawConsequences', 'ID', id);
    expect(found).toMatchObject({ refusals: [], changes: [] });
    expect(zh(found.falling)).toEqual([expect.stringMatching(/^“等待的支部”2026-12-01 的“更名/)]);
    const planned = await operations.found({
      parentId: general.id,
      name: '筹备的支部',
      code: 'N-9',
      effectiveOn: '2026-12-01',
    });
    const unfounded = await ask('withdrawConsequences', 'ID', await operations.latest(planned, 'FOUNDED'));
    expect(zh(unfounded.changes)).toEqual(['“筹备的支部”撤销']);
    const undone = await ask('undoConsequences', 'ID', id);
    expect(undone.refusals).toHaveLength(1);
  });

  it('is told to those who may do it, there', async () => {
    const branch = await world.branch('别人的支部', { under: general });
    const parts = [{ name: '拆出支部', code: 'N-7', type: 'BRANCH' }];
    const secretary = await world.account('SECRETARY', general);
    const elsewhere = await world.account(
      'PARTY_STAFF',
      await world.organization('别处党委', { type: 'COMMITTEE', relation: 'GUIDES' }),
    );
    await expect(split(branch, parts, {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(dissolve(branch, {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const told of [await split(branch, parts, {}, elsewhere), await dissolve(branch, {}, elsewhere)])
      expect(told).toMatchObject({
        changes: [],
        stays: [],
        refusals: [{ en: expect.stringContaining('organization.maintain') }],
      });
    expect((await split(branch, parts)).changes).toHaveLength(1);
  });
});
