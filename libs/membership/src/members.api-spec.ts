import { createWorld, type Actor, type World } from '@dangwu/testing';
import { checkCharacter } from './id-number';

let world: World;
let general: { id: string };
let first: { id: string };
let second: { id: string };
let guided: { id: string };
beforeAll(async () => {
  world = await createWorld();
  general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  second = await world.branch('第二支部', { under: general });
  guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
});
afterAll(() => world.close());

let people = 0;
const number = (): string => {
  const body = `9901021990030${String(7 + 0)}${String(++people).padStart(3, '0')}`;
  return body + checkCharacter(body);
};
interface Told {
  id: string;
  version: number;
  name: string;
  idNumber: string | null;
  phone: string | null;
  leftOn: string | null;
  organization: { name: string };
  affiliations: { id: string; kind: string; since: string; until: string | null; organization: { name: string } }[];
  appointments: { id: string; post: string; until: string | null }[];
}
const fields = `id version name idNumber phone leftOn organization { name }
  affiliations { id kind since until organization { name } } appointments { id post until }`;
const ask = async (actor: Actor, name: string, input: object, selection = `{ ${fields} }`): Promise<Told> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const data = await world
    .as(actor)
    .mutate<Record<string, Told>>(`mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`, { input });
  return data[name]!;
};
const person = (over: object = {}) => ({
  name: `林晓晨${people}`,
  idNumber: number(),
  phone: '13912345678',
  status: 'FULL',
  joinedOn: '2012-06-01',
  fullOn: '2013-06-01',
  organizationId: first.id,
  since: '2020-01-01',
  basis: '名册',
  ...over,
});
const register = (over: object = {}, actor = world.staff): Promise<Told> => ask(actor, 'registerMember', person(over));
const step = (member: Told, over: object = {}) => ({
  id: member.id,
  version: member.version,
  on: '2026-09-01',
  basis: '批复',
  ...over,
});
const list = async (actor: Actor, filter: object): Promise<string[]> => {
  const data = await world
    .as(actor)
    .query<{ members: { nodes: { id: string }[] } }>(
      `query ($filter: MemberFilter) { members(first: 100, filter: $filter) { nodes { id } } }`,
      { filter },
    );
  return data.members.nodes.map(({ id }) => id);
};
const query = async <T>(statement: string, values: unknown[] = []): Promise<T[]> =>
  world.write((tx) => tx.query<T[]>(statement, values));

