import { createWorld, type Actor, type World } from '@dangwu/testing';
import { People, type Told } from '../trial/people';
import { RetireNumbersJob } from './retire-numbers.job';

let world: World;
let people: People;
let branch: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => branch);
  branch = await world.branch('个人信息支部');
});
afterAll(() => world.close());

const leave = (member: Told): Promise<Told> =>
  people.change(member, 'endAffiliation', { affiliationId: member.affiliations[0]!.id });
const erase = ({ id, version, name }: Told, over: object = {}, actor: Actor = world.staff): Promise<Told> =>
  people.send('eraseMember', { id, version, name, basis: '本人书面申请', ...over }, actor);
const uuid = ({ id }: { id: string }): string =>
  id.replace(/^\w+_/, '').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Every text in the database, by table. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await people.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await people.query<{ n: number }>(
      `select count(*)::int as n from "${name}" t where t::text like $1`,
      [`%${text}%`],
    );
    if (row!.n > 0) found.push(name);
  }
  return found;
}

describe('a person who asks', () => {
  const ask = (member: Told, actor: Actor = world.staff) =>
    people.send(
      'exportSubject',
      { id: member.id, reason: '本人 9 月 1 日书面申请' },
      actor,
      '{ name records { section { zh } item { zh } value { zh } since until basis } }',
    ) as unknown as Promise<{
      name: string;
      records: { section: { zh: string }; item: { zh: string }; value: { zh: string }; basis: string | null }[];
    }>;

  it('is told everything that is kept, numbers in the clear, and who looked', async () => {
    const idNumber = people.idNumber();
    const member = await people.register({ name: '贺知秋', idNumber, phone: '13912345678' });
    await people.change(member, 'appoint', { organizationId: branch.id, post: 'SECRETARY' });
    const input = { organizationId: branch.id, memberId: member.id, position: '组织干事', time: 'PART_TIME' };
    const assign = { ...input, phone: '13812340000', since: '2026-01-01', basis: '通知' };
    await people.send('assignStaff', assign, world.staff, '{ id }');
    await people.reveal(member);
    const { name, records } = await ask(member);
    expect(name).toBe('贺知秋');
    const said = records.map(({ section, item, value, basis }) => [section.zh, item.zh, value.zh, basis]);
    for (const row of [
      ['基本信息', '身份证号', idNumber, null],
      ['基本信息', '手机号', '13912345678', null],
      ['组织关系', '正式组织关系', '个人信息支部', '党员名册'],
      ['党内任职', '书记', '个人信息支部', '批复'],
      ['党务工作', '岗位', '组织干事', '通知'],
      ['党务工作', '工作手机号', '13812340000', '通知'],
      ['谁看过、改过', '查看党员号码全文', '测试1', '核对党籍档案'],
    ])
      expect(said).toContainEqual(row);
    // the taking out itself is on record from then on
    const again = await ask(member);
    expect(again.records.filter(({ item }) => item.zh === '为本人导出个人信息')).toHaveLength(1);
  });

  it('is served by those who may look at numbers, and by nobody else', async () => {
    const member = await people.register();
    await expect(ask(member, await world.account('SECRETARY', branch))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await world.account('PARTY_STAFF', await world.branch('别处的支部'));
    await expect(ask(member, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('erasing a person', () => {
  it('leaves nothing of the person in any table, and keeps what statistics need', async () => {
    const member = await people.register({ name: '司马清和', jobTitle: '勘测工程师甲' });
    const input = {
      organizationId: branch.id,
      memberId: member.id,
      position: '干事',
      time: 'PART_TIME',
      basis: '通知',
    };
    const staff = await people.send(
      'assignStaff',
      { ...input, phone: '13812340001', since: '2026-01-01' },
      world.staff,
      '{ id version }',
    );
    const figures = async () => {
      const document = `query ($id: ID) { then: memberFigures(within: $id, asOf: "2026-06-01") { total full } }`;
      return world.as(world.staff).query(document, { id: branch.id });
    };
    const before = await figures();
    await expect(erase(member)).rejects.toMatchObject({ reason: 'STILL_A_MEMBER' });
    const left = await leave(member);
    await expect(erase(left)).rejects.toMatchObject({ reason: 'STILL_STAFF' });
    const end = { id: staff.id, version: staff.version, on: '2026-09-01', basis: '离任' };
    await people.send('endStaff', end, world.staff, '{ id }');
    await expect(erase(left, { name: '司马清' })).rejects.toMatchObject({ reason: 'NAME_NOT_REPEATED' });
    await expect(erase({ ...left, version: 1 })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
    expect(await tablesWith('司马清和')).not.toEqual([]);
    const gone = await erase(left);
    expect(gone).toMatchObject({ name: '已删除个人信息', idNumber: null, phone: null, status: 'FULL' });
    for (const text of ['司马清和', '勘测工程师甲', 'simaqinghe']) expect(await tablesWith(text)).toEqual([]);
    expect(await figures()).toEqual(before);
    const keys = await people.query<{ wrapped: boolean }>(
      `select wrapped_key is not null as wrapped from person_key where person_id = any($1)`,
      [[uuid(member), uuid(staff)]],
    );
    expect(keys).toEqual([{ wrapped: false }, { wrapped: false }]);
    const { id, version } = gone;
    const facts = { name: '某某', status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01' };
    await expect(people.send('changeMember', { id, version, ...facts })).rejects.toMatchObject({
      reason: 'PERSON_ERASED',
    });
    const logged = await people.query<object>(
      `select reason, after from audit_event where action = 'member.erase' and subject_id = $1`,
      [uuid(member)],
    );
    expect(logged).toEqual([{ reason: '本人书面申请', after: { leftOn: '2026-09-01', staff: 1 } }]);
  });

  it('is not for secretaries', async () => {
    const left = await leave(await people.register());
    await expect(erase(left, {}, await world.account('SECRETARY', branch))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('numbers of people who left', () => {
  it('are removed when the time of the rule is over, and not a day before', async () => {
    const idNumber = people.idNumber();
    const left = await leave(await people.register({ idNumber }));
    const stays = await people.register();
    const run = (day: string): Promise<number> => {
      world.clock.set(`${day}T02:40:00+08:00`);
      return world.app.get(RetireNumbersJob, { strict: false }).run();
    };
    const kept = () =>
      people.query<{ id: string; masked: string | null }>(
        `select id, id_masked as masked from member where id = any($1) order by left_on nulls last`,
        [[uuid(left), uuid(stays)]],
      );
    await run('2029-08-31');
    expect((await kept()).every(({ masked }) => masked !== null)).toBe(true);
    expect(await run('2029-09-01')).toBeGreaterThan(0);
    const [gone, other] = await kept();
    expect([gone!.masked, other!.masked === null]).toEqual([null, false]);
    const [event] = await people.query<{ reason: string }>(
      `select reason from audit_event where action = 'member.retireNumbers' and subject_id = $1`,
      [uuid(left)],
    );
    expect(event!.reason).toContain('个人信息保护法');
    expect(await run('2029-09-01')).toBe(0);
    // whoever comes back is registered with the same number
    const actor = await world.account('PARTY_STAFF');
    await expect(people.register({ idNumber }, actor)).resolves.toMatchObject({ status: 'FULL' });
  });
});
