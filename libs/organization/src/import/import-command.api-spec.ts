import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importExit, runImport, type ImportReport } from '@dangwu/imports';
import { createWorld, type World } from '@dangwu/testing';
import { rosterOf, sample, standing, type Line } from './trial-imports';

let world: World;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-import-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  world = await createWorld({ empty: true, now: '2026-11-23T02:00:00Z' });
});
afterEach(() => world.close());

async function run(bytes: Buffer | null, ...options: string[]): Promise<{ exit: number; out: string; err: string }> {
  const file = path.join(folder, '名册.xlsx');
  if (bytes) await writeFile(file, bytes);
  const [out, err]: string[][] = [[], []];
  const argv = bytes ? ['--kind', 'organizations', file, ...options] : options;
  const exit = await runImport(
    argv,
    world.app,
    (line) => void out!.push(line),
    (line) => void err!.push(line),
  );
  return { exit, out: out!.join('\n'), err: err!.join('\n') };
}

describe('npm run import', () => {
  it('reports faults as JSON and writes nothing without --good-rows', async () => {
    const { exit, out } = await run(await sample(), '--json');
    const report = JSON.parse(out) as ImportReport;
    expect({ exit, rows: report.rows, good: report.good, blocked: report.blocked, written: report.written }).toEqual({
      exit: importExit.faults,
      rows: 187,
      good: 184,
      blocked: [],
      written: false,
    });
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [40, '上级党组织', 'UNKNOWN_PARENT'],
      [55, '编码', 'DUPLICATE_CODE'],
      [73, '组织类型', 'UNKNOWN_TYPE'],
    ]);
    expect(await standing(world)).toBe(0);
  });

  it('writes the good rows when asked to, once', async () => {
    const dry = await run(await sample(), '--good-rows', '--dry-run');
    expect([dry.exit, await standing(world)]).toEqual([importExit.faults, 0]);
    const first = await run(await sample(), '--good-rows');
    expect([first.exit, await standing(world)]).toEqual([importExit.clean, 184]);
    expect(first.out).toContain('新增 184 个');
    expect(first.out).toMatch(/^40 {2}上级党组织 {2}UNKNOWN_PARENT/m);
    const again = JSON.parse((await run(await sample(), '--good-rows', '--json')).out) as ImportReport;
    expect([again.created, again.updated, again.unchanged]).toEqual([0, 0, 184]);
  });

  it('remembers what an earlier import held back', async () => {
    await run(await sample(), '--good-rows');
    const lines: Line[] = [['X1', '第一小组', '党小组', '示范轨道科技有限公司（5）第3党支部', '领导']];
    const report = JSON.parse((await run(await rosterOf(lines), '--json')).out) as ImportReport;
    expect([report.blocked, report.faults]).toEqual([[2], []]);
  });

  it('is clean without faults', async () => {
    const lines: Line[] = [['R', '协会党委', '功能型党委', '', '']];
    expect((await run(await rosterOf(lines))).exit).toBe(importExit.clean);
    expect(await standing(world)).toBe(1);
  });

  it('refuses in words what it cannot do', async () => {
    expect(await run(Buffer.from('x'))).toMatchObject({
      exit: importExit.refused,
      err: expect.stringContaining('打不开') as string,
    });
    expect(await run(null)).toMatchObject({ exit: importExit.refused, err: expect.stringContaining('用法') as string });
    expect((await run(null, '--kind', 'organizations', '/nowhere.xlsx')).exit).toBe(importExit.refused);
    expect((await run(null, '--kind', 'nobody', '/nowhere.xlsx')).err).toContain('NOBODY');
    expect((await run(await sample(), '--association', '无此协会')).err).toContain('--association');
    expect((await run(await sample(), '--nonsense')).exit).toBe(importExit.refused);
  });

  it('does not even read a file of 100 MB', async () => {
    const file = path.join(folder, 'large.xlsx');
    await writeFile(file, '');
    await truncate(file, 100 * 1024 * 1024);
    expect(await run(null, '--kind', 'organizations', file)).toMatchObject({
      exit: importExit.refused,
      err: expect.stringContaining('文件超过 20 MB 的上限') as string,
    });
  });

  it('writes 2,000 rows in one go', async () => {
    const lines: Line[] = [['R', '协会党委', '功能型党委', '', '']];
    for (let i = 0; i < 2_000; i++)
      lines.push([`A${i}`, `第${i}党委`, '党委', i < 20 ? '协会党委' : `第${Math.floor(i / 20)}党委`, '领导', i % 90]);
    const bytes = await rosterOf(lines);
    const start = performance.now();
    const dry = await run(bytes, '--dry-run');
    const checked = performance.now();
    const { exit, err } = await run(bytes);
    const written = performance.now();
    console.info(
      `2,001 rows: checked in ${Math.round(checked - start)} ms, written in ${Math.round(written - checked)} ms`,
    );
    expect([dry.exit, exit, err, await standing(world)]).toEqual([0, 0, '', 2_001]);
  }, 90_000);
});
