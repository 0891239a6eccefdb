import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importExit, readWorkbook, runImport, writeWorkbook, type ImportReport } from '@dangwu/imports';
import { createWorld, Imports, type World } from '@dangwu/testing';
import { Obligations } from '../cadence/obligations';
import { Activities } from '../trial/activities';

const headings = [
  '外部编号',
  '党组织',
  '活动类型',
  '活动名称',
  '日期',
  '开始时间',
  '结束时间',
  '应到人数',
  '实到人数',
  '主题',
];
type Line = (string | number | null)[];
const list = (...rows: Line[]): Promise<Buffer> =>
  writeWorkbook({ name: '活动', columns: headings.map((heading) => ({ heading })), rows });

const past: Line = ['A1', '第一支部', '主题党日', '九月主题党日', '2026.9.4', '14:30', '下午4:00', 10, 9, '三史教育'];
const bare: Line = [null, '第一支部', '党课', '廉政党课', '2026年9月8日', '9:00', '10:30', null, null, null];
const ahead: Line = [null, '第一支部', '主题党日', '十月主题党日', '20261016', '9:00', '11:00', null, null, null];

describe('lists of activities', () => {
  let world: World;
  let imports: Imports;
  let branch: { id: string; code: string };
  let other: { id: string; code: string };
  beforeEach(async () => {
    world = await createWorld({ now: '2026-09-18T04:00:00Z' });
    branch = await world.organization('第一支部');
    other = await world.organization('第二支部');
    await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
    imports = new Imports(world, world.staff, 'us', 'ACTIVITIES');
  });
  afterEach(() => world.close());

  const held = async (at = branch): Promise<unknown[]> => {
    const data = await world.as(world.staff).query<{ activities: { nodes: Record<string, unknown>[] } }>(
      `query ($id: ID!) { activities(first: 20, filter: { organizationId: $id }) { nodes {
         title state heldOn presentCount } } }`,
      { id: at.id },
    );
    return data.activities.nodes.map(({ title, state, heldOn, presentCount }) => [title, state, heldOn, presentCount]);
  };
  const themeDay = async (endsOn: string): Promise<string> => {
    const data = await world.as(world.staff).query<{
      obligations: { nodes: { state: string; rule: { key: string } }[] };
    }>(
      `query ($id: ID!, $day: Date!) { obligations(first: 50, filter: { organizationId: $id, endsFrom: $day, endsTo: $day }) {
         nodes { state rule { key } } } }`,
      { id: branch.id, day: endsOn },
    );
    return data.obligations.nodes.find(({ rule }) => rule.key === 'themeDay.cadence')!.state;
  };

  it('become activities in the state that day and counts say, and count for what the rules ask', async () => {
    expect(await themeDay('2026-09-30')).toBe('UNPLANNED');
    const batch = await imports.start(await list(past, bare, ahead));
    expect(batch).toMatchObject({ state: 'CHECKED', faulty: 0, created: 3 });
    expect(await held()).toEqual([]);
    const written = await imports.confirm(batch.id);
    expect(written.receipt!.zh).toMatch(/活动台账：新增 3 个/);
    expect(await held()).toEqual([
      ['九月主题党日', 'RECORDED', '2026-09-04', 9],
      ['廉政党课', 'HELD', '2026-09-08', null],
      ['十月主题党日', 'SCHEDULED', '2026-10-16', null],
    ]);
    expect(await themeDay('2026-09-30')).toBe('DONE');
    expect(await themeDay('2026-10-31')).toBe('PLANNED');

    // as it was undone, nothing of it is left, and its ids are free
    expect((await imports.undo(batch.id)).state).toBe('UNDONE');
    expect(await held()).toEqual([]);
    expect(await themeDay('2026-09-30')).toBe('UNPLANNED');
    const again = await imports.start(await list(past));
    expect((await imports.confirm(again.id)).created).toBe(1);
  });

  it('update by id, else by organization, type and start; what is the same is counted as such', async () => {
    const first = await imports.start(await list(past, bare, ahead));
    await imports.confirm(first.id);
    const same = await imports.start(await list(past, bare, ahead));
    expect(same).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const second = await imports.start(
      await list([...past.slice(0, 8), 10, '三史教育'], [...bare.slice(0, 7), 12, 11, null], ahead),
    );
    expect(second).toMatchObject({ created: 0, updated: 2, unchanged: 1, faulty: 0 });
    await imports.confirm(second.id);
    const corrected = [
      ['九月主题党日', 'RECORDED', '2026-09-04', 10],
      ['廉政党课', 'RECORDED', '2026-09-08', 11],
      ['十月主题党日', 'SCHEDULED', '2026-10-16', null],
    ];
    expect(await held()).toEqual(corrected);
    await expect(imports.undo(first.id)).rejects.toMatchObject({ reason: 'IMPORT_HAS_DEPENDANTS' });
    await imports.undo(second.id);
    expect(await held()).toEqual([
      ['九月主题党日', 'RECORDED', '2026-09-04', 9],
      ['廉政党课', 'HELD', '2026-09-08', null],
      ['十月主题党日', 'SCHEDULED', '2026-10-16', null],
    ]);
  });

  it('are written where one may: staff of a branch for that branch', async () => {
    const own = new Imports(world, await world.account('PARTY_STAFF', branch), 'us', 'ACTIVITIES');
    const batch = await own.start(await list(past, ['A2', '第二支部', ...past.slice(2)]));
    expect(batch.faults.nodes.map(({ column, code }) => [column, code])).toEqual([['党组织', 'OUT_OF_REACH']]);
    await own.confirm(batch.id, true);
    expect([(await held()).length, await held(other)]).toEqual([1, []]);
    const leader = new Imports(world, await world.account('LEADER', branch), 'us', 'ACTIVITIES');
    await expect(leader.start(await list(past))).rejects.toThrow();
  });

  it('are handed in by a secretary for the own branch; of another’s nothing is written and nothing told', async () => {
    await new Activities(world).plan(other, '2026-09-11', { externalId: 'B1', title: '别人的活动' });
    const secretary = await world.account('SECRETARY', branch);
    const own = new Imports(world, secretary, 'us', 'ACTIVITIES');
    const batch = await own.start(
      await list(
        past,
        ['A2', '第二支部', ...past.slice(2)],
        ['B1', '第一支部', '主题党日', '九月主题党日', '2026-09-05', ...past.slice(5)],
      ),
    );
    expect(batch.faults.nodes.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '党组织', 'OUT_OF_REACH'],
      [4, '外部编号', 'ID_ELSEWHERE'],
    ]);
    expect(JSON.stringify(batch.faults)).not.toContain('别人的活动');
    await expect(own.confirm(batch.id, false)).rejects.toMatchObject({ reason: 'IMPORT_HAS_FAULTS' });
    await own.confirm(batch.id, true);
    expect([(await held()).length, (await held(other)).length]).toEqual([1, 1]);
    await own.undo(batch.id);
    expect(await held()).toEqual([]);
    await expect(new Imports(world, secretary, 'us', 'UNITS').start(await list(past))).rejects.toMatchObject({
      reason: 'PERMISSION_MISSING',
    });
  });

  it('see what people changed since, and the time of a cell that is one', async () => {
    const activities = new Activities(world);
    const { id, version } = await activities.plan(branch, '2026-09-04', { externalId: 'A1' });
    const moved = await imports.start(await list([...past.slice(0, 4), '2026-09-05', ...past.slice(5)]));
    expect(moved.faults.nodes[0]).toMatchObject({ column: '日期', code: 'DAY_DIFFERS' });
    const batch = await imports.start(await list([...past.slice(0, 5), 0.604166666, 0.6666666, 10, 9, null]));
    expect(batch).toMatchObject({ updated: 1, faulty: 0 });
    await imports.confirm(batch.id);
    expect(await activities.read(id, 'state startsAt')).toEqual({
      state: 'RECORDED',
      startsAt: '2026-09-04T06:30:00.000Z',
    });
    expect(version).toBe(1);
  });

  it('can be imported by the command, and have a template with drop-downs', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-activities-'));
    const file = path.join(folder, '活动.xlsx');
    await writeFile(file, await list(past, [null, '查无此支部', ...bare.slice(2)]));
    const out: string[] = [];
    const run = (...options: string[]): Promise<number> =>
      runImport(['--kind', 'activities', file, '--json', ...options], world.app, (line) => void out.push(line));
    expect(await run()).toBe(importExit.faults);
    const report = JSON.parse(out.join('')) as ImportReport;
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '党组织', 'UNKNOWN_ORGANIZATION'],
    ]);
    expect(await run('--good-rows')).toBe(importExit.clean);
    expect(await held()).toEqual([['九月主题党日', 'RECORDED', '2026-09-04', 9]]);
    await rm(folder, { recursive: true });
    const template = await imports.download('/templates/activities.xlsx');
    const [sheet] = await readWorkbook(Buffer.from(await template.arrayBuffer()));
    expect(JSON.stringify([...sheet!.rows])).toMatch(/活动类型\*/);
  });
});
