import ExcelJS from 'exceljs';
import { choice, integer, text } from '../cells/readers';
import { ImportKind, type ImportDeclaration } from '../kind';
import { readWorkbook } from '../sheet/read-workbook';
import { templateOf } from './template';

const said = (zh: string) => ({ zh, en: zh });
const tiers = ['秘书处', '会员单位'];
const declaration = {
  kind: ImportKind.UNITS,
  name: said('单位名册'),
  fields: {
    name: {
      name: said('单位名称'),
      synonyms: [],
      need: 'VALUE',
      read: text(),
      help: said('全称。'),
      example: '=SUM(A1)',
    },
    tier: {
      name: said('所属层面'),
      synonyms: [],
      need: 'HEADING',
      read: choice({ A: [tiers[0]!], B: [tiers[1]!] }, 'UNKNOWN'),
      choices: tiers,
      help: said('从下拉列表中选择。'),
      example: '秘书处',
    },
    count: {
      name: said('人数'),
      synonyms: [],
      need: 'OPTIONAL',
      read: integer({ min: 0, max: 9 }),
      help: said('只填数字。'),
    },
  },
} as unknown as ImportDeclaration;

/** As Excel itself opens it. */
async function opened(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await templateOf(declaration)) as unknown as ExcelJS.Buffer);
  return workbook;
}

describe('a template', () => {
  it('has a heading for each field, what must be filled marked, each with a note', async () => {
    const sheet = (await opened()).worksheets[0]!;
    const headings = sheet.getRow(3);
    expect([2, 3, 4].map((column) => headings.getCell(column).text)).toEqual(['单位名称*', '所属层面', '人数']);
    const notes = [2, 3, 4].map((column) => headings.getCell(column).note);
    expect(JSON.stringify(notes)).toMatch(/全称。.*从下拉列表中选择。.*只填数字。/);
  });

  it('offers the values of a field in a drop-down, in every row to be filled, and refuses others', async () => {
    const workbook = await opened();
    const sheet = workbook.worksheets[0]!;
    for (const row of [4, 5, 1_000, 2_003]) {
      const { dataValidation } = sheet.getCell(row, 3);
      expect(dataValidation).toMatchObject({ type: 'list', allowBlank: true, showErrorMessage: true });
      expect(dataValidation.formulae).toEqual(['选项!$A$1:$A$2']);
      expect(dataValidation.error).toContain('秘书处、会员单位');
      expect(sheet.getCell(row, 2).dataValidation).toBeUndefined();
    }
    const lists = workbook.getWorksheet('选项')!;
    expect(lists.state).toBe('veryHidden');
    expect([1, 2].map((row) => lists.getCell(row, 1).text)).toEqual(tiers);
  });

  it('keeps what is typed as text, and writes no formula', async () => {
    const sheet = (await opened()).worksheets[0]!;
    expect([2, 3, 4].map((column) => sheet.getColumn(column).numFmt)).toEqual(['@', '@', '@']);
    const example = sheet.getCell(4, 2);
    expect([example.type, example.value]).toEqual([ExcelJS.ValueType.String, "'=SUM(A1)"]);
  });

  it('is read back without its drop-downs, its example left out', async () => {
    const [sheet, ...others] = await readWorkbook(await templateOf(declaration));
    expect(others).toEqual([]);
    expect(sheet!.rows.map((row) => row.row)).toEqual([1, 2, 3, 4]);
  });
});
