import { createWorld, type Actor, type World } from '@dangwu/testing';
import { People } from '../trial/people';

let world: World;
let people: People;
let general: { id: string };
let first: { id: string };
let guided: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
});
afterAll(() => world.close());

interface Team {
  readonly termNo: number;
  readonly endsOn: string;
  readonly remindOn: string;
  readonly state: string;
  readonly vacancies: number;
  readonly appointments: { post: string; member: { name: string } }[];
}
const told = 'termNo endsOn remindOn state vacancies appointments { post member { name } }';

const elect = async ({ id: organizationId }: { id: string }, electedOn: string, actor: Actor = world.staff) => {
  const input = { organizationId, electedOn, seats: 3, basis: '选举结果的批复' };
  const document = `mutation ($input: RecordElectionInput!) { recordElection(input: $input) { ${told} } }`;
  return (await world.as(actor).mutate<{ recordElection: Team }>(document, { input })).recordElection;
};
const teams = async (filter: object, asOf?: string, actor: Actor = world.staff): Promise<Team[]> => {
  const data = await world.as(actor).query<{ leadershipTeams: { nodes: Team[] } }>(
    `query ($filter: LeadershipTeamFilter, $asOf: Date) {
       leadershipTeams(first: 20, filter: $filter, asOf: $asOf) { nodes { ${told} } } }`,
    { filter, asOf },
  );
  return data.leadershipTeams.nodes;
};

