import { createWorld, type World } from '@dangwu/testing';

interface Flagged {
  partyOrganization: { flags: { code: string; rule: { value: string; layer: string } }[] };
}

/** The worker takes the message out of the outbox soon, not at once. */
async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ;) {
    const answer = await ask();
    if (holds(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a changed rule', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.work();
  });
  afterAll(() => world.close());

  const house = `mutation ($input: OverrideRuleInput!) { overrideRule(input: $input) { id version } }`;
  const withdraw = `mutation ($input: WithdrawRuleOverrideInput!) { withdrawRuleOverride(input: $input) { id } }`;
  const flagsOf = async (id: string): Promise<Flagged['partyOrganization']['flags']> =>
    (
      await world
        .as(world.staff)
        .query<Flagged>(`query ($id: ID!) { partyOrganization(id: $id) { flags { code rule { value layer } } } }`, {
          id,
        })
    ).partyOrganization.flags.filter(({ code }) => code === 'GENERAL_BRANCH_DUE');

  it('raises a flag that names it, and takes the flag back with it', async () => {
    const branch = await world.branch('第一支部', { reportedMemberCount: 45 });
    expect(await flagsOf(branch.id)).toEqual([]);
    const input = {
      key: 'branch.size.max',
      value: '40',
      strength: 'NORMAL',
      basis: '党委会决议〔2026〕5号',
      effectiveFrom: '2026-09-01',
    };
    const made = await world
      .as(world.staff)
      .mutate<{ overrideRule: { id: string; version: number } }>(house, { input });
    const raised = await eventually(
      () => flagsOf(branch.id),
      (flags) => flags.length > 0,
    );
    expect(raised).toEqual([expect.objectContaining({ rule: { value: '40', layer: 'ASSOCIATION' } })]);
    await world.as(world.staff).mutate(withdraw, { input: { ...made.overrideRule, effectiveTo: '2026-09-18' } });
    expect(
      await eventually(
        () => flagsOf(branch.id),
        (flags) => flags.length === 0,
      ),
    ).toEqual([]);
  });
});
