import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Meetings, type Person } from '../trial/meetings';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('invitations', () => {
  let world: World;
  let meetings: Meetings;
  let committee: { id: string };
  let first: { id: string };
  let second: { id: string };
  let people: Person[];
  let school: object;
  beforeAll(async () => {
    world = await createWorld();
    meetings = new Meetings(world);
    committee = await world.organization('机关党委', { type: 'COMMITTEE' });
    first = await world.branch('第一党支部', { under: committee });
    second = await world.branch('第二党支部', { under: committee });
    people = [...(await meetings.members(first, 3)), ...(await meetings.members(second, 2))];
    school = { activityTypeId: await meetings.typeId('PARTY_SCHOOL'), title: '业余党校' };
  });
  afterAll(() => world.close());

  const appoint = (person: Person, at: { id: string }, post: string) =>
    world.write((tx) =>
      tx.query(
        `insert into appointment (id, association_id, member_id, organization_id, post, since, basis)
         values (gen_random_uuid(), $1, $2, $3, $4, '2024-01-01', '批复')`,
        [world.associationId, localId('Member', person.id), localId('PartyOrganization', at.id), post],
      ),
    );
  const own = async (actor: Actor) => (await meetings.own<{ title: string }>(actor)).map(({ title }) => title);

  it('are of organizations with what they lead, of holders of a post, and of people; a person is invited once', async () => {
    const meeting = await meetings.plan(committee, '2026-09-25', school);
    expect(await meetings.invite(meeting, { organizationIds: [first.id] })).toMatchObject({ entitled: 3 });
    expect(await meetings.invite(meeting, { memberIds: [people[0]!.id, people[3]!.id] })).toMatchObject({
      entitled: 4,
    });
    expect(await meetings.invite(meeting, { organizationIds: [committee.id] })).toMatchObject({ entitled: 5 });
    expect(await meetings.invite(meeting, { organizationIds: [committee.id, first.id] })).toMatchObject({
      entitled: 5,
    });
    const told = await meetings.list('invitations', meeting, 'kind name organization { name } post');
    expect(told).toHaveLength(4);
    expect(told).toContainEqual({ kind: 'MEMBER', name: people[3]!.name, organization: null, post: null });

    await appoint(people[1]!, first, 'SECRETARY');
    await appoint(people[3]!, second, 'SECRETARY');
    await appoint(people[4]!, second, 'DEPUTY_SECRETARY');
    const secretaries = await meetings.plan(committee, '2026-09-26', school);
    const posts = [{ organizationId: committee.id, post: 'SECRETARY' }];
    expect(await meetings.invite(secretaries, { posts })).toMatchObject({ entitled: 2 });
  });

  it('to what a type entitles by itself are of those who attend beside the entitled', async () => {
    const meeting = await meetings.plan(first, '2026-09-25');
    expect(await meetings.invite(meeting, { organizationIds: [committee.id] })).toMatchObject({
      entitled: 3,
      guests: 2,
    });
  });

  it('are taken back until the roster is set down; who is invited then is put on it', async () => {
    const meeting = await meetings.now(committee, school);
    await meetings.invite(meeting, { memberIds: people.slice(0, 3).map(({ id }) => id) });
    const invitations = await meetings.list<{ id: string; name: string }>('invitations', meeting, 'id name');
    const withdraw = (ids: string[]) => meetings.ask('withdrawInvitations', { activityId: meeting.id, ids });
    expect(await withdraw([invitations[0]!.id])).toMatchObject({ entitled: 2 });
    await expect(withdraw([invitations[0]!.id])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await meetings.start(meeting);
    expect(await withdraw([invitations[1]!.id])).toMatchObject({ entitled: 2 });
    expect(await meetings.invite(meeting, { memberIds: [people[4]!.id] })).toMatchObject({ entitled: 3, unmarked: 3 });
  });

  it('go over to the make-up of what is put off, and are not made to what is not held', async () => {
    const meeting = await meetings.plan(committee, '2026-09-25', school);
    await meetings.invite(meeting, { memberIds: [people[0]!.id] });
    const times = { startsAt: '2026-09-28T09:00:00+08:00', endsAt: '2026-09-28T10:00:00+08:00' };
    const { id, version } = meeting;
    await meetings.send('postponeActivity', { id, version, ...times, reason: '外出' });
    const { makeUp } = await meetings.read<{ makeUp: { id: string } }>(id, 'makeUp { id }');
    expect(await meetings.summary(makeUp)).toMatchObject({ entitled: 1 });
    await expect(meetings.invite(meeting, { memberIds: [people[1]!.id] })).rejects.toMatchObject({
      reason: 'ATTENDANCE_STATE',
    });
  });

  it('show one’s own activities to whoever they concern, and to nobody else', async () => {
    const here = await world.organization('第二党委', { type: 'COMMITTEE' });
    const branch = await world.branch('第六党支部', { under: here });
    const [one, other] = (await meetings.members(branch, 2)) as [Person, Person];
    const [mine, theirs] = [await meetings.accountOf(one, branch), await meetings.accountOf(other, branch)];
    await meetings.plan(branch, '2026-09-25', { title: '本支部' });
    await meetings.plan(branch, '2026-09-26', { title: '草稿', draft: true });
    await meetings.plan(here, '2026-09-27', { title: '上级主题党日' });
    const invited = await meetings.plan(here, '2026-09-28', { ...school, title: '受邀' });
    await meetings.plan(second, '2026-09-28', { title: '别处' });
    await meetings.invite(invited, { memberIds: [one.id] });
    expect(await own(mine)).toEqual(['本支部', '上级主题党日', '受邀']);
    expect(await own(theirs)).toEqual(['本支部', '上级主题党日']);
    expect(await own(world.staff)).toEqual([]);
    const running = await meetings.now(branch, { title: '正在进行' });
    await meetings.mark(running, [one], 'LATE');
    expect(await meetings.own(mine, 'title attendance canSignIn canAskLeave')).toContainEqual({
      title: '正在进行',
      attendance: 'LATE',
      canSignIn: false,
      canAskLeave: false,
    });
    expect(await meetings.own(theirs, 'title attendance canSignIn')).toContainEqual({
      title: '正在进行',
      attendance: 'ENTITLED',
      canSignIn: true,
    });
  });

  it('are made by whoever keeps the attendance, of those whom they reach: beyond that there is nobody', async () => {
    const meeting = await meetings.plan(first, '2026-09-25');
    const secretary = await world.account('SECRETARY', first);
    expect(await meetings.invite(meeting, { memberIds: [people[0]!.id] }, secretary)).toMatchObject({ guests: 0 });
    for (const whom of [{ memberIds: [people[3]!.id] }, { organizationIds: [second.id] }])
      await expect(meetings.invite(meeting, whom, secretary)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const member = await world.account('MEMBER', first);
    await expect(meetings.invite(meeting, { memberIds: [people[0]!.id] }, member)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const unit = await world.organization('会员单位', { relation: 'GUIDES' });
    const guide = await world.account('PARTY_STAFF', world.root);
    const above = await meetings.plan(world.root, '2026-09-25', {
      activityTypeId: await meetings.typeId('OTHER'),
    });
    await expect(meetings.invite(above, { organizationIds: [unit.id] }, guide)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('of 10,000 people in one request work as those of one', async () => {
    const crowd = await meetings.members(second, 10_000);
    const meeting = await meetings.now(committee, school);
    const took: number[] = [performance.now()];
    const lap = () => took.push(performance.now());
    const memberIds = crowd.map(({ id }) => id);
    expect(await meetings.invite(meeting, { memberIds })).toMatchObject({ entitled: 10_000 });
    lap();
    expect(await meetings.start(meeting)).toMatchObject({ entitled: 10_000, unmarked: 10_000 });
    lap();
    expect(await meetings.mark(meeting, crowd.slice(0, 4_000), 'PRESENT')).toMatchObject({ present: 4_000 });
    lap();
    const laps = took.slice(1).map((at, i) => Math.round(at - took[i]!));
    console.log(`10,000 invited, set down, 4,000 marked in ${laps.join(', ')} ms`);
    const [page] = await meetings.list<{ name: string }>('attendance', meeting, 'name');
    expect(page!.name).toMatch(/^王\d+号$/);
    const actor = await meetings.accountOf(crowd[9_999]!, second);
    expect(await own(actor)).toContain('业余党校');
    const more = [...memberIds, 'Member_01900000000070008000000000000000'];
    await expect(meetings.invite(meeting, { memberIds: more })).rejects.toMatchObject({ reason: 'INVALID_FIELDS' });
  }, 60_000);

  it('can be of names from a list: one, several of one name, nobody; of people one may invite', async () => {
    const meeting = await meetings.plan(second, '2026-09-25', school);
    const called = async (names: string[], actor: Actor = world.staff) => {
      const { peopleCalled } = await world.as(actor).query<{
        peopleCalled: { name: string; people: { id: string; organizationName: string; expected: boolean }[] }[];
      }>(
        `query ($id: ID!, $names: [String!]!) { peopleCalled(activityId: $id, names: $names) {
           name people { id organizationName expected } } }`,
        { id: meeting.id, names },
      );
      return peopleCalled;
    };
    const [one, two] = [people[0]!, people[3]!];
    await world.write((tx) =>
      tx.query(`update member set name = '王伟' where id = any($1)`, [
        [one, two].map(({ id }) => localId('Member', id)),
      ]),
    );
    await meetings.invite(meeting, { memberIds: [two.id] });
    const third = people[4]!;
    expect(await called(['王 伟', '查无此人', third.name, third.name])).toEqual([
      {
        name: '王 伟',
        people: [
          { id: one.id, organizationName: '第一党支部', expected: false },
          { id: two.id, organizationName: '第二党支部', expected: true },
        ],
      },
      { name: '查无此人', people: [] },
      { name: third.name, people: [{ id: third.id, organizationName: '第二党支部', expected: false }] },
    ]);
    const secretary = await world.account('SECRETARY', second);
    expect(await called(['王伟'], secretary)).toEqual([
      { name: '王伟', people: [{ id: two.id, organizationName: '第二党支部', expected: true }] },
    ]);
    await expect(called(['王伟'], await world.account('LEADER', second))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await world.account('SECRETARY', first);
    await expect(called(['王伟'], elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(called(['x'.repeat(101)])).rejects.toMatchObject({ reason: 'INVALID_FIELDS' });
  });
});
