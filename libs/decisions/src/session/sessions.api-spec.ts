import { OtherRecords } from '@dangwu/membership';
import { globalId, localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { PlannedSessions } from '../trial/planned-sessions';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
let world: World;
let other: World;
let sessions: PlannedSessions;
let branch: { id: string };
let [secretary, chair, sits]: Actor[] = [];
beforeAll(async () => {
  world = await createWorld();
  other = await world.another();
  sessions = new PlannedSessions(world);
  branch = await world.branch('标准部党支部');
  secretary = await world.account('SECRETARY', branch);
  chair = await world.account('MEMBER', branch);
  sits = await world.account('MEMBER', branch);
  await sessions.holds(world.root, '许蔓', 'COMMITTEE_MEMBER', sits);
  await sessions.holds(world.root, '袁砺', 'SECRETARY', chair);
  await sessions.holds(world.root, '高远', 'DEPUTY_SECRETARY');
});
afterAll(() => world.close());

const council = '1. 赵会长，会长\n许蔓 常务理事\n王常务\n';
const refused = (reason: string, zh?: RegExp) => ({
  reason,
  ...(zh && { messages: { zh: expect.stringMatching(zh) } }),
});

describe('a session', () => {
  it('is called with the leadership of the day as its roster, numbered in its year', async () => {
    const first = await sessions.call();
    expect(first).toMatchObject({ state: 'PLANNED', title: '2026年第1次党委会' });
    expect(
      first.members.map(({ name, post, chair: is, seat, hasAccount }) => [name, post, is, seat, hasAccount]),
    ).toEqual([
      ['袁砺', '书记', true, 1, true],
      ['高远', '副书记', false, 2, false],
      ['许蔓', '委员', false, 3, true],
    ]);
    const second = await sessions.call();
    expect(second.title).toBe('2026年第2次党委会');
    await sessions.stepOf('cancelSession', second, { reason: '合并召开' });
    expect((await sessions.call()).title).toBe('2026年第3次党委会');
  });

  it('takes the seats of the register where there are any, with the account of a name that only one has', async () => {
    const group = await world.organization('党建工作领导小组', { type: 'LEADING_GROUP' });
    const seat = (name: string, post: string, rank: number) =>
      world.write((tx) =>
        tx.query(
          `insert into seat (id, association_id, organization_id, post, rank, person_name, since, basis)
           select gen_random_uuid(), association_id, id, $2, $3, $4, '2025-01-01', '通知' from party_organization where id = $1`,
          [localId('PartyOrganization', group.id), post, rank, name],
        ),
      );
    const named = async (name: string) => {
      const { accountId } = await world.account('MEMBER', branch);
      await world.write((tx) => tx.query(`update account set name = $2 where id = $1`, [accountId, name]));
    };
    for (const name of ['组长甲', '同名者', '同名者']) await named(name);
    await seat('同名者', 'GROUP_MEMBER', 7);
    await seat('组长甲', 'LEADER', 5);
    const session = await sessions.call({ reviewingBody: 'LEADING_GROUP' });
    expect(session.members.map(({ name, post, chair: is, hasAccount }) => [name, post, is, hasAccount])).toEqual([
      ['组长甲', '组长', true, true],
      ['同名者', '成员', false, false],
    ]);
  });

  it('held with the council takes its roster once, then copies it', async () => {
    await expect(sessions.call({ joint: true })).rejects.toMatchObject(refused('SESSION_COUNCIL_MISSING'));
    const joint = await sessions.call({ joint: true, council });
    const seats = joint.members.filter(({ body }) => body === 'COUNCIL');
    expect(seats.map(({ name, post, chair: is, hasAccount }) => [name, post, is, hasAccount])).toEqual([
      ['赵会长', '会长', true, false],
      // who sits in both bodies is one person
      ['许蔓', '常务理事', false, true],
      ['王常务', '', false, false],
    ]);
    const next = await sessions.call({ joint: true });
    expect(next.members.filter(({ body }) => body === 'COUNCIL').map(({ name }) => name)).toEqual(
      seats.map(({ name }) => name),
    );
    expect(next.title).toMatch(/与常务理事会一并召开/);
  });

  it('lies ahead and ends after it begins', async () => {
    for (const times of [
      { startsAt: '2026-09-18T02:20:00Z' },
      { endsAt: '2026-10-15T06:00:00.000Z' },
      { endsAt: '2026-10-17T06:00:00.000Z' },
    ])
      await expect(sessions.call(times)).rejects.toMatchObject(refused('SESSION_TIMES'));
  });

  it('has its roster changed as a whole, with one chair, and accounts by user name', async () => {
    const session = await sessions.call();
    const [first, second] = session.members.map(({ id, name, chair: is }) => ({ id, name, chair: is }));
    const change = (members: object[]) => sessions.stepOf('changeSessionRoster', session, { body: 'PARTY', members });
    await expect(change([])).rejects.toMatchObject(refused('SESSION_ROSTER_EMPTY'));
    await expect(change([{ ...first, chair: false }, second!])).rejects.toMatchObject(refused('SESSION_ROSTER_CHAIR'));
    await expect(change([first!, { name: '无此人', chair: false, username: 'nobody' }])).rejects.toMatchObject(
      refused('SESSION_ACCOUNT_UNKNOWN', /nobody/),
    );
    const { username } = chair!;
    await expect(change([first!, { name: '另一人', chair: false, username }])).rejects.toMatchObject(
      refused('SESSION_ROSTER_TWICE', /另一人/),
    );
    const newcomer = { name: '林静', post: '委员', chair: false, username: world.staff.username };
    const changed = await change([second!, { ...first, post: '党委书记' }, newcomer].map((each) => ({ ...each })));
    expect(changed.members.map(({ name, post, seat, hasAccount }) => [name, post, seat, hasAccount])).toEqual([
      ['高远', '副书记', 1, false],
      ['袁砺', '党委书记', 2, true],
      ['林静', '委员', 3, true],
    ]);
    await expect(
      sessions.stepOf('changeSessionRoster', changed, { body: 'COUNCIL', members: [first!] }),
    ).rejects.toMatchObject(refused('SESSION_NOT_JOINT'));
  });

  it('is changed as of what was read, and seen where its body is', async () => {
    const session = await sessions.call();
    const changed = await sessions.stepOf('changeSession', session, { place: '三层会议室', title: '第 9 次党委会' });
    expect(changed.title).toBe('第 9 次党委会');
    await expect(sessions.stepOf('changeSession', session, { place: '四层' })).rejects.toMatchObject(
      refused('STALE_VERSION'),
    );
    const leader = await world.account('LEADER', world.root);
    expect(await sessions.look(session.id, 'title viewerCan { conduct }', leader)).toEqual({
      title: '第 9 次党委会',
      viewerCan: { conduct: false },
    });
    expect(await sessions.look(session.id, 'title', secretary)).toBeNull();
    await expect(sessions.stepOf('sendSessionNotice', changed, {}, leader)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(sessions.call({}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const found = await world
      .as(leader)
      .query<{ reviewSessions: { totalCount: number } }>(
        '{ reviewSessions(first: 5, filter: { search: "第 9 次", states: [PLANNED] }) { totalCount } }',
      );
    expect(found.reviewSessions.totalCount).toBe(1);
    expect(await sessions.look(session.id, 'title', other.staff)).toBeNull();
  });
});

describe('the notice', () => {
  it('goes to everybody with an account, once, and what changes afterwards is told', async () => {
    const session = await sessions.call();
    await expect(sessions.stepOf('sendSessionNotice', session)).rejects.toMatchObject(refused('SESSION_AGENDA_EMPTY'));
    const heard = await sessions.send('addSessionItem', { id: session.id, title: '听取换届筹备情况汇报', minutes: 20 });
    const before = { bell: (await sessions.bell(sits!)).length, letters: (await sessions.letters(sits!)).length };
    const called = await sessions.stepOf('sendSessionNotice', heard);
    expect(called.state).toBe('NOTIFIED');
    const link = `/sessions/${session.id}/room`;
    const mine = async (actor: Actor) => (await sessions.bell(actor)).filter((one) => one.link === link);
    expect(await mine(sits!)).toMatchObject([
      { kind: 'SESSION_CALLED', text: { zh: expect.stringMatching(/10月15日.*14:00，二层第一会议室，共 1 项议题/) } },
    ]);
    expect(await mine(chair!)).toHaveLength(1);
    expect(await sessions.letters(sits!)).toHaveLength(before.letters + 1);
    expect((await sessions.letters(sits!)).at(-1)!.text).toContain(link);
    await expect(sessions.stepOf('sendSessionNotice', called)).rejects.toMatchObject(refused('SESSION_STATE'));
    // a change of the place is told, twice in a row as one line, each time by letter
    const moved = await sessions.stepOf('changeSession', called, { place: '三层会议室' });
    const again = await sessions.stepOf('changeSession', moved, { place: '四层会议室' });
    expect((await mine(sits!)).map(({ kind }) => kind).sort()).toEqual(['SESSION_CALLED', 'SESSION_CHANGED']);
    expect(await sessions.letters(sits!)).toHaveLength(before.letters + 3);
    // the agenda under the bell alone
    await sessions.send('addSessionItem', { id: session.id, title: '通报', minutes: 5 });
    expect(await sessions.letters(sits!)).toHaveLength(before.letters + 3);
    const kept = again.members
      .filter(({ name }) => name !== '许蔓')
      .map(({ id, name, chair: is }) => ({ id, name, chair: is }));
    const left = await sessions.stepOf('changeSessionRoster', again, { body: 'PARTY', members: kept });
    expect((await mine(sits!)).at(0)).toMatchObject({ text: { zh: expect.stringMatching(/您不再在参会名单上/) } });
    await sessions.stepOf('cancelSession', left, { reason: '主要负责人出差' });
    expect((await mine(chair!)).at(0)).toMatchObject({ kind: 'SESSION_CANCELLED' });
    expect(before.bell).toBe(0);
  });

  it('of two who send it at once one does', async () => {
    const session = await sessions.call();
    const heard = await sessions.send('addSessionItem', { id: session.id, title: '通报', minutes: 5 });
    const count = (await sessions.bell(chair!)).length;
    const done = await Promise.allSettled([1, 2, 3].map(() => sessions.stepOf('sendSessionNotice', heard)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sessions.bell(chair!)).toHaveLength(count + 1);
  });

  it('makes the session one’s own, whoever one is', async () => {
    const own = async (actor: Actor) =>
      (
        await world
          .as(actor)
          .query<{ ownSessions: { id: string; chair: boolean; itemCount: number }[] }>(
            '{ ownSessions { id chair itemCount } }',
          )
      ).ownSessions;
    const session = await sessions.call();
    const heard = await sessions.send('addSessionItem', { id: session.id, title: '通报', minutes: 5 });
    expect((await own(chair!)).map(({ id }) => id)).not.toContain(session.id);
    await sessions.stepOf('sendSessionNotice', heard);
    expect(await own(chair!)).toContainEqual({ id: session.id, chair: true, itemCount: 1 });
    expect(await own(sits!)).toContainEqual({ id: session.id, chair: false, itemCount: 1 });
    expect(await own(secretary!)).toEqual([]);
  });
});

describe('whom a roster may name', () => {
  type Candidate = Readonly<Record<'id' | 'name', string>> &
    Readonly<Record<'note' | 'post' | 'memberId' | 'username', string | null>>;
  const find = async (search: string, actor: Actor = world.staff) =>
    (
      await world
        .as(actor)
        .query<{ rosterCandidates: Candidate[] }>(
          'query ($search: String!) { rosterCandidates(search: $search) { id name note post memberId username } }',
          { search },
        )
    ).rosterCandidates;

  it('is found by name and pinyin, with post and account, and takes a seat as who it is', async () => {
    const [found] = await find('许蔓');
    expect(found).toMatchObject({ name: '许蔓', post: '委员', username: sits!.username });
    expect(found!.memberId).toBe(found!.id);
    // the pinyin that the fixture gave
    expect((await find('P001')).map(({ name }) => name)).toEqual(['许蔓']);
    const [without] = await find('高远');
    expect(without).toMatchObject({ name: '高远', username: null });
    expect((await find(secretary!.username)).map(({ memberId }) => memberId)).toEqual([null]);
    await expect(find('许蔓', secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await find('许蔓', other.staff)).toEqual([]);

    const session = await sessions.call({ joint: true, council: '王常务' });
    const seats = (memberId: string) => ({
      body: 'COUNCIL',
      members: [{ name: found!.name, post: '常务理事', chair: true, memberId }],
    });
    const changed = await sessions.stepOf('changeSessionRoster', session, seats(found!.memberId!));
    expect(changed.members.filter(({ body }) => body === 'COUNCIL')).toMatchObject([
      { name: '许蔓', memberId: found!.memberId, hasAccount: true },
    ]);
    await expect(
      sessions.stepOf('changeSessionRoster', changed, seats(`Member_${'0'.repeat(32)}`)),
    ).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
  });

  it('is told to the person as a record of theirs, and forgotten with the person', async () => {
    const id = await sessions.holds(branch, '离任者', 'SECRETARY');
    const session = await sessions.call({ joint: true, council: '王常务' });
    await sessions.stepOf('changeSessionRoster', session, {
      body: 'COUNCIL',
      members: [{ name: '离任者', post: '常务理事', chair: true, memberId: globalId('Member', id) }],
    });
    const others = world.app.get(OtherRecords, { strict: false });
    const told = () => world.write((tx) => others.tell(tx, id));
    expect(await told()).toMatchObject([
      { section: { zh: '会议名单' }, item: { zh: session.title }, basis: '常务理事' },
    ]);
    await world.write((tx) => others.forget(tx, id));
    expect(await told()).toEqual([]);
    const { members } = await sessions.look<Pick<typeof session, 'members'>>(session.id);
    expect(members.find(({ body }) => body === 'COUNCIL')).toMatchObject({
      name: '已删除个人信息',
      memberId: null,
      hasAccount: false,
    });
  });
});
