import { readWorkbook, writeWorkbook } from '@dangwu/imports';
import { freshWorlds, Imports, type Actor, type World } from '@dangwu/testing';
import { Meetings, type Person } from '../../trial/meetings';
import { choicesOf } from './sheet-fields';

type Line = (string | null)[];
interface Became {
  readonly taken: boolean;
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faultCount: number;
  readonly faults: readonly {
    row: number;
    column: string;
    code: string;
    found: string | null;
    suggestion: string | null;
  }[];
}

const headings = ['序号', '姓名', '党组织', '应到或列席', '下载时', '参会情况', '原因或备注', '编号'];
const [name, before, state, reason, id] = [1, 4, 5, 6, 7];

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('the workbook of a roster', () => {
  let world: World;
  let meetings: Meetings;
  let branch: { id: string };
  let people: Person[];
  let meeting: { id: string };
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    meetings = new Meetings(world);
    branch = await world.branch('第一党支部');
    people = await meetings.members(branch, 4);
    meeting = await meetings.now(branch);
    await meetings.start(meeting);
  });
  afterEach(() => world.close());

  const get = (of = meeting, actor: Actor = world.staff): Promise<Response> =>
    new Imports(world, actor).download(`/files/attendance/${of.id}.xlsx`);
  const download = async (of = meeting): Promise<Line[]> => {
    const [sheet] = await readWorkbook(Buffer.from(await (await get(of)).arrayBuffer()));
    const lines = sheet!.rows.map(({ cells }) => headings.map((_, i) => cells.get(i + 1)?.text ?? null));
    const head = lines.findIndex((line) => line.includes('编号'));
    expect(lines[head]).toEqual(headings);
    return lines.slice(head + 1);
  };
  const workbook = (lines: readonly Line[]): Promise<Buffer> =>
    writeWorkbook({ name: '参会名单', columns: headings.map((heading) => ({ heading })), rows: lines });
  const handIn = async (lines: readonly Line[], actor: Actor = world.staff, of = meeting): Promise<Became> => {
    const fileId = await new Imports(world, actor).upload(await workbook(lines), '名单.xlsx');
    return meetings.ask<Became>(
      'importAttendance',
      { activityId: of.id, fileId },
      actor,
      'taken total changed unchanged faultCount faults { row column code found suggestion message { zh en } advice { zh en } }',
    );
  };
  const rows = (): Promise<{ state: string; method: string | null; reason: string | null }[]> =>
    meetings.list('attendance', meeting, 'state method reason');
  const changed = (lines: readonly Line[], at: number, ...cells: [number, string | null][]): Line[] =>
    lines.map((line, i) => (i === at ? cells.reduce((all, [column, text]) => all.with(column, text), line) : line));

  it('is filled in and handed in; twice it changes nothing', async () => {
    const lines = await download();
    expect(lines.map((line) => line[name]).sort()).toEqual(people.map((person) => person.name).sort());
    let filled = changed(lines, 0, [state, '到会']);
    filled = changed(filled, 1, [state, '请假'], [reason, '外地出差']);
    filled = changed(filled, 2, [state, 'late']);
    expect(await handIn(filled)).toMatchObject({ taken: true, total: 4, changed: 3, unchanged: 1, faults: [] });
    expect(await rows()).toEqual([
      { state: 'PRESENT', method: 'IMPORT', reason: null },
      { state: 'ON_LEAVE', method: 'IMPORT', reason: '外地出差' },
      { state: 'LATE', method: 'IMPORT', reason: null },
      { state: 'ENTITLED', method: null, reason: null },
    ]);
    expect(await handIn(filled)).toMatchObject({ taken: true, changed: 0, unchanged: 4 });
    expect(await meetings.summary(meeting)).toMatchObject({ present: 2, late: 1, onLeave: 1, unmarked: 1 });
    // who was on leave and came after all keeps no reason; a blank remark erases none
    const again = changed(await download(), 1, [state, '到会']);
    expect(await handIn(again)).toMatchObject({ changed: 1 });
    expect((await rows())[1]).toEqual({ state: 'PRESENT', method: 'IMPORT', reason: null });
  });

  it('tells all that is wrong at once, and nothing of it is written', async () => {
    const other = await meetings.now(await world.branch('第二党支部'));
    await meetings.invite(other, { memberIds: [people[0]!.id] });
    await meetings.start(other);
    const [elsewhere] = await download(other);
    const lines = await download();
    const faulty = [
      lines[0]!.with(state, '到场'),
      lines[1]!.with(name, '张三').with(state, '到会'),
      lines[0]!.with(state, '到会'),
      elsewhere!.with(state, '到会'),
      ['9', '李四', null, null, null, '到会', null, null],
      lines[2]!.with(state, '请假').with(reason, '出差'.repeat(101)),
      lines[3]!.with(state, '到会'),
    ];
    const became = await handIn(faulty);
    expect(became).toMatchObject({ taken: false, changed: 0, faultCount: 6 });
    expect(became.faults.map(({ row, column, code, found }) => [row, column, code, found])).toEqual([
      [2, '参会情况', 'UNKNOWN_STATE', '到场'],
      [3, '姓名', 'NAME_DIFFERS', '张三'],
      [4, '编号', 'PERSON_TWICE', lines[0]![id]],
      [5, '编号', 'NOT_ON_THIS_ROSTER', elsewhere![id]],
      [6, '编号', 'ID_MISSING', null],
      [7, '原因或备注', 'TOO_LONG', '出差'.repeat(101)],
    ]);
    for (const fault of became.faults)
      expect(fault).toMatchObject({
        message: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[a-z]/) },
        advice: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[a-z]/) },
      });
    expect(await meetings.summary(meeting)).toMatchObject({ unmarked: 4 });
  });

  it('takes nothing back that was said since the download', async () => {
    const lines = await download();
    const [first, second] = lines.map((line) => people.find((person) => person.name === line[name])!);
    await meetings.mark(meeting, [first!], 'PRESENT');
    await meetings.mark(meeting, [second!], 'ABSENT');
    expect(await handIn(lines)).toMatchObject({ taken: true, changed: 0, unchanged: 4 });
    const filled = changed(changed(lines, 0, [state, '到会']), 1, [state, '请假']);
    const became = await handIn(filled);
    expect(became).toMatchObject({ taken: false, faults: [{ row: 3, code: 'CHANGED_SINCE', found: '请假' }] });
    expect(lines[1]![before]).toBeNull();
  });

  it('can be of two people of one name', async () => {
    await world.write((tx) =>
      tx.query(`update member set name = '王伟' where id = any($1)`, [
        people.slice(0, 2).map((person) => person.id.replace(/^Member_/, '')),
      ]),
    );
    const lines = await download();
    const at = lines.flatMap((line, i) => (line[name] === '王伟' ? [i] : []));
    expect(at).toHaveLength(2);
    expect(await handIn(changed(lines, at[1]!, [state, '缺席']))).toMatchObject({ taken: true, changed: 1 });
    const states = (await rows()).map((row) => row.state);
    expect([states[at[0]!], states[at[1]!]]).toEqual(['ENTITLED', 'ABSENT']);
  });

  it('brings the counts of a record along, and offers 补学 only afterwards', async () => {
    const past = await meetings.plan(branch, '2026-09-11');
    await meetings.start(past);
    await meetings.mark(past, people, 'PRESENT');
    await meetings.record(past, { entitledCount: null, presentCount: null, remoteCount: null, leaveCount: null });
    const lines = await download(past);
    expect(await handIn(changed(lines, 0, [state, '补学'], [reason, '自学']), world.staff, past)).toMatchObject({
      changed: 1,
    });
    expect(await meetings.read(past.id, 'presentCount')).toEqual({ presentCount: 3 });
    expect(choicesOf(true)).toEqual(['到会', '迟到', '线上', '请假', '缺席', '补学', '未登记']);
    expect(choicesOf(false)).toEqual(['到会', '迟到', '线上', '请假', '缺席', '未登记']);
  });

  it('is of whoever keeps the attendance, set down, not of many people, and one’s own file', async () => {
    const secretary = await world.account('SECRETARY', branch);
    const lines = await download();
    expect(await handIn(changed(lines, 0, [state, '到会']), secretary)).toMatchObject({ taken: true, changed: 1 });
    const leader = await world.account('LEADER', branch);
    expect((await get(meeting, leader)).status).toBe(403);
    await expect(handIn(lines, leader)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    const elsewhere = await world.account('SECRETARY', await world.branch('第三党支部'));
    expect((await get(meeting, elsewhere)).status).toBe(404);
    await expect(handIn(lines, elsewhere)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });

    const fileId = await new Imports(world).upload(await workbook(lines), '名单.xlsx');
    const send = (actor: Actor) => meetings.ask('importAttendance', { activityId: meeting.id, fileId }, actor, 'taken');
    await expect(send(secretary)).rejects.toMatchObject({ reason: 'ATTENDANCE_FILE_UNKNOWN' });
    expect(await send(world.staff)).toEqual({ taken: true });
    // it names people: once it is read it is gone
    await expect(send(world.staff)).rejects.toMatchObject({ reason: 'ATTENDANCE_FILE_UNKNOWN' });

    const ahead = await meetings.plan(branch, '2026-09-25');
    expect(await (await get(ahead)).text()).toContain('ROSTER_NOT_SET_DOWN');
    await expect(handIn(lines, world.staff, ahead)).rejects.toMatchObject({ reason: 'ATTENDANCE_NOT_BEGUN' });
    await world.write((tx) => tx.query(`update rule set value = '3' where key = 'personal.export.approval'`));
    expect(await (await get()).text()).toContain('ROSTER_TOO_LONG');
  });
});
