import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importExit, runImport, writeWorkbook, type ImportReport } from '@dangwu/imports';
import { createWorld, Imports, type World } from '@dangwu/testing';

const fixture = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, '../../../../imports/fixtures', name));

const faults = [
  [35, '统一社会信用代码', 'BAD_USCC'],
  [80, '单位名称', 'DUPLICATE_NAME'],
  [136, '党员人数', 'BAD_NUMBER'],
  [162, '所属层面', 'UNKNOWN_TIER'],
  [196, '单位名称', 'REQUIRED'],
];

let world: World;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-units-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  world = await createWorld({ empty: true, now: '2026-11-23T02:00:00Z' });
});
afterEach(() => world.close());

async function run(kind: string, bytes: Buffer, ...options: string[]): Promise<{ exit: number; report: ImportReport }> {
  const file = path.join(folder, `${kind}.xlsx`);
  await writeFile(file, bytes);
  const out: string[] = [];
  const exit = await runImport(['--kind', kind, file, '--json', ...options], world.app, (line) => void out.push(line));
  return { exit, report: JSON.parse(out.join('')) as ImportReport };
}
const open = async (): Promise<number> => {
  const document = `{ units(first: 1) { totalCount } }`;
  return (await world.as(world.staff).query<{ units: { totalCount: number } }>(document)).units.totalCount;
};
const found = (report: ImportReport) => report.faults.map(({ row, column, code }) => [row, column, code]);

describe('rosters of units', () => {
  it('reports exactly the faults of the sample, and what waits for an earlier import', async () => {
    await run('organizations', await fixture('organizations.xlsx'), '--good-rows');
    const { exit, report } = await run('units', await fixture('units.xlsx'));
    expect(exit).toBe(importExit.faults);
    expect(found(report)).toEqual(faults);
    expect([report.rows, report.good, report.blocked]).toEqual([321, 311, [23, 29, 197, 217, 224]]);
    expect(await open()).toBe(0);

    const first = await run('units', await fixture('units.xlsx'), '--good-rows');
    expect([first.exit, first.report.created, await open()]).toEqual([importExit.clean, 311, 311]);
    const again = await run('units', await fixture('units.xlsx'), '--good-rows');
    expect([again.report.created, again.report.updated, again.report.unchanged]).toEqual([0, 0, 311]);
    expect(found(again.report)).toEqual(faults);
  });

  it('finds rows good whose organizations exist', async () => {
    await run('organizations', await fixture('organizations.xlsx'), '--good-rows');
    const missing = ['天津职业卫生集团10党委', '检测专业委员会党的工作小组'];
    const columns = ['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系'].map((heading) => ({ heading }));
    const root = '示范行业协会党委(功能型)';
    const rows = missing.map((name, i) => [`N${i}`, name, i ? '党的工作小组' : '党委', root, i ? '领导' : '指导']);
    const added = await run('organizations', await writeWorkbook({ name: '补', columns, rows }));
    expect(added.report).toMatchObject({ faults: [], blocked: [], created: 2 });
    const { report } = await run('units', await fixture('units.xlsx'));
    expect([found(report), report.blocked, report.good]).toEqual([faults, [], 316]);
  });

  it('updates by code, else by name, and takes a batch back', async () => {
    await run('organizations', await fixture('organizations.xlsx'), '--good-rows');
    const roster = (lines: (string | number | null)[][]): Promise<Buffer> =>
      writeWorkbook({
        name: '单位',
        columns: ['单位名称', '统一社会信用代码', '所属层面', '联系党组织', '党组织建立情况', '党员人数'].map(
          (heading) => ({ heading }),
        ),
        rows: lines,
      });
    const at = '协会秘书处机关党总支';
    const imports = new Imports(world, world.staff, 'us', 'UNITS');
    const first = await imports.start(
      await roster([
        ['甲公司', '91350100M000100Y43', '会员单位', at, '未建立', 2],
        ['乙公司', null, '会员单位', at, '未建立', 8],
      ]),
    );
    expect((await imports.confirm(first.id)).state).toBe('IMPORTED');
    const second = await imports.start(
      await roster([
        ['甲集团', '91350100M000100Y43', '会员单位', at, '未建立', 12],
        ['乙公司', null, '会员单位', at, '单独建立', 8],
        ['丙公司', null, '会员单位', at, '派联络员', 1],
      ]),
    );
    expect(second).toMatchObject({ created: 1, updated: 2, unchanged: 0, faulty: 0 });
    await imports.confirm(second.id);
    const list = async (): Promise<unknown> =>
      (
        await world
          .as(world.staff)
          .query<{ units: { nodes: unknown[] } }>(
            `{ units(first: 10, order: MEMBERS) { nodes { name coverage partyMemberCount qualifiesWithoutOrganization } } }`,
          )
      ).units.nodes;
    const line = (name: string, coverage: string, partyMemberCount: number, qualifies: boolean) => ({
      name,
      coverage,
      partyMemberCount,
      qualifiesWithoutOrganization: qualifies,
    });
    expect(await list()).toEqual([
      line('甲集团', 'UNCOVERED', 12, true),
      line('乙公司', 'OWN_ORGANIZATION', 8, false),
      line('丙公司', 'LIAISON', 1, false),
    ]);
    expect((await imports.undo(second.id)).state).toBe('UNDONE');
    expect(await list()).toEqual([line('乙公司', 'UNCOVERED', 8, true), line('甲公司', 'UNCOVERED', 2, false)]);
    expect((await imports.undo(first.id).catch((error: { reason: string }) => error)) as object).toMatchObject({
      reason: 'IMPORT_HAS_DEPENDANTS',
    });
  });
});
