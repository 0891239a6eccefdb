import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { integer, text } from '../cells/readers';
import type { ImportField } from '../kind';
import { readWorkbook } from '../sheet/read-workbook';
import { madeWorkbook, rowsXml, type MadeSheet } from '../sheet/trial/made-workbook';
import { findTable, unknownHeadings, type MappingOverride } from './find-table';
import { comparable, comparableHeading } from './normalize';
import type { RememberedMapping } from './headings';

const field = (zh: string, synonyms: string[], need: ImportField['need']): ImportField => ({
  name: { zh, en: zh },
  synonyms,
  need,
  read: need === 'OPTIONAL' ? integer({ min: 0, max: 9 }) : text(),
  help: { zh, en: zh },
});
const fields = {
  code: field('编码', ['代码', '党组织编码'], 'VALUE'),
  name: field('党组织名称', ['名称'], 'VALUE'),
  parent: field('上级党组织', ['上级'], 'HEADING'),
  count: field('党员人数', ['党员数'], 'OPTIONAL'),
};
type Rows = (string | number | null)[][];
const find = async (
  rows: Rows,
  options: { after?: string; remembered?: RememberedMapping; override?: MappingOverride } = {},
) => {
  const data = rowsXml(rows);
  const sheet: MadeSheet = { name: 's', data, ...(options.after && { after: options.after }) };
  return findTable(await readWorkbook(madeWorkbook({ sheets: [sheet] })), fields, options.remembered, options.override);
};
const head = ['序号', '编码', '党组织名称', '上级党组织', '党员人数'];
const rows: Rows = [
  [1, 'A1', '甲党委', null, 3],
  [2, 'A2', '乙党支部', '甲党委', 4],
];
const keys = (table: Awaited<ReturnType<typeof find>>) => table.columns.map((one) => one.field);

