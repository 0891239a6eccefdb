import { readWorkbook, writeWorkbook } from '@dangwu/imports';
import { createWorld, Imports, type Actor, type World } from '@dangwu/testing';
import { CycleStage } from '../../cycle/cycle.enums';
import { arrangeCycle, type ArrangedCycle } from '../../trial/arrange-cycle';
import { lineOf, Sheets } from '../../trial/sheets';

type Line = (string | null)[];
interface Became {
  readonly taken: boolean;
  readonly total: number;
  readonly changed: number;
  readonly faults: readonly {
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly found: string | null;
  }[];
}

const headings = ['序号', '考核对象', '指标', '怎么填', '评分', '评分理由', '下载时版本', '指标编号', '对象编号'];
const [subject, score, comment, version, node, assessment] = [1, 4, 5, 6, 7, 8];

describe('the workbook of a scorer', () => {
  let world: World;
  let sheets: Sheets;
  let branches: { id: string }[];
  let expert: Actor;
  let cycle: ArrangedCycle;
  beforeAll(async () => {
    world = await createWorld();
    sheets = new Sheets(world);
    branches = [await world.branch('第一党支部'), await world.branch('第二党支部'), await world.branch('第三党支部')];
    expert = await world.account('EXPERT', world.root);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    cycle = await arrangeCycle(world, {
      stage: CycleStage.EXPERT_REVIEW,
      subjects: branches,
      scorers: [{ actor: expert, recused: [branches[2]!.id] }],
    });
  });

  const get = (as = 'EXPERT', actor: Actor = expert): Promise<Response> =>
    new Imports(world, actor).download(`/files/assessment-scores/${cycle.id}/${as}.xlsx`);
  /** By subject and indicator, whatever order the ids have. */
  const sorted = (lines: readonly Line[]): Line[] => {
    const place = (line: Line): string =>
      `${['第一党支部', '第二党支部'].indexOf(line[subject]!)} ${['drive.study', 'base.files'].indexOf(line[node]!)}`;
    return lines.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  };
  const download = async (as = 'EXPERT', actor: Actor = expert): Promise<Line[]> => {
    const [sheet] = await readWorkbook(Buffer.from(await (await get(as, actor)).arrayBuffer()));
    const lines = sheet!.rows.map(({ cells }) => headings.map((_, i) => cells.get(i + 1)?.text ?? null));
    const head = lines.findIndex((line) => line.includes('对象编号'));
    expect(lines[head]).toEqual(headings);
    return sorted(lines.slice(head + 1));
  };
  const handIn = async (lines: readonly Line[], actor: Actor = expert, columns = headings): Promise<Became> => {
    const content = await writeWorkbook({
      name: '评分表',
      columns: columns.map((heading) => ({ heading })),
      rows: lines,
    });
    const fileId = await new Imports(world, actor).upload(content, '评分表.xlsx');
    const document = `mutation ($input: ImportAssessmentScoresInput!) { importAssessmentScores(input: $input) {
      taken total changed faultCount faults { row column code found message { zh en } advice { zh en } } } }`;
    const input = { cycleId: cycle.id, as: 'EXPERT', fileId };
    return (await world.as(actor).mutate<{ importAssessmentScores: Became }>(document, { input }))
      .importAssessmentScores;
  };
  const changed = (lines: readonly Line[], at: number, ...cells: [number, string | null][]): Line[] =>
    lines.map((line, i) => (i === at ? cells.reduce((all, [column, text]) => all.with(column, text), line) : line));

  it('holds every indicator of everybody to score, is filled in and handed in; twice it changes nothing', async () => {
    const lines = await download();
    expect(lines.map((line) => [line[subject], line[node]])).toEqual(
      ['第一党支部', '第二党支部'].flatMap((name) => ['drive.study', 'base.files'].map((key) => [name, key])),
    );
    let filled = changed(lines, 0, [score, '18.50'], [comment, '少 1 次']);
    filled = changed(filled, 3, [score, '较好'], [comment, '缺 1 册']);
    expect(await handIn(filled)).toMatchObject({ taken: true, total: 4, changed: 2, faults: [] });
    expect(lineOf(await sheets.read(cycle.assessments[0]!, 'EXPERT', expert), 'drive.study').own).toMatchObject({
      points: '18.50',
      comment: '少 1 次',
    });
    expect(lineOf(await sheets.read(cycle.assessments[1]!, 'EXPERT', expert), 'base.files').own).toMatchObject({
      level: 'FAIR',
    });
    expect(await handIn(filled)).toMatchObject({ taken: true, changed: 0 });
    // columns in another order, with one of one's own between them, are found by their headings
    const moved = (await download()).map((line) => [
      line[8]!,
      line[7]!,
      '我记的',
      line[4]!,
      line[5]!,
      line[6]!,
      line[1]!,
    ]);
    expect(
      await handIn(moved, expert, ['对象编号', '指标编号', '草稿', '评分', '评分理由', '下载时版本', '考核对象']),
    ).toMatchObject({ taken: true, changed: 0 });
  });

  it('tells all that is wrong at once, and nothing of it is written', async () => {
    const lines = await download();
    const faulty = [
      lines[0]!.with(score, '20.5'),
      lines[1]!.with(score, '很好'),
      lines[0]!.with(score, '18'),
      lines[2]!.with(subject, '第九党支部').with(score, '18'),
      lines[3]!.with(assessment, cycle.assessments[2]!).with(score, '好'),
      lines[3]!.with(node, 'drive.late').with(score, '1'),
      lines[3]!.with(assessment, null),
      lines[3]!.with(score, '好'),
    ];
    const became = await handIn(faulty);
    expect(became).toMatchObject({ taken: false, changed: 0 });
    expect(became.faults.map(({ row, column, code, found }) => [row, column, code, found])).toEqual([
      [2, '评分', 'VALUE_WRONG', '20.5'],
      [3, '评分', 'VALUE_WRONG', '很好'],
      [4, '指标编号', 'ROW_TWICE', 'drive.study'],
      [5, '考核对象', 'SUBJECT_DIFFERS', '第九党支部'],
      [6, '对象编号', 'NOT_TO_SCORE', cycle.assessments[2]],
      [7, '指标编号', 'NOT_ASKED', 'drive.late'],
      [8, '对象编号', 'ID_MISSING', null],
    ]);
    expect((await sheets.read(cycle.assessments[1]!, 'EXPERT', expert)).filled).toBe(0);
  });

  it('takes nothing back that was said since the download, and nothing of a sheet that was handed in', async () => {
    const [first, second] = cycle.assessments as [string, string];
    const lines = await download();
    await sheets.save(first, 'EXPERT', expert, { 'drive.study': { points: '19', comment: '好' } });
    // untouched rows change nothing
    expect(await handIn(lines)).toMatchObject({ taken: true, changed: 0 });
    const conflict = await handIn(changed(lines, 0, [score, '17'], [comment, '改']));
    expect(conflict).toMatchObject({ taken: false, faults: [{ row: 2, code: 'CHANGED_SINCE', found: '17' }] });
    await sheets.fill(second, 'EXPERT', expert);
    await sheets.submit(second, 'EXPERT', expert);
    const again = await download();
    const closed = await handIn(changed(again, 2, [score, '1'], [comment, '改']));
    expect(closed).toMatchObject({ taken: false, faults: [{ row: 4, code: 'SHEET_CLOSED' }] });
    expect(again[0]![version]).toBe('1');
  });

  it('is of whoever scores, and one’s own file', async () => {
    const stranger = await world.account('EXPERT', world.root);
    expect((await get('EXPERT', stranger)).status).toBe(404);
    expect((await get('NOBODY')).status).toBe(400);
    const lines = await download();
    await expect(handIn(lines, stranger)).rejects.toMatchObject({ reason: 'NOTHING_TO_SCORE' });
    const theirs = await new Imports(world, stranger).upload(
      await writeWorkbook({ name: '评分表', columns: headings.map((heading) => ({ heading })), rows: lines }),
      '评分表.xlsx',
    );
    const document = `mutation ($input: ImportAssessmentScoresInput!) { importAssessmentScores(input: $input) { taken } }`;
    const input = { cycleId: cycle.id, as: 'EXPERT', fileId: theirs };
    await expect(world.as(expert).mutate(document, { input })).rejects.toMatchObject({ reason: 'SCORES_FILE_UNKNOWN' });
  });
});