describe('posts', () => {
  it('have one secretary, who is a full member of the organization or below it', async () => {
    const [one, two] = [await people.register(), await people.register()];
    const appoint = (member: typeof one, post: string, at: { id: string }, over: object = {}) =>
      people.change(member, 'appoint', { post, organizationId: at.id, ...over });
    const secretary = await appoint(one, 'SECRETARY', first);
    await expect(appoint(secretary, 'SECRETARY', first)).rejects.toMatchObject({ reason: 'POST_HELD' });
    await expect(appoint(two, 'SECRETARY', first)).rejects.toMatchObject({ reason: 'POST_TAKEN' });
    await expect(appoint(two, 'DEPUTY_SECRETARY', general)).resolves.toBeTruthy();
    const other = await people.register({ organizationId: guided.id });
    await expect(appoint(other, 'DEPUTY_SECRETARY', general)).rejects.toMatchObject({ reason: 'NOT_AFFILIATED' });
    const young = await people.register({ status: 'PROBATIONARY', fullOn: null });
    await expect(appoint(young, 'DEPUTY_SECRETARY', general)).rejects.toMatchObject({ reason: 'NOT_A_MEMBER_YET' });
    const reader = await world.account('SECRETARY', general);
    const input = { post: 'GROUP_LEADER', organizationId: first.id };
    await expect(people.change(two, 'appoint', input, reader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are held in a party group by members of its branch, and from the day on which they begin', async () => {
    const group = await world.organization('第一小组', { type: 'PARTY_GROUP', under: first });
    const member = await people.register();
    const post = { post: 'GROUP_LEADER', organizationId: group.id, on: '2026-10-01' };
    const appointed = await people.change(member, 'appoint', post);
    expect(appointed.appointments).toMatchObject([{ post: 'GROUP_LEADER', until: null }]);
    expect(await people.list({ posts: ['GROUP_LEADER'] })).toEqual([]);
    expect(await people.list({ posts: ['GROUP_LEADER'] }, { asOf: '2026-10-01' })).toEqual([member.id]);
    const end = { appointmentId: appointed.appointments[0]!.id };
    await expect(people.change(appointed, 'endAppointment', end)).rejects.toMatchObject({
      reason: 'ENDS_BEFORE_BEGIN',
    });
    const ended = await people.change(appointed, 'endAppointment', { ...end, on: '2026-11-01' });
    expect(ended.appointments).toMatchObject([{ until: '2026-11-01' }]);
    await expect(people.change(ended, 'endAppointment', end)).rejects.toMatchObject({ reason: 'NOT_ACTIVE' });
  });
});

describe('leadership teams', () => {
  it('count terms by the day: in office, months ahead, overdue, followed by the next', async () => {
    const branch = await world.branch('换届支部', { under: general });
    const organizationId = branch.id;
    expect(await elect(branch, '2023-10-01')).toMatchObject({
      termNo: 1,
      endsOn: '2026-10-01',
      remindOn: '2026-04-01',
      state: 'ENDING',
      vacancies: 3,
    });
    const alarms = { states: ['ENDING', 'OVERDUE'], organizationId };
    const states = async (asOf?: string) => (await teams(alarms, asOf)).map(({ state }) => state);
    expect(await states()).toEqual(['ENDING']);
    expect(await states('2026-03-31')).toEqual([]);
    expect(await states('2026-10-01')).toEqual(['OVERDUE']);
    await expect(elect(branch, '2023-09-01')).rejects.toMatchObject({ reason: 'ELECTION_NOT_LATER' });
    await expect(elect(branch, '2026-09-19')).rejects.toMatchObject({ reason: 'DAY_AHEAD' });
    expect(await elect(branch, '2026-09-10')).toMatchObject({ termNo: 2, endsOn: '2029-09-10', state: 'CURRENT' });
    expect(await states()).toEqual([]);
    // as of a day before, the former team was in office
    expect(await teams({ organizationId }, '2026-09-09')).toMatchObject([{ termNo: 1, state: 'ENDING' }]);
    expect(await teams({ organizationId, states: ['FORMER'] })).toMatchObject([{ termNo: 1 }]);
    const data = await world
      .as(world.staff)
      .query<{ partyOrganization: object }>(
        `query ($id: ID!) { partyOrganization(id: $id) { termEndsOn flags { code } leadershipTeam { termNo } } }`,
        branch,
      );
    expect(data.partyOrganization).toEqual({ termEndsOn: '2029-09-10', flags: [], leadershipTeam: { termNo: 2 } });
  });

  it('tell who serves on a day, and how many seats nobody holds', async () => {
    const branch = await world.branch('班子支部', { under: general });
    const organizationId = branch.id;
    await elect(branch, '2026-02-01');
    const one = await people.register({ organizationId });
    const posts = (member: typeof one, post: string, on: string) =>
      people.change(member, 'appoint', { organizationId, post, on });
    const secretary = await posts(one, 'SECRETARY', '2026-03-01');
    await posts(secretary, 'ORGANIZATION_MEMBER', '2026-03-01');
    await posts(await people.register({ organizationId }), 'DEPUTY_SECRETARY', '2026-10-01');
    // one person with two posts fills one seat
    expect(await teams({ organizationId })).toMatchObject([
      { vacancies: 2, appointments: [{ post: 'SECRETARY' }, { post: 'ORGANIZATION_MEMBER' }] },
    ]);
    expect(await teams({ organizationId }, '2026-02-15')).toMatchObject([{ vacancies: 3, appointments: [] }]);
    expect(await teams({ organizationId }, '2026-10-01')).toMatchObject([{ vacancies: 1 }]);
    expect(await teams({ organizationId, vacantOnly: true })).toHaveLength(1);
    expect(await teams({ organizationId }, undefined, await world.account('SECRETARY', guided))).toEqual([]);
  });

  it('are elected by grassroots organizations, recorded by staff', async () => {
    const group = await world.organization('专家组', { type: 'EXPERT_GROUP' });
    await expect(elect(group, '2026-09-01')).rejects.toMatchObject({ reason: 'NO_ELECTIONS_HERE' });
    const secretary = await world.account('SECRETARY', general);
    await expect(elect(first, '2026-09-01', secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await world.account('PARTY_STAFF', guided);
    await expect(elect(first, '2026-09-01', elsewhere)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(elect(first, '2026-09-01')).resolves.toBeTruthy();
  });
});
