import { createWorld, type World } from '@dangwu/testing';
import { People } from './trial/people';

let world: World;
let people: People;
let branch: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => branch);
  // flags follow members by the outbox
  await world.work();
});
afterAll(() => world.close());

const flagsOf = async ({ id }: { id: string }): Promise<string[]> => {
  const document = `query ($id: ID!) { partyOrganization(id: $id) { flags { code message { zh } } } }`;
  const data = await world
    .as(world.staff)
    .query<{ partyOrganization: { flags: { code: string; message: { zh: string } }[] } }>(document, { id });
  return data.partyOrganization.flags.map(({ code, message }) => `${code} ${message.zh.split('，')[0]!}`);
};

/** The worker takes messages out of the outbox soon, not at once. */
async function expectFlags(of: { id: string }, flags: string[]): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (JSON.stringify(await flagsOf(of)) === JSON.stringify(flags)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await flagsOf(of)).toEqual(flags);
}

describe('flags of an organization', () => {
  it('count registered members as soon as there are any, and full ones where the rule says so', async () => {
    branch = await world.branch('报数支部', { reportedMemberCount: 60 });
    expect(await flagsOf(branch)).toEqual(['GENERAL_BRANCH_DUE 上报党员 60 人']);
    await people.register();
    await people.register();
    await people.register({ status: 'PROBATIONARY', fullOn: null });
    await expectFlags(branch, ['JOINT_BRANCH_DUE 登记的正式党员 2 人']);
    for (let n = 3; n <= 6; n++) await people.register();
    await expectFlags(branch, []);
    const seventh = await people.register();
    await expectFlags(branch, ['BRANCH_COMMITTEE_DUE 登记的正式党员 7 人']);
    const input = { organizationId: branch.id, electedOn: '2026-09-01', seats: 3, basis: '批复' };
    await people.send('recordElection', input, world.staff, '{ id }');
    await expectFlags(branch, []);
    const other = await world.branch('另一个支部');
    await people.change(seventh, 'transferAffiliation', { organizationId: other.id });
    await expectFlags(other, ['JOINT_BRANCH_DUE 登记的正式党员 1 人']);
  });

  it('add up for a general branch what its branches have', async () => {
    const general = await world.organization('数人总支', { type: 'GENERAL_BRANCH' });
    const below = await world.branch('总支下的支部', { under: general });
    await world.write((tx) =>
      tx.query(`update rule set value = '2' where association_id = $1 and key = 'committee.size.min'`, [
        world.associationId,
      ]),
    );
    for (let n = 1; n <= 3; n++) await people.register({ organizationId: below.id });
    await expectFlags(general, ['COMMITTEE_DUE 登记的党员 3 人']);
  });
});
