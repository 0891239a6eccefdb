import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWorkbook } from './excel';
import { readWorkbook } from './read-workbook';
import type { Sheet } from './sheet';
import { madeWorkbook, rowsXml } from './trial/made-workbook';

const fixture = (name: string): Promise<Buffer> => readFile(path.join(import.meta.dirname, '../../fixtures', name));

const texts = (sheet: Sheet | undefined, row: number): string[] =>
  [...(sheet?.rows.find((one) => one.row === row)?.cells.values() ?? [])]
    .sort((a, b) => a.column - b.column)
    .map((cell) => cell.text);

const cells = (data: string, after?: string): Promise<Sheet[]> =>
  readWorkbook(madeWorkbook({ sheets: [{ name: '名册', data, ...(after && { after }) }] }));

describe('reading a roster as staff keep it', () => {
  it('keeps row numbers, texts, numbers and dates', async () => {
    const [sheet] = await readWorkbook(await fixture('organizations.xlsx'));
    expect(sheet!.rows.map((row) => row.row)).toEqual(Array.from({ length: 190 }, (_, i) => i + 1));
    const row = [...sheet!.rows[13]!.cells.values()].map((cell) => [cell.column, cell.kind, cell.text]);
    expect(row).toEqual([
      [1, 'number', '11'],
      [2, 'text', 'DZ0011'],
      [3, 'text', '秘书处国际合作部党支部'],
      [4, 'text', '党支部'],
      [5, 'text', '协会秘书处机关党总支'],
      [6, 'text', '领导'],
      [7, 'text', '秘书处'],
      [8, 'date', '2006-03-10'],
      [9, 'number', '3'],
      [10, 'number', '15'],
    ]);
  });

  it('fills vertically merged cells down and skips blank rows', async () => {
    const [sheet] = await readWorkbook(await fixture('units.xlsx'));
    const tiers = sheet!.rows.filter((row) => row.row >= 5 && row.row <= 10).map((row) => row.cells.get(4)!);
    expect(tiers.map((cell) => cell.text)).toEqual(Array<string>(6).fill('会办企业'));
    expect(tiers.map((cell) => cell.merged ?? false)).toEqual([false, true, true, true, true, true]);
    const numbers = sheet!.rows.map((row) => row.row);
    expect(numbers).toHaveLength(325);
    expect(numbers.at(-1)).toBe(328);
  });

  it('tells ID numbers stored as numbers from those stored as texts', async () => {
    const [sheet] = await readWorkbook(await fixture('members.xlsx'));
    const kindIn = (row: number) => sheet!.rows.find((one) => one.row === row)!.cells.get(5)!.kind;
    expect([kindIn(4), kindIn(44), kindIn(441)]).toEqual(['text', 'number', 'number']);
  });
});

