import { createWorld, type World } from '@dangwu/testing';
import { MemberHistory } from './member-history';
import { People, type Told } from './trial/people';

let world: World;
let people: People;
let general: { id: string };
let first: { id: string };
let second: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  second = await world.branch('第二支部', { under: general });
});
afterAll(() => world.close());

const transfer = (member: Told, organizationId: string, over: object = {}): Promise<Told> =>
  people.change(member, 'transferAffiliation', { organizationId, ...over });
const here = (member: Told | null) =>
  member && [member.organization?.name ?? null, member.status, member.affiliationKind];
const countOn = async ({ id }: { id: string }, asOf?: string) => {
  const data = await world
    .as(world.staff)
    .query<{ partyOrganization: { memberCount: number | null } }>(
      `query ($id: ID!, $asOf: Date) { partyOrganization(id: $id, asOf: $asOf) { memberCount } }`,
      { id, asOf },
    );
  return data.partyOrganization.memberCount;
};

describe('affiliations', () => {
  it('have one formal at a time, also for two who transfer at once', async () => {
    const member = await people.register();
    const done = await Promise.allSettled([transfer(member, second.id), transfer(member, general.id)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const id = member.id.replace('Member_', '');
    const [formal] = await people.query<{ n: number }>(
      `select count(*)::int as n from affiliation where member_id = $1 and kind = 'FORMAL' and until is null`,
      [id],
    );
    expect(formal!.n).toBe(1);
    // the database itself holds it
    await expect(
      people.query(
        `insert into affiliation (id, association_id, member_id, organization_id, kind, since, basis)
         select gen_random_uuid(), association_id, id, organization_id, 'FORMAL', '2026-09-10', '另一个'
         from member where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/affiliation_one_formal/);
  });

  it('are told as of each day: where, and how far on the way', async () => {
    const member = await people.register({ organizationId: first.id, since: '2011-01-01' });
    await transfer(member, second.id, { on: '2026-05-01' });
    const on = async (day?: string) => here(await people.look(member, day));
    expect(await on('2010-12-31')).toBeNull();
    // before the admission nothing is told
    expect(await on('2012-05-31')).toBeNull();
    // the organization is nobody's then: it was founded in 2020
    expect(await on('2012-06-01')).toEqual([null, 'PROBATIONARY', 'FORMAL']);
    expect(await on('2013-06-01')).toEqual([null, 'FULL', 'FORMAL']);
    expect(await on('2026-04-30')).toEqual(['第一支部', 'FULL', 'FORMAL']);
    expect(await on('2026-05-01')).toEqual(['第二支部', 'FULL', 'FORMAL']);
    expect(await on()).toEqual(['第二支部', 'FULL', 'FORMAL']);
    const listed = async (organization: { id: string }, asOf: string) =>
      (await people.list({ organizationId: organization.id }, { asOf })).includes(member.id);
    expect([await listed(first, '2026-04-30'), await listed(first, '2026-05-01')]).toEqual([true, false]);
    expect([await listed(second, '2026-04-30'), await listed(second, '2026-05-01')]).toEqual([false, true]);
    const within = await people.list({}, { within: first.id, asOf: '2026-04-30' });
    expect(within).toContain(member.id);
    expect((await people.look(member, '2026-04-30'))?.affiliations).toMatchObject([{ since: '2011-01-01' }]);
    expect([await countOn(first, '2026-04-30'), await countOn(first, '2026-05-01')]).toEqual(
      await figuresOn(first, '2026-04-30', '2026-05-01'),
    );
  });

  it('that lie ahead take effect on their day, and can be withdrawn before', async () => {
    const branch = await world.branch('计划支部', { under: general });
    let member = await transfer(await people.register(), branch.id, { on: '2026-10-01' });
    expect(here(member)).toEqual(['第一支部', 'FULL', 'FORMAL']);
    expect(member.affiliations.map(({ since, until }) => [since, until])).toEqual([
      ['2026-10-01', null],
      ['2020-01-01', '2026-10-01'],
    ]);
    expect(here(await people.look(member, '2026-10-01'))).toEqual(['计划支部', 'FULL', 'FORMAL']);
    await expect(transfer(member, second.id, { on: '2026-09-10' })).rejects.toMatchObject({
      reason: 'AFFILIATION_OVERLAPS',
    });
    const withdraw = (of: Told) =>
      people.send('withdrawAffiliation', { id: of.id, version: of.version, affiliationId: of.affiliations[0]!.id });
    member = await withdraw(member);
    expect(member.affiliations).toMatchObject([{ since: '2020-01-01', until: null }]);
    await expect(withdraw(member)).rejects.toMatchObject({ reason: 'HAS_BEGUN' });
    member = await transfer(member, branch.id, { on: '2026-10-01' });
    expect([await countOn(branch), await countOn(branch, '2026-10-01')]).toEqual([0, 1]);
    const now = world.clock.now();
    world.clock.set('2026-09-30T16:00:00Z');
    await world.write((tx) => world.app.get(MemberHistory, { strict: false }).settle(tx, 'ALL', '2026-10-01'));
    const [place] = await people.query<{ name: string; version: number }>(
      `select o.name, m.version from member m join party_organization o on o.id = m.organization_id where m.id = $1`,
      [member.id.replace('Member_', '')],
    );
    world.clock.set(now);
    expect(place).toEqual({ name: '计划支部', version: member.version });
  });

  it('add functional ones, end them, and let the member leave; posts come first', async () => {
    let member = await people.register();
    member = await transfer(member, world.root.id, { kind: 'FUNCTIONAL' });
    expect(here(member)).toEqual(['第一支部', 'FULL', 'FORMAL']);
    expect(await people.list({ organizationId: world.root.id, kinds: ['FUNCTIONAL'] })).toEqual([member.id]);
    expect(await people.list({ organizationId: world.root.id, kinds: ['FORMAL'] })).toEqual([]);
    member = await people.change(member, 'appoint', { organizationId: first.id, post: 'PUBLICITY_MEMBER' });
    const end = (kind: string) =>
      people.change(member, 'endAffiliation', {
        affiliationId: member.affiliations.find((one) => one.kind === kind && !one.until)!.id,
      });
    await expect(end('FORMAL')).rejects.toMatchObject({ reason: 'HOLDS_POSTS' });
    await expect(transfer(member, second.id)).rejects.toMatchObject({ reason: 'HOLDS_POSTS' });
    member = await people.change(member, 'endAppointment', { appointmentId: member.appointments[0]!.id });
    member = await end('FORMAL');
    expect([here(member), member.leftOn]).toEqual([['示范行业协会党委（功能型）', 'FULL', 'FUNCTIONAL'], null]);
    expect(await countOn(world.root)).toBe(0);
    member = await end('FUNCTIONAL');
    expect(member.leftOn).toBe('2026-09-01');
    expect(await people.list({ search: member.name, includeLeft: true })).toContain(member.id);
    expect(await people.list()).not.toContain(member.id);
    expect(await people.list({}, { asOf: '2026-08-31' })).toContain(member.id);
  });

  it('may be functional alone: the formal one is outside of the association', async () => {
    const member = await people.register({ organizationId: world.root.id, kind: 'FUNCTIONAL' });
    expect(here(member)).toEqual(['示范行业协会党委（功能型）', 'FULL', 'FUNCTIONAL']);
    const moved = await transfer(member, first.id, { on: '2026-09-02' });
    expect(here(moved)).toEqual(['第一支部', 'FULL', 'FORMAL']);
    expect(here(await people.look(member, '2026-09-01'))).toEqual(here(member));
  });

  it('keep an organization from being dissolved', async () => {
    const branch = await world.branch('要撤销的支部', { under: general });
    const member = await people.register({ organizationId: branch.id });
    const dissolve = async () => {
      const { partyOrganization } = await world
        .as(world.staff)
        .query<{ partyOrganization: { version: number } }>(
          `query ($id: ID!) { partyOrganization(id: $id) { version } }`,
          branch,
        );
      const input = { id: branch.id, version: partyOrganization.version, effectiveOn: '2026-09-18', basis: '批复' };
      return world
        .as(world.staff)
        .mutate(`mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`, {
          input,
        });
    };
    await expect(dissolve()).rejects.toMatchObject({ reason: 'ORGANIZATION_HAS_MEMBERS' });
    await transfer(member, first.id);
    await expect(dissolve()).resolves.toBeTruthy();
  });
});

/** The same counts by another way. */
async function figuresOn(within: { id: string }, ...days: string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const asOf of days) {
    const data = await world
      .as(world.staff)
      .query<{ memberFigures: { members: number } }>(
        `query ($id: ID!, $asOf: Date) { memberFigures(within: $id, asOf: $asOf) { members } }`,
        { id: within.id, asOf },
      );
    counts.push(data.memberFigures.members);
  }
  expect(counts[0]).toBeGreaterThan(0);
  return counts;
}
