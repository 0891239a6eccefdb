import { createWorld, type Actor, type World } from '@dangwu/testing';

const inForce = `query ($key: String!, $organizationId: ID, $on: Date) {
  ruleInForce(key: $key, organizationId: $organizationId, on: $on) { id value layer strength basis { zh } }
}`;
const override = `mutation ($input: OverrideRuleInput!) { overrideRule(input: $input) { id version layer value } }`;
const confirm = `mutation ($input: ConfirmRuleInput!) { confirmRule(input: $input) { confirmedBy needsConfirmation } }`;
const withdraw = `mutation ($input: WithdrawRuleOverrideInput!) { withdrawRuleOverride(input: $input) { effectiveTo } }`;
const list = `query ($filter: RuleFilter) {
  rules(first: 100, filter: $filter) { totalCount nodes { id version key source needsConfirmation articleUncertain } }
}`;

interface Found {
  ruleInForce: { id: string; value: string; layer: string; strength: string; basis: { zh: string } };
}
interface Listed {
  rules: { totalCount: number; nodes: { id: string; version: number; key: string; source: string }[] };
}

describe('the register of rules', () => {
  let world: World;
  let staff: Actor;
  let secretary: Actor;
  let general: { id: string };
  let branch: { id: string };

  beforeAll(async () => {
    world = await createWorld();
    staff = world.staff;
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    branch = await world.branch('第一党支部', { under: general });
    secretary = await world.account('SECRETARY', branch);
  });
  afterAll(() => world.close());

  const valueFor = async (key: string, organizationId?: string, on?: string): Promise<Found['ruleInForce']> =>
    (await world.as(secretary).query<Found>(inForce, { key, organizationId, on })).ruleInForce;
  const house = (more: object) => ({
    key: 'assembly.cadence',
    value: '2',
    strength: 'MUST',
    basis: '党委会决议〔2026〕3号',
    effectiveFrom: '2026-01-01',
    ...more,
  });

  it('ships the regulations, each with its article, and says which are to be confirmed', async () => {
    const all = await world.as(secretary).query<Listed>(list, {});
    expect(all.rules.totalCount).toBe(75);
    const open = await world.as(secretary).query<Listed>(list, { filter: { needsConfirmation: true } });
    expect(open.rules.nodes.map((rule) => rule.key)).toContain('lecture.secretary');
    expect(open.rules.nodes.map((rule) => rule.key)).not.toContain('assembly.cadence');
    expect(await valueFor('branch.size.max')).toMatchObject({ value: '50', strength: 'NORMAL', layer: 'REGULATION' });
  });

  it('answers the nearest house rule, and the regulation before it began', async () => {
    await world.as(staff).mutate(override, { input: house({}) });
    await world.as(staff).mutate(override, { input: house({ value: '3', organizationId: general.id }) });
    expect(await valueFor('assembly.cadence')).toMatchObject({ value: '2', layer: 'ASSOCIATION' });
    expect(await valueFor('assembly.cadence', branch.id)).toMatchObject({ value: '3', layer: 'ORGANIZATION' });
    expect(await valueFor('assembly.cadence', world.root.id)).toMatchObject({ value: '2' });
    expect(await valueFor('assembly.cadence', branch.id, '2025-12-31')).toMatchObject({ value: '1' });
  });

  it('does not carry a house rule across a GUIDES edge', async () => {
    const guided = await world.organization('某分会党的工作小组', {
      under: general,
      relation: 'GUIDES',
      type: 'WORKING_GROUP',
      tier: 'BRANCH_INSTITUTION',
    });
    expect(await valueFor('assembly.cadence', guided.id)).toMatchObject({ value: '2', layer: 'ASSOCIATION' });
  });

  it.each([
    // must be kept, and what normally holds (一般); higher is stricter, and lower
    ['assembly.quorum', '>= 1/3', '>= 2/3', '第十一条'],
    ['branch.size.max', '60', '40', '第四条'],
    ['lecture.secretary', '0', '2', '第十六条'],
  ])('refuses for %s the looser %s, not %s, and names the floor', async (key, looser, stricter, article) => {
    const put = (value: string) => world.as(staff).mutate(override, { input: house({ key, value }) });
    await expect(put(looser)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'LOOSER_THAN_REGULATION',
      params: { value: looser, basisZh: expect.stringContaining(article) },
      messages: { zh: expect.stringContaining(article) },
    });
    await expect(put(stricter)).resolves.toMatchObject({ overrideRule: { value: stricter } });
  });

  it('refuses words where a number is the floor, and takes any value of a rule without a direction', async () => {
    const put = (key: string, value: string) =>
      world.as(staff).mutate(override, { input: house({ key, value, organizationId: branch.id }) });
    await expect(put('branch.size.max', '不限')).rejects.toMatchObject({
      reason: 'NOT_COMPARABLE',
      params: { floor: '50' },
    });
    await expect(put('joint.trigger', '< 2')).resolves.toMatchObject({ overrideRule: { value: '< 2' } });
  });

  it('refuses a second house rule for the same days', async () => {
    const first = house({ key: 'group.cadence', effectiveTo: '2026-07-01' });
    await world.as(staff).mutate(override, { input: first });
    const overlapping = house({ key: 'group.cadence', effectiveFrom: '2026-06-30' });
    await expect(world.as(staff).mutate(override, { input: overlapping })).rejects.toMatchObject({ code: 'CONFLICT' });
    const following = house({ key: 'group.cadence', effectiveFrom: '2026-07-01' });
    await expect(world.as(staff).mutate(override, { input: following })).resolves.toBeDefined();
  });

  it('lets staff confirm a row once, at the version they read', async () => {
    const { rules } = await world.as(staff).query<Listed>(list, { filter: { search: 'themeDay.cadence' } });
    const { id, version } = rules.nodes[0]!;
    await expect(world.as(staff).mutate(confirm, { input: { id, version: version + 1 } })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(world.as(staff).mutate(confirm, { input: { id, version } })).resolves.toMatchObject({
      confirmRule: { needsConfirmation: false },
    });
    await expect(world.as(staff).mutate(confirm, { input: { id, version: version + 1 } })).rejects.toMatchObject({
      reason: 'ALREADY_CONFIRMED',
    });
  });

  it('ends a house rule, never a regulation', async () => {
    const made = await world.as(staff).mutate<{ overrideRule: { id: string; version: number } }>(override, {
      input: house({ key: 'committee.cadence' }),
    });
    const { id, version } = made.overrideRule;
    await world.as(staff).mutate(withdraw, { input: { id, version, effectiveTo: '2026-09-01' } });
    expect(await valueFor('committee.cadence')).toMatchObject({ layer: 'REGULATION' });
    expect(await valueFor('committee.cadence', undefined, '2026-08-31')).toMatchObject({ layer: 'ASSOCIATION' });
    const { rules } = await world.as(staff).query<Listed>(list, { filter: { search: 'branch.size.max' } });
    const regulation = { id: rules.nodes[0]!.id, version: rules.nodes[0]!.version, effectiveTo: '2026-09-01' };
    await expect(world.as(staff).mutate(withdraw, { input: regulation })).rejects.toMatchObject({
      reason: 'NOT_A_HOUSE_RULE',
    });
  });

  it('lets a secretary read and nobody but staff write', async () => {
    await expect(
      world.as(secretary).mutate(override, { input: house({ organizationId: branch.id }) }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN', params: { permission: 'rule.override' } });
    const local = await world.account('PARTY_STAFF', branch);
    const own = house({ key: 'talk.cadence', organizationId: branch.id });
    await expect(world.as(local).mutate(override, { input: own })).resolves.toBeDefined();
    const forAll = house({ key: 'talk.cadence' });
    await expect(world.as(local).mutate(override, { input: forAll })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(world.as(null).query(list, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