describe('registering', () => {
  it('shows numbers masked to everybody, finds them whole, and takes each once', async () => {
    const input = person();
    const member = await ask(world.staff, 'registerMember', input);
    expect(member).toMatchObject({ idNumber: `**************${input.idNumber.slice(-4)}`, phone: '*******5678' });
    expect(member.affiliations).toMatchObject([{ kind: 'FORMAL', since: '2020-01-01', until: null }]);
    expect(await list(world.staff, { search: input.idNumber })).toEqual([member.id]);
    expect(await list(world.staff, { search: input.idNumber.slice(0, 17) })).toEqual([]);
    expect(await list(world.staff, { search: '13912345678' })).toContain(member.id);
    expect(await list(world.staff, { search: 'linxiaochen' })).toContain(member.id);
    await expect(register({ idNumber: input.idNumber })).rejects.toMatchObject({ reason: 'ID_NUMBER_TAKEN' });
    await expect(register({ idNumber: '990102199003070000' })).rejects.toMatchObject({
      reason: 'ID_NUMBER_CHECK_DIGIT',
    });
    await expect(register({ birthDate: '1990-03-08' })).rejects.toMatchObject({ reason: 'ID_NUMBER_DISAGREES' });
    await expect(register({ phone: '1380013' })).rejects.toMatchObject({ reason: 'PHONE_FORM' });
    await expect(register({ joinedOn: '2005-01-01' })).rejects.toMatchObject({ reason: 'DATES_OUT_OF_ORDER' });
    await expect(register({ organizationId: world.root.id })).rejects.toMatchObject({ reason: 'NO_AFFILIATIONS_HERE' });
  });

  it('of two who register the same number at once one is refused', async () => {
    const input = person();
    const done = await Promise.allSettled([1, 2, 3].map(() => ask(world.staff, 'registerMember', input)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('reveals one number with a reason, in the audit log without the number', async () => {
    const input = person();
    const { id } = await ask(world.staff, 'registerMember', input);
    const reveal = (actor: Actor, reason = '核对党籍档案') =>
      ask(actor, 'revealMember', { id, field: 'ID_NUMBER', reason }, '');
    expect(await reveal(world.staff)).toBe(input.idNumber);
    await expect(reveal(world.staff, ' ')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const secretary = await world.account('SECRETARY', first);
    await expect(reveal(secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const logged = await query<{ after: object; account_id: string }>(
      `select after, account_id from audit_event where action = 'revealMember' and subject_id = $1`,
      [id.replace('Member_', '')],
    );
    expect(logged).toEqual([
      { after: { field: 'ID_NUMBER', reason: '核对党籍档案' }, account_id: world.staff.accountId },
    ]);
    const [clear] = await query<{ n: number }>(
      `select count(*)::int as n from audit_event e where e::text like '%' || $1 || '%'`,
      [input.idNumber],
    );
    expect(clear!.n).toBe(0);
  });

  it('keeps numbers that a change leaves out', async () => {
    const member = await register();
    const { idNumber, phone, organizationId, since, basis, ...facts } = person({ name: '更名' });
    expect([idNumber, phone, organizationId, since, basis]).toHaveLength(5);
    const changed = await ask(world.staff, 'changeMember', {
      ...facts,
      id: member.id,
      version: member.version,
      gender: 'MALE',
      birthDate: '1990-03-07',
    });
    expect(changed).toMatchObject({
      name: '更名',
      idNumber: member.idNumber,
      phone: member.phone,
      version: member.version + 1,
    });
    const stale = { ...facts, id: member.id, version: member.version };
    await expect(ask(world.staff, 'changeMember', stale)).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });
});

describe('who sees whom', () => {
  it('a secretary reads along LEADS edges, staff and no others write', async () => {
    const here = await register();
    const there = await register({ organizationId: guided.id });
    const secretary = await world.account('SECRETARY', general);
    const seen = await list(secretary, {});
    expect([seen.includes(here.id), seen.includes(there.id)]).toEqual([true, false]);
    expect(await list(await world.account('SECRETARY', guided), {})).toEqual([there.id]);
    const twin = await world.account('PARTY_STAFF', general);
    for (const role of ['SECRETARY', 'LEADER', 'COMMITTEE_MEMBER', 'DISCIPLINE_OFFICER'] as const)
      await expect(register({}, await world.account(role, general))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(register({}, twin)).resolves.toBeTruthy();
    await expect(register({ organizationId: guided.id }, twin)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(twin, 'transferAffiliation', step(there, { organizationId: first.id }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const leader = await world.account('LEADER', general);
    await expect(list(leader, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('affiliations', () => {
  it('has one formal at a time, also for two who transfer at once', async () => {
    const member = await register();
    const to = (organizationId: string) => ask(world.staff, 'transferAffiliation', step(member, { organizationId }));
    const done = await Promise.allSettled([to(second.id), to(guided.id)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [formal] = await query<{ n: number }>(
      `select count(*)::int as n from affiliation where member_id = $1 and kind = 'FORMAL' and until is null`,
      [member.id.replace('Member_', '')],
    );
    expect(formal!.n).toBe(1);
    await expect(
      query(
        `insert into affiliation (id, association_id, member_id, organization_id, kind, since, basis)
         select gen_random_uuid(), association_id, id, organization_id, 'FORMAL', '2026-09-10', '另一个' from member where id = $1`,
        [member.id.replace('Member_', '')],
      ),
    ).rejects.toThrow(/affiliation_one_formal/);
  });

  it('adds functional ones, ends them, and lets the member leave; posts come first', async () => {
    let member = await register();
    member = await ask(
      world.staff,
      'transferAffiliation',
      step(member, { organizationId: world.root.id, kind: 'FUNCTIONAL' }),
    );
    expect(member.organization.name).toBe('第一支部');
    expect(await list(world.staff, { organizationId: world.root.id, kinds: ['FUNCTIONAL'] })).toEqual([member.id]);
    expect(await list(world.staff, { organizationId: world.root.id, kinds: ['FORMAL'] })).toEqual([]);
    member = await ask(world.staff, 'appoint', step(member, { organizationId: first.id, post: 'PUBLICITY_MEMBER' }));
    const formal = member.affiliations.find(({ kind }) => kind === 'FORMAL')!;
    const leave = () => ask(world.staff, 'endAffiliation', step(member, { affiliationId: formal.id }));
    await expect(leave()).rejects.toMatchObject({ reason: 'HOLDS_POSTS' });
    await expect(
      ask(world.staff, 'transferAffiliation', step(member, { organizationId: second.id })),
    ).rejects.toMatchObject({ reason: 'HOLDS_POSTS' });
    member = await ask(world.staff, 'endAppointment', step(member, { appointmentId: member.appointments[0]!.id }));
    expect((await leave()).leftOn).toBe('2026-09-01');
    expect(await list(world.staff, { search: member.name, includeLeft: true })).toContain(member.id);
    expect((await list(world.staff, {})).includes(member.id)).toBe(false);
  });

  it('keeps an organization from being dissolved', async () => {
    const branch = await world.branch('要撤销的支部', { under: general });
    const member = await register({ organizationId: branch.id });
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
    await ask(world.staff, 'transferAffiliation', step(member, { organizationId: first.id }));
    await expect(dissolve()).resolves.toBeTruthy();
  });
});

describe('posts and teams', () => {
  it('has one secretary, who is a full member of the organization or below it', async () => {
    const [one, two] = [await register(), await register()];
    const secretary = { organizationId: first.id, post: 'SECRETARY' };
    await expect(ask(world.staff, 'appoint', step(one, secretary))).resolves.toBeTruthy();
    await expect(ask(world.staff, 'appoint', step(two, secretary))).rejects.toMatchObject({ reason: 'POST_TAKEN' });
    const deputy = { organizationId: general.id, post: 'DEPUTY_SECRETARY' };
    await expect(ask(world.staff, 'appoint', step(two, deputy))).resolves.toBeTruthy();
    const other = await register({ organizationId: guided.id });
    await expect(ask(world.staff, 'appoint', step(other, deputy))).rejects.toMatchObject({ reason: 'NOT_AFFILIATED' });
    const young = await register({ status: 'PROBATIONARY', fullOn: null });
    await expect(ask(world.staff, 'appoint', step(young, deputy))).rejects.toMatchObject({
      reason: 'NOT_A_MEMBER_YET',
    });
  });

  it('counts terms by the clock: in office, six months ahead, overdue, followed by the next', async () => {
    const branch = await world.branch('换届支部', { under: general });
    const elect = (electedOn: string) =>
      world
        .as(world.staff)
        .mutate<{ recordElection: { termNo: number; endsOn: string; state: string; vacancies: number } }>(
          `mutation ($input: RecordElectionInput!) { recordElection(input: $input) { termNo endsOn state vacancies } }`,
          { input: { organizationId: branch.id, electedOn, seats: 5, basis: '选举结果的批复' } },
        );
    expect((await elect('2023-10-01')).recordElection).toEqual({
      termNo: 1,
      endsOn: '2026-10-01',
      state: 'ENDING',
      vacancies: 5,
    });
    // a new session each time: an old one ends when the clock goes ahead
    const alarms = async () => {
      const data = await world
        .as(await world.account('PARTY_STAFF'))
        .query<{ reelectionAlarms: { nodes: { state: string; organization: { name: string } }[] } }>(
          `{ reelectionAlarms(first: 50) { nodes { state organization { name } } } }`,
        );
      return data.reelectionAlarms.nodes
        .filter(({ organization }) => organization.name === '换届支部')
        .map(({ state }) => state);
    };
    expect(await alarms()).toEqual(['ENDING']);
    const now = world.clock.now();
    world.clock.set(new Date('2026-10-01T02:00:00Z'));
    expect(await alarms()).toEqual(['OVERDUE']);
    world.clock.set(new Date('2026-03-31T02:00:00Z'));
    expect(await alarms()).toEqual([]);
    world.clock.set(now);
    await expect(elect('2023-09-01')).rejects.toMatchObject({ reason: 'ELECTION_NOT_LATER' });
    expect((await elect('2026-09-10')).recordElection).toMatchObject({
      termNo: 2,
      endsOn: '2029-09-10',
      state: 'CURRENT',
    });
    expect(await alarms()).toEqual([]);
    const [told] = await query<{ ends: string }>(
      `select term_ends_on::text as ends from party_organization where name = '换届支部'`,
    );
    expect(told!.ends).toBe('2029-09-10');
    const former = await world
      .as(world.staff)
      .query<{ leadershipTeams: { nodes: { termNo: number }[] } }>(
        `query ($id: ID!) { leadershipTeams(first: 5, filter: { states: [FORMER], organizationId: $id }) { nodes { termNo } } }`,
        branch,
      );
    expect(former.leadershipTeams.nodes).toEqual([{ termNo: 1 }]);
    await expect(
      world
        .as(await world.account('SECRETARY', general))
        .mutate(`mutation ($input: RecordElectionInput!) { recordElection(input: $input) { id } }`, {
          input: { organizationId: branch.id, electedOn: '2026-09-15', seats: 3, basis: '…' },
        }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
