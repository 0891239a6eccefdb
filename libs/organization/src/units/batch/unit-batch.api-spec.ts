import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { newId } from '@dangwu/platform/ids';
import { CoverageKind, UnitKind } from '../unit.enums';
import { UnitLedger } from '../unit-ledger';

interface Foreseen {
  readonly chosen: number;
  readonly changes: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly reason: string; readonly count: number; readonly names: readonly string[] }[];
  readonly expected: string;
  readonly inBackground: boolean;
}
interface Outcome {
  readonly changed: number;
  readonly skipped: number;
  readonly job: { readonly id: string } | null;
}

describe('many units at once', () => {
  let world: World;
  let general: { id: string };
  let guided: { id: string };
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  });
  afterEach(() => world.close());

  const register = async (name: string, more: object = {}): Promise<string> => {
    const input = {
      organizationId: general.id,
      name,
      kind: 'MEMBER_COMPANY',
      coverage: 'UNCOVERED',
      effectiveOn: '2026-01-01',
      basis: '测试',
      ...more,
    };
    const document = `mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { id } }`;
    return (await world.as(world.staff).mutate<{ registerUnit: { id: string } }>(document, { input })).registerUnit.id;
  };
  const asked = (rows: object, change: object, more: object = {}) => ({
    ...rows,
    change,
    effectiveOn: '2026-09-01',
    basis: '党委会纪要',
    ...more,
  });
  const foresee = async (input: object, actor: Actor = world.staff): Promise<Foreseen> =>
    (
      await world.as(actor).query<{ unitBatchConsequences: Foreseen }>(
        `query ($input: UnitBatchInput!) { unitBatchConsequences(input: $input) {
           chosen changes unchanged skipped { reason count names message { zh en } } expected inBackground } }`,
        { input },
      )
    ).unitBatchConsequences;
  const change = async (input: object, expected: string, actor: Actor = world.staff): Promise<Outcome> =>
    (
      await world.as(actor).mutate<{ batchChangeUnits: Outcome }>(
        `mutation ($input: BatchChangeUnitsInput!) { batchChangeUnits(input: $input) {
           changed skipped job { id } } }`,
        { input: { ...input, expected } },
      )
    ).batchChangeUnits;
  const units = async (actor: Actor = world.staff) =>
    (
      await world.as(actor).query<{
        units: { nodes: { name: string; coverage: string; tier: string; organization: { name: string } }[] };
      }>(`{ units(first: 100, filter: { includeClosed: true }) { nodes { name coverage tier organization { name } } } }`)
    ).units.nodes;
  const told = (name: string) =>
    world.write((tx) =>
      tx.query<{ action: string; count: number }[]>(
        `select action, count(*)::int as count from audit_event where action = $1 group by action`,
        [name],
      ),
    );
  const covered = { coverage: { coverage: 'JOINT_ORGANIZATION' } };

  it('are told what would happen, row by row, and then it happens, with one event each', async () => {
    const ids = [await register('甲公司'), await register('乙公司')];
    const same = await register('丙公司', { coverage: 'JOINT_ORGANIZATION' });
    const late = await register('丁公司', { effectiveOn: '2026-09-10' });
    const input = asked({ ids: [...ids, same, late] }, covered);
    const foreseen = await foresee(input);
    expect(foreseen).toMatchObject({ chosen: 4, changes: 2, unchanged: 1, inBackground: false });
    expect(foreseen.skipped).toEqual([
      expect.objectContaining({ reason: 'UNIT_DAY_BEFORE_LAST', count: 1, names: ['丁公司'] }),
    ]);
    expect((await units()).filter(({ coverage }) => coverage === 'JOINT_ORGANIZATION')).toHaveLength(1);
    expect(await told('changeUnitCoverage')).toEqual([]);
    expect(await change(input, foreseen.expected)).toEqual({ changed: 2, skipped: 1, job: null });
    expect((await units()).filter(({ coverage }) => coverage === 'JOINT_ORGANIZATION')).toHaveLength(3);
    expect(await told('changeUnitCoverage')).toEqual([{ action: 'changeUnitCoverage', count: 2 }]);
  });

  it('change their responsible organization or tier; exactly one thing at a time', async () => {
    const ids = [await register('甲公司'), await register('乙公司')];
    for (const wanted of [{ organizationId: guided.id }, { tier: 'MEMBER_UNIT' }]) {
      const input = asked({ ids }, wanted);
      expect(await change(input, (await foresee(input)).expected)).toMatchObject({ changed: 2 });
    }
    expect(await units()).toEqual(
      ['甲公司', '乙公司'].map((name) =>
        expect.objectContaining({ name, tier: 'MEMBER_UNIT', organization: { name: '会员单位党委' } }),
      ),
    );
    await expect(foresee(asked({ ids }, { tier: 'COUNCIL', organizationId: general.id }))).rejects.toThrow();
    await expect(foresee(asked({ ids }, {}))).rejects.toThrow();
  });

  it('are found by a filter, never by an empty one', async () => {
    await register('甲公司', { tier: 'MEMBER_UNIT' });
    await register('乙公司', { tier: 'SECRETARIAT' });
    const all = await foresee(asked({ filter: { tiers: ['MEMBER_UNIT', 'SECRETARIAT'] } }, covered));
    expect(all).toMatchObject({ chosen: 2, changes: 2 });
    expect(await foresee(asked({ filter: { tiers: ['MEMBER_UNIT'] }, within: guided.id }, covered))).toMatchObject({
      chosen: 0,
    });
    for (const filter of [{}, { search: '' }, { tiers: [] }, { includeClosed: true }, { qualifiesOnly: false }])
      await expect(foresee(asked({ filter }, covered))).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        reason: 'BATCH_EMPTY_FILTER',
        messages: { zh: expect.stringContaining('没有任何筛选条件') as string },
      });
    await expect(change(asked({ filter: {} }, covered), 'x')).rejects.toMatchObject({ reason: 'BATCH_EMPTY_FILTER' });
    for (const rows of [{}, { ids: [] }, { ids: [await register('丙公司')], filter: { search: '甲' } }])
      await expect(foresee(asked(rows, covered))).rejects.toMatchObject({ reason: 'BATCH_NOTHING_CHOSEN' });
  });

  it('are not written when anything changed since it was foreseen', async () => {
    const [first, second] = [await register('甲公司'), await register('乙公司')];
    const input = asked({ ids: [first, second] }, covered);
    const { expected } = await foresee(input);
    await world.as(world.staff).mutate(`mutation ($input: ChangeUnitInput!) { changeUnit(input: $input) { id } }`, {
      input: { id: second, version: 1, employeeCount: 3, effectiveOn: '2026-02-01', basis: '测试' },
    });
    await expect(change(input, expected)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'BATCH_STALE' });
    expect((await units()).map(({ coverage }) => coverage)).toEqual(['UNCOVERED', 'UNCOVERED']);
    expect(await told('changeUnitCoverage')).toEqual([]);
    const again = await foresee(input);
    // another paper is the same request, another day is not
    await expect(change({ ...input, effectiveOn: '2026-09-02' }, again.expected)).rejects.toMatchObject({
      reason: 'BATCH_STALE',
    });
    expect(await change({ ...input, basis: '另一份文件' }, again.expected)).toMatchObject({ changed: 2 });
    const byFilter = asked({ filter: { search: '公司' } }, { tier: 'SECRETARIAT' });
    const found = await foresee(byFilter);
    await register('后来的公司');
    await expect(change(byFilter, found.expected)).rejects.toMatchObject({ reason: 'BATCH_STALE' });
  });

  it('are skipped where the caller may only read, and not found where not even that', async () => {
    const [here, there] = [await register('甲公司'), await register('乙公司', { organizationId: guided.id })];
    const local = await world.account('PARTY_STAFF', guided);
    const input = asked({ ids: [here, there] }, { tier: 'COUNCIL' });
    const foreseen = await foresee(input, local);
    expect(foreseen).toMatchObject({ chosen: 2, changes: 1 });
    expect(foreseen.skipped).toEqual([expect.objectContaining({ reason: 'UNKNOWN_ID', count: 1, names: [] })]);
    expect(await change(input, foreseen.expected, local)).toEqual({ changed: 1, skipped: 1, job: null });
    expect((await units()).map(({ name, tier }) => [name, tier])).toEqual([
      ['甲公司', null],
      ['乙公司', 'COUNCIL'],
    ]);
    await expect(foresee(asked({ ids: [there] }, { organizationId: general.id }), local)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const secretary = await world.account('SECRETARY', general);
    await expect(foresee(input, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(change(input, foreseen.expected, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const both = await world.account('PARTY_STAFF', guided);
    await world.write((tx) =>
      tx.query(
        `insert into access_grant (id, association_id, account_id, role, organization_id, since)
         select $1, association_id, $2, 'SECRETARY', id, '2020-01-01' from party_organization where name = '机关党总支'`,
        [newId(), both.accountId],
      ),
    );
    const seen = await foresee(input, both);
    expect(seen.skipped).toEqual([
      expect.objectContaining({ reason: 'PERMISSION_MISSING', count: 1, names: ['甲公司'] }),
    ]);
  });

  it('are written by a job when they are more than a thousand, all or none', async () => {
    const organization = await world.write((tx) =>
      tx.query<{ id: string }[]>(`select id from party_organization where name = '机关党总支'`),
    );
    const actor = { associationId: world.associationId, accountId: world.staff.accountId, name: '测试' };
    await world.write((tx) =>
      world.app.get(UnitLedger, { strict: false }).register(
        tx,
        actor,
        Array.from({ length: 1005 }, (_, i) => ({
          facts: {
            ...blank,
            organizationId: organization[0]!.id,
            name: `第 ${i} 公司`,
            kind: UnitKind.MEMBER_COMPANY,
            coverage: CoverageKind.UNCOVERED,
          },
        })),
        { effectiveOn: '2026-01-01', basis: '测试' },
      ),
    );
    await world.work();
    const input = asked({ filter: { search: '公司' } }, covered);
    const foreseen = await foresee(input);
    expect(foreseen).toMatchObject({ chosen: 1005, changes: 1005, inBackground: true });
    const stale = await settled(world, (await change(input, 'something else')).job!.id);
    expect(stale).toMatchObject({ state: 'FAILED', message: { zh: expect.stringContaining('预演以后数据有变化') } });
    expect(await told('changeUnitCoverage')).toEqual([]);
    const { job, changed } = await change(input, foreseen.expected);
    expect(changed).toBe(0);
    expect(await settled(world, job!.id)).toMatchObject({
      state: 'DONE',
      done: 1005,
      message: { zh: '已变更 1005 个单位，跳过 0 个单位' },
    });
    expect(await told('changeUnitCoverage')).toEqual([{ action: 'changeUnitCoverage', count: 1005 }]);
  });
});

const blank = {
  code: null,
  uscc: null,
  tier: null,
  coveredById: null,
  liaison: null,
  partyMemberCount: null,
  employeeCount: null,
  joinedOn: null,
  foundedOn: null,
  closedOn: null,
};

async function settled(world: World, id: string): Promise<unknown> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { job } = await world
      .as(world.staff)
      .query<{ job: { state: string } }>(`query ($id: ID!) { job(id: $id) { state done message { zh } } }`, { id });
    if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}