describe('cells of all kinds', () => {
  it('gives the cached result of a formula, and an error where there is none', async () => {
    const [sheet] = await cells(
      `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
       <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>NOW()</f></c><c r="E1" t="b"><v>1</v></c>
       <c r="F1" s="1"><v>43497</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="str"><f>IF(A1=3,1,"")</f><v></v></c>
       <c r="I1" t="d"><v>2019-02-01T00:00:00</v></c></row>`,
    );
    const row = [...sheet!.rows[0]!.cells.values()];
    expect(row.map((cell) => [cell.kind, cell.text, cell.formula ?? false])).toEqual([
      ['number', '2', true],
      ['text', 'ab', true],
      ['error', '#DIV/0!', true],
      ['error', '#N/A', true],
      ['boolean', 'TRUE', false],
      ['date', '2019-02-01', false],
      ['error', '#N/A', false],
      // the formula that gave nothing is blank
      ['date', '2019-02-01', false],
    ]);
  });

  it('joins rich text, trims what nobody sees, and drops empty texts', async () => {
    const strings = `<si><r><t>党</t></r><r><t>总支</t></r></si><si><t></t></si><si><rPh sb="0" eb="1"><t>míng</t></rPh><t>\u3000 名称\u200b\u00a0</t></si>`;
    const data = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>`;
    const [sheet] = await readWorkbook(madeWorkbook({ sheets: [{ name: 's', data }], strings }));
    expect(sheet!.rows).toHaveLength(1);
    expect([...sheet!.rows[0]!.cells.values()].map((cell) => [cell.column, cell.text])).toEqual([
      [1, '党总支'],
      [3, '名称'],
    ]);
  });

  it('knows days by the formats of cells, counted from 1900 or 1904', async () => {
    const formats = [
      'yyyy"年"m"月"d"日"',
      '[$-804]yyyy/m/d;@',
      '#,##0.00_);[Red]("小时"0)',
      '[h]:mm',
      '0"d"',
      'General',
    ];
    const styles = `<styleSheet><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs>${[0, 14, 31, 57, 49, ...formats.map((_, i) => 200 + i)].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    const data = `<row r="1">${Array.from({ length: 11 }, (_, i) => `<c s="${i}"><v>43497.75</v></c>`).join('')}</row>`;
    const more = { 'xl/styles.xml': styles };
    const [sheet] = await readWorkbook(madeWorkbook({ sheets: [{ name: 's', data }], more }));
    const kinds = [...sheet!.rows[0]!.cells.values()].map(({ kind }) => kind);
    const [n, d] = ['number', 'date'];
    expect(kinds).toEqual([n, d, d, d, n, d, d, n, d, n, n]);
    expect(texts(sheet, 1)[1]).toBe('2019-02-01');
    const workbook = '<workbookPr date1904="1"/>';
    const [other] = await readWorkbook(madeWorkbook({ sheets: [{ name: 's', data }], more, workbook }));
    expect(texts(other, 1)[1]).toBe('2023-02-02');
  });

  it('fills merged ranges down and right, and takes a row of nothing else for blank', async () => {
    const data = rowsXml([
      ['a', null, 'x'],
      [null, null, 'y'],
      [null, null, null],
      [null, null, 'z'],
    ]);
    const [sheet] = await cells(data, '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>');
    expect(sheet!.rows.map((row) => row.row)).toEqual([1, 2, 4]);
    expect([texts(sheet, 1), texts(sheet, 2), texts(sheet, 4)]).toEqual([['a', 'a', 'x'], ['a', 'a', 'y'], ['z']]);
  });

  it('reads tags under a prefix and passes over hidden sheets', async () => {
    const sheets = [
      { name: '草稿', state: 'hidden' as const, data: rowsXml([['草稿']]) },
      { name: '名册', data: rowsXml([['编码', 'DZ1']]) },
    ];
    const read = await readWorkbook(madeWorkbook({ sheets, prefix: 'x' }));
    expect(read.map((sheet) => [sheet.name, texts(sheet, 1)])).toEqual([['名册', ['编码', 'DZ1']]]);
  });

  it('leaves a text that looks like a formula a text', async () => {
    const [sheet] = await cells(rowsXml([["=cmd|'/c calc'!A0", '+1', '@SUM(A1)']]));
    expect([...sheet!.rows[0]!.cells.values()].map((cell) => [cell.kind, cell.text, cell.formula])).toEqual([
      ['text', "=cmd|'/c calc'!A0", undefined],
      ['text', '+1', undefined],
      ['text', '@SUM(A1)', undefined],
    ]);
  });
});

describe('writing workbooks', () => {
  it('comes back as it went in, formulas made inert', async () => {
    const rows = [
      ['=1+1', '-3', '普通', 62, null],
      ['@x', '+86', "'quoted", 0, 'z'],
    ];
    const bytes = await writeWorkbook({
      name: '名册',
      title: '标题',
      notes: ['说明'],
      columns: ['甲', '乙', '丙', '丁', '戊'].map((heading) => ({ heading })),
      rows,
    });
    const [sheet] = await readWorkbook(bytes);
    expect(texts(sheet, 1)).toEqual(Array<string>(5).fill('标题'));
    expect([texts(sheet, 3), texts(sheet, 4), texts(sheet, 5)]).toEqual([
      ['甲', '乙', '丙', '丁', '戊'],
      ['=1+1', '-3', '普通', '62'],
      ['@x', '+86', "'quoted", '0', 'z'],
    ]);
    const raw = await rawStrings(bytes);
    expect(raw).toContain("'=1+1");
    expect(raw).not.toContain('<f>');
  });
});

/** The file as it lies there, so that what a spreadsheet program sees is looked at, too. */
async function rawStrings(bytes: Buffer): Promise<string> {
  const { openArchive } = await import('./archive');
  const { sheetLimits } = await import('./sheet');
  const archive = openArchive(bytes, sheetLimits);
  let raw = '';
  for (const path of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])
    for await (const piece of archive.text(path)) raw += piece;
  return raw.replaceAll('&apos;', "'");
}
