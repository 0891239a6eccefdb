import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';
import { packArchive } from './archive';
import { readWorkbook } from './read-workbook';
import { sheetLimits } from './sheet';
import { letters, madeParts, madeWorkbook, rowsXml } from './trial/made-workbook';
import { ReadingApart } from './trial/read-apart';

const reason = async (bytes: Buffer): Promise<string> => {
  try {
    await readWorkbook(bytes);
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
};
const sheet = (data: string, after = '') => madeWorkbook({ sheets: [{ name: 's', data, after }] });

describe('files that nobody should read', () => {
  it('refuses what is no workbook, in words', async () => {
    expect(await reason(Buffer.from('not a zip'))).toBe('WORKBOOK_UNREADABLE');
    expect(await reason(Buffer.alloc(0))).toBe('WORKBOOK_UNREADABLE');
    expect(await reason(packArchive(new Map([['readme.txt', Buffer.from('x')]])))).toBe('WORKBOOK_UNREADABLE');
    expect(await reason(madeWorkbook({ sheets: [] }))).toBe('WORKBOOK_EMPTY');
    expect(await reason(sheet(''))).toBe('WORKBOOK_EMPTY');
    expect(await reason(sheet('<row r="1"><c r="A1"><v>1</v></row>'))).toBe('WORKBOOK_UNREADABLE');
  });

  it('refuses a workbook cut off at any point', async () => {
    const whole = await readFile(path.join(import.meta.dirname, '../../fixtures/organizations.xlsx'));
    const cuts = [30, 1000, Math.floor(whole.length / 2), whole.length - 100, whole.length - 1];
    const reasons = await Promise.all(cuts.map((end) => reason(whole.subarray(0, end))));
    expect(reasons).toEqual(cuts.map(() => 'WORKBOOK_UNREADABLE'));
    expect(await reason(whole)).toBe('read');
  });

  it('refuses passwords, old formats and macros', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await reason(ole)).toBe('WORKBOOK_PROTECTED');
    const macro = madeWorkbook({ sheets: [{ name: 's', data: rowsXml([['a']]) }], more: { 'xl/vbaProject.bin': 'x' } });
    expect(await reason(macro)).toBe('WORKBOOK_HAS_MACROS');
  });

  it('refuses a zip bomb although its directory lies about the size', async () => {
    const bomb = bombed('xl/sharedStrings.xml', Buffer.alloc(sheetLimits.bytes + 7, '<!---->'), 10);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await reason(bomb)).toBe('WORKBOOK_TOO_LARGE');
  });

  it('refuses more rows and columns than a roster has', async () => {
    const rows = rowsXml(Array.from({ length: sheetLimits.rows + 1 }, () => ['a']));
    expect(await reason(sheet(rows))).toBe('SHEET_TOO_MANY_ROWS');
    expect(await reason(sheet(rowsXml([Array<string>(sheetLimits.columns + 1).fill('a')])))).toBe(
      'SHEET_TOO_MANY_COLUMNS',
    );
    const wide = Array.from({ length: 100_000 }, (_, i) => `<c r="${letters(i + 1)}1"><v>1</v></c>`).join('');
    expect(await reason(sheet(`<row r="1">${wide}</row>`))).toBe('SHEET_TOO_MANY_COLUMNS');
    expect(await reason(sheet(rowsXml([Array<string>(sheetLimits.columns).fill('a')])))).toBe('read');
  });

  it('is not drawn out by ranges over a million rows', async () => {
    const after = `<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>
      <dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
    const workbook = '<definedNames><definedName name="all">s!$A$1:$XFD$1048576</definedName></definedNames>';
    const styled = Array.from(
      { length: 50_000 },
      (_, i) => `<row r="${i + 9}" s="1"><c r="A${i + 9}" s="1"/></row>`,
    ).join('');
    const data = rowsXml([['a', 'b']]) + styled;
    const start = performance.now();
    const [read] = await readWorkbook(madeWorkbook({ sheets: [{ name: 's', data, after }], workbook }));
    expect(read!.rows.map((row) => [...row.cells.values()].map((cell) => cell.text))).toEqual([
      Array<string>(sheetLimits.columns).fill('a'),
    ]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('keeps what cells say and not the file around them', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed / 1024 / 1024;
    };
    const padding = `<!--${'-'.repeat(16_000)}-->`;
    const cell = (i: number): string => `<c t="inlineStr"><is><t>第${i}号基层党支部委员会全体党员</t></is></c>`;
    const bytes = sheet(Array.from({ length: 1_000 }, (_, i) => `<row>${cell(i)}${padding}</row>`).join(''));
    const before = held();
    const [read] = await readWorkbook(bytes);
    // sixteen megabytes were read, and each text was a piece of them
    expect(held() - before).toBeLessThan(4);
    expect(read!.rows[999]!.cells.get(1)!.text).toBe('第999号基层党支部委员会全体党员');
  });

  it('takes no document type, no entity and nothing deeper than a workbook is', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const strings = (xml: string) =>
      reason(packArchive(new Map([...simple(), ['xl/sharedStrings.xml', Buffer.from(xml)]])));
    expect(await strings('<sst><si><t>a</t></si></sst>')).toBe('read');
    expect(await strings(`${laughs}<sst><si><t>&b;</t></si></sst>`)).toBe('WORKBOOK_UNREADABLE');
    expect(await strings('<sst><si><t>&b;</t></si></sst>')).toBe('WORKBOOK_UNREADABLE');
    expect(await strings('<a>'.repeat(100_000) + '</a>'.repeat(100_000))).toBe('WORKBOOK_UNREADABLE');
    expect(await strings(`<sst a="${'x'.repeat(1_000_000)}"/>`)).toBe('WORKBOOK_UNREADABLE');
    expect(await strings('<sst><si><t>a</si></t></sst>')).toBe('WORKBOOK_UNREADABLE');
    expect(await strings('<sst><si><t>a</t></si>')).toBe('WORKBOOK_UNREADABLE');
  });

  it('takes no second entry of a name', async () => {
    expect(await reason(twice('xl/workbook.xml'))).toBe('WORKBOOK_UNREADABLE');
  });

  it('takes no rows outside of a sheet and no ranges over each other', async () => {
    const cell = '<c t="inlineStr"><is><t>a</t></is></c>';
    for (const row of ['0', '-1', '1.5', 'x', '1048577'])
      expect(await reason(sheet(`<row r="${row}">${cell}</row>`))).toBe('WORKBOOK_UNREADABLE');
    const ranges = '<mergeCell ref="A1:CV400"/>'.repeat(300);
    const rows = rowsXml(Array.from({ length: 400 }, () => ['a']));
    expect(await reason(sheet(rows, `<mergeCells>${ranges}</mergeCells>`))).toBe('WORKBOOK_UNREADABLE');
  });
});

/** Each in a process of its own that would die of more than a few tens of megabytes. */
describe('what reading costs', () => {
  let apart: ReadingApart;
  beforeAll(async () => (apart = await ReadingApart.begin()));
  afterAll(() => apart.end());

  const million = (row: (i: number) => string) =>
    Buffer.from(Array.from({ length: 1_000_000 }, (_, i) => row(i + 2)).join(''));
  const inSheet = (data: Buffer) => {
    const [before, after] = [
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>',
      '</sheetData></worksheet>',
    ];
    return Buffer.concat([Buffer.from(before), data, Buffer.from(after)]);
  };
  const files: readonly (readonly [what: string, outcome: string, bytes: () => Buffer])[] = [
    [
      'a zip bomb',
      'WORKBOOK_TOO_LARGE',
      () => bombed('xl/sharedStrings.xml', Buffer.alloc(sheetLimits.bytes * 4, '<!---->'), 10),
    ],
    [
      'a million blank formatted rows',
      '1 rows',
      () =>
        bombed('xl/worksheets/sheet1.xml', inSheet(million((i) => `<row r="${i}" s="1"><c r="A${i}" s="1"/></row>`))),
    ],
    [
      'a sheet with 16,384 columns',
      'SHEET_TOO_MANY_COLUMNS',
      () =>
        sheet(
          Array.from({ length: 20 }, (_, i) => {
            const cells = Array.from({ length: 16_384 }, (_, c) => `<c r="${letters(c + 1)}${i + 1}"><v>1</v></c>`);
            return `<row r="${i + 1}">${cells.join('')}</row>`;
          }).join(''),
        ),
    ],
    [
      'millions of shared texts',
      'WORKBOOK_TOO_LARGE',
      () => bombed('xl/sharedStrings.xml', Buffer.from(`<sst>${'<si><t>x</t></si>'.repeat(3_000_000)}</sst>`)),
    ],
    [
      'few long shared texts in every cell',
      'WORKBOOK_TOO_LARGE',
      () => {
        const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`;
        const strings = `<si><t>${'长'.repeat(30_000)}</t></si>`;
        return madeWorkbook({ sheets: [{ name: 's', data: row.repeat(2_000) }], strings });
      },
    ],
    [
      'a text without end',
      'WORKBOOK_UNREADABLE',
      () => sheet(`<row><c t="str"><v>${'x'.repeat(40_000_000)}</v></c></row>`),
    ],
    [
      'a file of 100 MB whose roster is small',
      '1 rows',
      () => packArchive(new Map([...simple(), ['xl/media/image1.png', Buffer.alloc(100 * 1024 * 1024, 7)]])),
    ],
    [
      '20,000 rows',
      '20000 rows',
      () =>
        sheet(rowsXml(Array.from({ length: 20_000 }, (_, i) => [`DZ${i}`, `第${i}党支部`, '党支部', '2019-02-01', i]))),
    ],
  ];

  it.each(files)(
    '%s: %s',
    async (what, outcome, bytes) => {
      const read = await apart.read(bytes());
      console.info(`${what}: ${read.outcome}, ${read.megabytes} MB more`);
      expect(read.outcome).toBe(outcome);
      expect(read.megabytes).toBeLessThan(80);
    },
    60_000,
  );
});

const simple = () => madeParts({ sheets: [{ name: 's', data: rowsXml([['a']]) }] });

/** A workbook with one part deflated, whose size is what we say it is. */
function bombed(name: string, content: Buffer, claimed = content.length): Buffer {
  const bytes = packArchive(new Map([...simple(), [name, deflateRawSync(content, { level: 9 })]]));
  const central = bytes.lastIndexOf(name) - 46;
  const local = bytes.readUInt32LE(central + 42);
  for (const [at, offset] of [
    [local, 4],
    [central, 6],
  ] as const) {
    bytes.writeUInt16LE(8, at + offset + 4);
    bytes.writeUInt32LE(claimed, at + offset + 18);
  }
  return bytes;
}

function twice(name: string): Buffer {
  const other = name.replace(/.$/, '_');
  const bytes = packArchive(new Map([name, other].map((one) => [one, Buffer.from('<workbook/>')])));
  return Buffer.from(bytes.toString('latin1').replaceAll(other, name), 'latin1');
}
