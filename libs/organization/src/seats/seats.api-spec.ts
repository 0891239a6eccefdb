import { createWorld, type World } from '@dangwu/testing';

interface Roster {
  seats: { id: string; version: number; post: string; personName: string }[];
}
const fill = `mutation ($input: FillSeatInput!) { fillSeat(input: $input) { seats { id version post personName } } }`;
const vacate = `mutation ($input: VacateSeatInput!) { vacateSeat(input: $input) { seats { personName } } }`;

describe('the roster of a body', () => {
  let world: World;
  let group: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    group = await world.organization('党建工作领导小组', { type: 'LEADING_GROUP', tier: 'COUNCIL' });
  });
  afterAll(() => world.close());

  const input = (more: object = {}) => ({
    organizationId: group.id,
    post: 'GROUP_MEMBER',
    personName: '林静',
    title: '党群工作部主任',
    since: '2026-01-01',
    basis: '党委会决议〔2026〕1号',
    ...more,
  });

  it('lists who sits there, the leader first', async () => {
    await world.as(world.staff).mutate(fill, { input: input() });
    const { fillSeat } = await world
      .as(world.staff)
      .mutate<{ fillSeat: Roster }>(fill, { input: input({ post: 'LEADER', personName: '何志清' }) });
    expect(fillSeat.seats.map(({ post, personName }) => [post, personName])).toEqual([
      ['LEADER', '何志清'],
      ['GROUP_MEMBER', '林静'],
    ]);
  });

  it('refuses a second seat, a post the body does not have, and a body that elects its team', async () => {
    const refused = (more: object) => world.as(world.staff).mutate(fill, { input: input(more) });
    await expect(refused({ post: 'DEPUTY_LEADER' })).rejects.toMatchObject({ reason: 'SEAT_TAKEN' });
    await expect(refused({ post: 'EXPERT', personName: '钱屹' })).rejects.toMatchObject({ reason: 'SEAT_POST' });
    const branch = await world.branch('第一党支部');
    await expect(refused({ organizationId: branch.id, post: 'SECRETARY' })).rejects.toMatchObject({
      reason: 'SEAT_POST',
    });
  });

  it('keeps a vacated seat as history and lets the person return', async () => {
    const found = await world
      .as(world.staff)
      .mutate<{ fillSeat: Roster }>(fill, { input: input({ personName: '邵宁' }) });
    const seat = found.fillSeat.seats.find(({ personName }) => personName === '邵宁')!;
    const leave = (more: object) =>
      world.as(world.staff).mutate<{ vacateSeat: Roster }>(vacate, {
        input: { id: seat.id, version: seat.version, until: '2026-06-30', ...more },
      });
    await expect(leave({ until: '2025-12-31' })).rejects.toMatchObject({ reason: 'SEAT_PERIOD' });
    await expect(leave({ version: seat.version + 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const left = await leave({});
    expect(left.vacateSeat.seats.map(({ personName }) => personName)).not.toContain('邵宁');
    await expect(leave({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.as(world.staff).mutate(fill, { input: input({ personName: '邵宁', since: '2026-07-01' }) });
    const rows = await world.write((tx) => tx.query<object[]>(`select from seat where person_name = '邵宁'`));
    expect(rows).toHaveLength(2);
  });

  it('is kept by those who maintain the body, and read by those who may read it', async () => {
    const secretary = await world.account('SECRETARY', world.root);
    await expect(world.as(secretary).mutate(fill, { input: input({ personName: '许蔓' }) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { permission: 'organization.maintain' },
    });
    const local = await world.account('PARTY_STAFF', group);
    await expect(world.as(local).mutate(fill, { input: input({ personName: '许蔓' }) })).resolves.toBeDefined();
    const read = `query ($id: ID!) { partyOrganization(id: $id) { seats { personName } } }`;
    const { partyOrganization } = await world
      .as(secretary)
      .query<{ partyOrganization: Roster }>(read, { id: group.id });
    expect(partyOrganization.seats.map(({ personName }) => personName)).toContain('许蔓');
  });
});
