import { createWorld, type Actor, type World } from '@dangwu/testing';

interface Unit {
  readonly id: string;
  readonly version: number;
}

describe('units', () => {
  let world: World;
  let general: { id: string };
  let guided: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    guided = await world.organization('会员单位党委', { type: 'COMMITTEE', relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  });
  afterAll(() => world.close());

  const send = async (actor: Actor, name: string, input: object): Promise<Unit> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`;
    return (await world.as(actor).mutate<Record<string, Unit>>(document, { input }))[name]!;
  };
  const facts = (name: string, more: object = {}) => ({
    organizationId: general.id,
    name,
    kind: 'MEMBER_COMPANY',
    tier: 'MEMBER_UNIT',
    coverage: 'UNCOVERED',
    effectiveOn: '2026-01-01',
    basis: '测试',
    ...more,
  });
  const register = (name: string, more: object = {}, actor: Actor = world.staff): Promise<Unit> =>
    send(actor, 'registerUnit', facts(name, more));
  const names = async (actor: Actor, args = ''): Promise<string[]> => {
    const document = `{ units(first: 100${args}) { nodes { name } } }`;
    const data = await world.as(actor).query<{ units: { nodes: { name: string }[] } }>(document);
    return data.units.nodes.map(({ name }) => name);
  };
  const dated = { effectiveOn: '2026-05-01', basis: '党委会纪要' };

  it('are read where their organization is led, and maintained by staff alone', async () => {
    const led = await register('示例检测公司');
    await register('示例会员公司', { organizationId: guided.id });
    const secretary = await world.account('SECRETARY', general);
    const visible = await names(secretary);
    expect([visible.includes('示例检测公司'), visible.includes('示例会员公司')]).toEqual([true, false]);
    expect(await names(world.staff)).toEqual(expect.arrayContaining(['示例检测公司', '示例会员公司']));
    const change = { id: led.id, version: led.version, employeeCount: 20, ...dated };
    await expect(send(secretary, 'changeUnit', change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(register('书记的公司', {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await send(world.staff, 'changeUnit', change)).version).toBe(led.version + 1);
    const elsewhere = await world.account('PARTY_STAFF', guided);
    await expect(send(elsewhere, 'changeUnit', change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await register('本地公司', { organizationId: guided.id }, elsewhere)).version).toBe(1);
  });

  it('have one name and one code each, and a code that checks', async () => {
    await register('唯一公司', { uscc: '91350100M000100Y43' });
    await expect(register('唯一公司')).rejects.toMatchObject({ reason: 'UNIT_NAME_TAKEN' });
    await expect(register('另一公司', { uscc: '91350100m000100y43' })).rejects.toMatchObject({ reason: 'USCC_TAKEN' });
    await expect(register('另一公司', { uscc: '91350100M000100Y44' })).rejects.toMatchObject({ reason: 'USCC_FORM' });
    await expect(register('另一公司', { liaison: '王五' })).rejects.toMatchObject({ reason: 'COVERAGE_MISFIT' });
    await expect(register('另一公司', { effectiveOn: '2026-09-19' })).rejects.toMatchObject({
      reason: 'UNIT_DAY_AHEAD',
    });
    expect((await register('另一公司', { uscc: '91110000600037341L' })).version).toBe(1);
  });

  it('are registered once under an external id', async () => {
    const first = await register('外部公司', { externalId: 'crm-1' });
    expect(await register('外部公司', { externalId: 'crm-1' })).toEqual(first);
    await expect(register('外部公司二', { externalId: 'crm-1' })).rejects.toMatchObject({
      reason: 'UNIT_EXTERNAL_ID_TAKEN',
    });
  });

  it('refuse a change of what somebody changed since', async () => {
    const unit = await register('并发公司');
    await send(world.staff, 'changeUnit', { ...unit, name: '并发集团', ...dated });
    await expect(send(world.staff, 'changeUnit', { ...unit, name: '别的', ...dated })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
    });
  });

  it('qualify without an organization by the rule, until they have one', async () => {
    const unit = await register('够条件公司', { partyMemberCount: 5 });
    const look = async () =>
      (
        await world.as(world.staff).query<{
          unit: { version: number; qualifiesWithoutOrganization: boolean; qualifyingRule: { key: string } | null };
        }>(`query ($id: ID!) { unit(id: $id) { version qualifiesWithoutOrganization qualifyingRule { key } } }`, {
          id: unit.id,
        })
      ).unit;
    expect(await look()).toMatchObject({
      qualifiesWithoutOrganization: true,
      qualifyingRule: { key: 'branch.found.min' },
    });
    const covered = { coverage: 'OWN_ORGANIZATION', coveredById: general.id };
    const { version } = await look();
    await send(world.staff, 'changeUnitCoverage', { id: unit.id, version, ...covered, ...dated });
    expect(await look()).toMatchObject({ qualifiesWithoutOrganization: false, qualifyingRule: null });
  });

  it('answer as of a day: coverage, figures, the place, and what was closed', async () => {
    const unit = await register('历史公司', { partyMemberCount: 9, organizationId: guided.id });
    const joint = { ...unit, coverage: 'JOINT_ORGANIZATION', ...dated };
    const second = await send(world.staff, 'changeUnitCoverage', joint);
    await expect(
      send(world.staff, 'closeUnit', { ...second, effectiveOn: '2026-04-30', basis: '测试' }),
    ).rejects.toMatchObject({ reason: 'UNIT_DAY_BEFORE_LAST' });
    await send(world.staff, 'closeUnit', { ...second, effectiveOn: '2026-08-01', basis: '退会' });
    const on = async (asOf: string) =>
      await world
        .as(world.staff)
        .query<{ coverageFigures: object; unit: { coverage: string; closedOn: string } | null }>(
          `query ($id: ID!, $asOf: Date, $within: ID) {
            coverageFigures(within: $within, asOf: $asOf) { joint uncovered qualifies }
            unit(id: $id, asOf: $asOf) { coverage closedOn } }`,
          { id: unit.id, asOf, within: guided.id },
        );
    const before = await on('2026-04-30');
    const during = await on('2026-06-01');
    const after = await on('2026-08-01');
    expect((await on('2025-12-31')).unit).toBeNull();
    expect(before.unit).toEqual({ coverage: 'UNCOVERED', closedOn: null });
    expect(during.unit).toEqual({ coverage: 'JOINT_ORGANIZATION', closedOn: null });
    expect(after.unit).toEqual({ coverage: 'JOINT_ORGANIZATION', closedOn: '2026-08-01' });
    const figures = [before, during, after].map(({ coverageFigures }) => coverageFigures);
    expect(figures).toEqual([
      expect.objectContaining({ joint: 0, qualifies: 1 }),
      expect.objectContaining({ joint: 1, qualifies: 0 }),
      expect.objectContaining({ joint: 0, qualifies: 0 }),
    ]);
    expect(await names(world.staff, `, asOf: "2026-06-01", within: "${guided.id}"`)).toContain('历史公司');
    expect(await names(world.staff, `, within: "${guided.id}"`)).not.toContain('历史公司');
    const told = await world
      .as(world.staff)
      .query<{ unit: { operations: { nodes: { kind: string }[] } } }>(
        `query ($id: ID!) { unit(id: $id) { operations(first: 9) { nodes { kind summary { zh } } } } }`,
        { id: unit.id },
      );
    expect(told.unit.operations.nodes.map(({ kind }) => kind)).toEqual(['CLOSED', 'COVERAGE_CHANGED', 'REGISTERED']);
  });

  it('keep their organization from being dissolved', async () => {
    const branch = await world.branch('联系支部');
    const unit = await register('挂着的公司', { organizationId: branch.id });
    const dissolve = async () => {
      const { partyOrganization } = await world
        .as(world.staff)
        .query<{ partyOrganization: { version: number } }>(
          `query ($id: ID!) { partyOrganization(id: $id) { version } }`,
          { id: branch.id },
        );
      const input = { id: branch.id, ...partyOrganization, effectiveOn: '2026-09-18', basis: '测试' };
      return world
        .as(world.staff)
        .mutate(`mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { status } }`, {
          input,
        });
    };
    await expect(dissolve()).rejects.toMatchObject({ reason: 'ORGANIZATION_HAS_UNITS' });
    await send(world.staff, 'changeUnit', { ...unit, organizationId: general.id, ...dated });
    expect(await dissolve()).toEqual({ dissolveOrganization: { status: 'DISSOLVED' } });
  });
});