describe('finding the table', () => {
  it('knows an example from a company called so', async () => {
    const table = await find([
      head,
      ['示例', 'A0', '党委', null, 1],
      ['示例：', 'A0', '党委', null, 1],
      ['示例制造公司', 'A1', '甲党委', null, 3],
      ...rows,
    ]);
    expect(table.rows.map((row) => row.row)).toEqual([4, 5, 6]);
    expect(table.skipped.map((row) => row.kind)).toEqual(['EXAMPLE', 'EXAMPLE']);
  });

  it('passes over titles and notes, and sets totals and what follows apart', async () => {
    const table = await find([
      ['某协会党组织名册（2026年度）'],
      ['填报单位：秘书处', null, null, '填报日期：2026.11.1'],
      head,
      ...rows,
      [null, null, null, null, null],
      [...head],
      [3, 'A3', '丙党支部', '甲党委', 5],
      ['合计', null, null, null, 12],
      ['注：党员人数为正式党员。'],
      ['填表人：张三', null, null, '审核：李四'],
    ]);
    expect(table.headingRow).toBe(3);
    expect(table.rows.map((row) => row.row)).toEqual([4, 5, 8]);
    expect(table.skipped.map((row) => [row.row, row.kind])).toEqual([
      [1, 'TITLE'],
      [2, 'NOTE'],
      [7, 'REPEATED_HEADING'],
      [9, 'TOTAL'],
      [10, 'NOTE'],
      [11, 'NOTE'],
    ]);
  });

  it('knows headings by other names, brackets, blanks, breaks and width', async () => {
    const table = await find([['Ｎｏ．', '党组织 编码*', '名 称', '上级\n党组织', '党员数（人）', '备注'], ...rows]);
    expect(keys(table)).toEqual([null, 'code', 'name', 'parent', 'count', null]);
    expect(unknownHeadings(table.columns)).toEqual([]);
  });

  it('finds columns in any order and headings far down', async () => {
    const notes: Rows = Array.from({ length: 12 }, (_, i) => [`说明第 ${i + 1} 条`]);
    const table = await find([...notes, ['上级', '党员人数', '编码', '名称'], ['甲党委', 4, 'A2', '乙党支部']]);
    expect([table.headingRow, keys(table)]).toEqual([13, ['parent', 'count', 'code', 'name']]);
  });

  it('takes the lower row of headings merged over two', async () => {
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const table = await find(
      [[...head.slice(0, 4), '党员情况', null], [null, null, null, null, '党员人数', '职工'], ...rows],
      {
        after: `<mergeCells count="4">${merges}</mergeCells>`,
      },
    );
    expect([table.headingRow, table.rows.map((row) => row.row)]).toEqual([2, [3, 4]]);
    expect(keys(table)).toEqual([null, 'code', 'name', 'parent', 'count', null]);
  });

  it('takes the sheet that explains most', async () => {
    const sheets: MadeSheet[] = [
      { name: '封面', data: rowsXml([['编码说明'], ['名称', '编码'], ['a', 'b']]) },
      { name: '名册', data: rowsXml([head, ...rows]) },
    ];
    expect(findTable(await readWorkbook(madeWorkbook({ sheets })), fields).sheet).toBe('名册');
  });

  it('lists what it does not know, and asks for what it needs by name', async () => {
    const table = await find([[...head, '党建联系点'], ...rows]);
    expect(unknownHeadings(table.columns)).toEqual(['党建联系点']);
    await expect(
      find([
        ['编码', '党组织名称', '主管'],
        ['A1', '甲', '乙'],
      ]),
    ).rejects.toMatchObject({
      name: 'HEADINGS_MISSING',
      params: { row: 1, headings: ['上级党组织'], unknown: ['主管'] },
    });
    await expect(
      find([
        ['完全', '无关'],
        ['a', 'b'],
      ]),
    ).rejects.toMatchObject({
      name: 'HEADINGS_NOT_FOUND',
      params: { headings: ['编码', '党组织名称', '上级党组织'] },
    });
  });

  it('obeys people: for this file, and as remembered from earlier ones', async () => {
    const odd: Rows = [
      ['编码', '党组织名称', '主管', '旧编码'],
      ['A1', '甲', '乙', 'X'],
    ];
    const chosen = await find(odd, { override: new Map([[3, 'parent']]) });
    expect(keys(chosen)).toEqual(['code', 'name', 'parent', null]);
    const swapped = await find(odd, {
      override: new Map([
        [3, 'parent'],
        [4, 'code'],
      ]),
    });
    expect(keys(swapped)).toEqual([null, 'name', 'parent', 'code']);
    const remembered = await find(odd, {
      remembered: new Map([
        ['主管', 'parent'],
        ['旧编码', null],
      ]),
    });
    expect(keys(remembered)).toEqual(['code', 'name', 'parent', null]);
    await expect(find(odd, { override: new Map([[3, 'nobody']]) })).rejects.toMatchObject({ name: 'MAPPING_UNKNOWN' });
  });

  it('finds the sample of units although nobody declared their kind here', async () => {
    const bytes = await readFile(path.join(import.meta.dirname, '../../fixtures/units.xlsx'));
    const units = { name: field('单位名称', [], 'VALUE'), uscc: field('统一社会信用代码', [], 'VALUE') };
    const table = findTable(await readWorkbook(bytes), units);
    expect([table.headingRow, table.rows.length, table.totals.map((row) => row.row)]).toEqual([3, 321, [328]]);
  });
});

describe('comparing', () => {
  it('takes for one what people take for one', () => {
    expect(comparable('示范 科技（１）\n党委')).toBe(comparable('示范科技(1)党委'));
    expect(comparable('甲〔2〕')).toBe(comparable('甲(2)'));
    expect(comparable('甲党委')).not.toBe(comparable('乙党委'));
    expect([comparableHeading('任期（年）*'), comparableHeading('(备注)')]).toEqual(['任期', '(备注)']);
  });
});
