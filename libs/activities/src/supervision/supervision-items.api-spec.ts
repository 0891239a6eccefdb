import { createWorld, type Actor, type World } from '@dangwu/testing';
import { RemindJob } from '../reminder';
import { Meetings, type Person } from '../trial/meetings';
import { TasksOf } from '../trial/tasks';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('supervision items', () => {
  let world: World;
  let tasks: TasksOf;
  let branch: { id: string };
  let other: { id: string };
  let [recorder, chair, member, otherSecretary]: Actor[] = [];
  beforeAll(async () => {
    world = await createWorld();
    tasks = new TasksOf(world);
    branch = await world.branch('第四党支部');
    other = await world.branch('第五党支部');
    recorder = await tasks.named(await world.account('PARTY_STAFF', branch), '秦悦');
    chair = await tasks.named(await world.account('SECRETARY', branch), '罗景行');
    member = await tasks.named(await world.account('MEMBER', branch), '江月明');
    otherSecretary = await tasks.named(await world.account('SECRETARY', other), '苏禾');
  });
  afterAll(() => world.close());

  let day = 1;
  const resolved = async (...resolutions: object[]) => {
    const activity = await tasks.plan(branch, `2026-09-${String(day++).padStart(2, '0')}`, { title: `第${day}次会议` });
    await tasks.resolved(activity, [recorder!, chair!], resolutions);
    return activity;
  };
  const ownOf = async (actor: Actor, text: string) => (await tasks.own(actor)).find((one) => one.text === text);

  it('go from a person’s tasks to the giver’s and back, until they are closed', async () => {
    await resolved({ text: '走访会员', ownerId: tasks.accountId(member!), owner: '随便写的', dueOn: '2026-10-10' });
    const given = (await ownOf(member!, '走访会员'))!;
    expect(given).toMatchObject({ state: 'OPEN', mine: true, canReport: true, canClose: false });
    expect((await tasks.bell(member!))[0]).toMatchObject({ title: { zh: '1 项新任务' } });
    expect(await ownOf(recorder!, '走访会员')).toBeUndefined();

    const reported = await tasks.report(given, '走访 6 家，记录已归档。', member!);
    expect(reported).toMatchObject({ state: 'REPORTED', canReport: false, canClose: false });
    const waiting = (await ownOf(chair!, '走访会员'))!;
    expect(waiting).toMatchObject({ mine: false, canClose: true });
    expect((await tasks.bell(chair!)).map(({ title }) => title.zh)).toContain('1 项任务报告办结，待确认');

    const back = await tasks.giveBack(waiting, '少两家', recorder!);
    expect(back.state).toBe('OPEN');
    // what is decided is not shown as waiting any more
    expect((await tasks.bell(chair!)).map(({ title }) => title.zh)).not.toContain('1 项任务报告办结，待确认');
    expect((await tasks.bell(member!))[0]!.title.zh).toBe('1 项任务被退回');

    const again = await tasks.report((await ownOf(member!, '走访会员'))!, '补走访两家。', member!);
    const closed = await tasks.close(again, chair!);
    expect(closed.state).toBe('CLOSED');
    await expect(tasks.close(closed, chair!)).rejects.toMatchObject({ reason: 'SUPERVISION_STATE' });
    await expect(tasks.close(again, chair!)).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });

  it('of an organization are with those who keep its activities, wherever it lies', async () => {
    await resolved({ text: '报送总结', ownerId: other.id });
    const given = (await ownOf(otherSecretary!, '报送总结'))!;
    expect(given).toMatchObject({ mine: true, canReport: true });
    expect((await tasks.report(given, '已报送', otherSecretary!)).state).toBe('REPORTED');
  });

  it('are called as whoever owns them is, and refuse an owner that is not there', async () => {
    const begun = await tasks.begin(await tasks.plan(branch, '2026-09-15'), recorder);
    const item = (ownerId: string) => ({
      items: [{ title: '安排', text: '{"type":"doc"}', resolutions: [{ text: '走访', owner: '某人', ownerId }] }],
    });
    const saved = await tasks.save(begun, tasks.content(item(tasks.accountId(member!))), recorder);
    const { minutes } = await world
      .as(recorder!)
      .query<{ minutes: { content: object } }>(
        'query ($id: ID!) { minutes(id: $id) { content { items { resolutions { owner } } } } }',
        { id: saved.id },
      );
    expect(minutes.content).toEqual({ items: [{ resolutions: [{ owner: '江月明' }] }] });
    const nobody = `Member_${'0'.repeat(32)}`;
    await expect(tasks.save(saved, tasks.content(item(nobody)), recorder)).rejects.toMatchObject({
      reason: 'PERSON_UNKNOWN',
    });
  });

  it('are not closed by whoever carries them out, nor seen by strangers', async () => {
    await resolved({ text: '修订计划', ownerId: tasks.accountId(recorder!) });
    const reported = await tasks.report((await ownOf(recorder!, '修订计划'))!, '已修订', recorder!);
    await expect(tasks.close(reported, recorder!)).rejects.toMatchObject({ reason: 'SUPERVISION_OWN_WORK' });
    await expect(tasks.close(reported, member!)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(tasks.close(reported, otherSecretary!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await tasks.close(reported, chair!)).state).toBe('CLOSED');
  });

  it('of somebody without an account are reported by those who keep the meeting’s activities, and by nobody else', async () => {
    const activity = await resolved({ text: '请外单位协助', owner: '外单位张工' });
    const { resolutions } = await tasks.read<{ resolutions: never[] }>(
      activity.id,
      'resolutions { id version text state assigned }',
    );
    const [item] = resolutions;
    expect(item).toMatchObject({ state: 'OPEN', assigned: false });
    await expect(tasks.report(item!, '已办', member!)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(tasks.report(item!, '已办', otherSecretary!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const reported = await tasks.report(item!, '已办', recorder!);
    expect((await tasks.close(reported, recorder!)).state).toBe('CLOSED');
  });

  it('are reminded of before their day and once after it, nobody twice', async () => {
    await resolved(
      { text: '快到期', ownerId: tasks.accountId(member!), dueOn: '2026-09-20' },
      { text: '已过期', ownerId: tasks.accountId(member!), dueOn: '2026-09-17' },
      { text: '还早', ownerId: tasks.accountId(member!), dueOn: '2026-12-20' },
    );
    const job = world.app.get(RemindJob, { strict: false });
    await job.run();
    await job.run();
    const told = (await tasks.bell(member!)).map(({ title }) => title.zh);
    expect(told.filter((title) => title === '1 项任务即将到期')).toHaveLength(1);
    expect(told.filter((title) => title === '1 项任务已逾期')).toHaveLength(1);
  });

  it('find whom they may name: accounts and members about the organization, by part of the name', async () => {
    const find = async (search: string, actor: Actor = recorder!) => {
      const query = `query ($id: ID!, $search: String!) {
        namedPeople(organizationId: $id, search: $search) { id name hasAccount } }`;
      const variables = { id: branch.id, search };
      return (await world.as(actor).query<{ namedPeople: object[] }>(query, variables)).namedPeople;
    };
    await tasks.secretary(branch, '方宁');
    expect(await find('江月')).toEqual([{ id: tasks.accountId(member!), name: '江月明', hasAccount: true }]);
    expect(await find('fangning')).toEqual([
      { id: expect.stringMatching(/^Member_/), name: '方宁', hasAccount: false },
    ]);
    expect(await find('苏禾')).toEqual([]);
    expect(await find('%')).toEqual([]);
    await expect(find('江', otherSecretary)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are told to the person who asks what is kept, and have no owner when the person is erased', async () => {
    const meetings = new Meetings(world);
    const [person] = (await meetings.members(branch, 1)) as [Person];
    await resolved({ text: '整理台账', ownerId: person.id, dueOn: '2026-11-10' });
    const { exportSubject } = await world.as(world.staff).mutate<{
      exportSubject: { records: { section: { zh: string }; item: { zh: string }; value: { zh: string } }[] };
    }>(
      `mutation ($input: ExportSubjectInput!) {
           exportSubject(input: $input) { records { section { zh } item { zh } value { zh } until } } }`,
      { input: { id: person.id, reason: '本人申请' } },
    );
    expect(exportSubject.records.filter(({ section }) => section.zh === '任务')).toEqual([
      {
        section: { zh: '任务' },
        item: { zh: expect.stringMatching(/^整理台账（/) },
        value: { zh: '待办' },
        until: '2026-11-10',
      },
    ]);
    const id = person.id.replace('Member_', '');
    await world.write((tx) => tx.query(`update member set left_on = '2026-09-10' where id = $1::uuid`, [id]));
    await world.as(world.staff).mutate(`mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { id } }`, {
      input: { id: person.id, version: 1, name: person.name, basis: '本人申请' },
    });
    const rows = await world.write((tx) =>
      tx.query<object[]>(
        `select owner, owner_member_id as member, state from supervision_item where text = '整理台账'`,
      ),
    );
    expect(rows).toEqual([{ owner: null, member: null, state: 'OPEN' }]);
  });
});
