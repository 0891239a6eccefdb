import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { packArchive } from './archive';
import { readWorkbook } from './excel';
import { sheetLimits } from './sheet';
import { letters, madeParts, madeWorkbook, rowsXml } from './trial/made-workbook';

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
    const zeros = Buffer.alloc(sheetLimits.bytes + 1, 0x20);
    const bomb = deflated('xl/sharedStrings.xml', zeros, { claimed: 10 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await reason(bomb)).toBe('WORKBOOK_TOO_LARGE');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
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

  it('takes no entity and no second entry of a name', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const parts = madeParts({ sheets: [{ name: 's', data: rowsXml([['a']]) }] });
    const strings = Buffer.from(`${laughs}<sst><si><t>&b;</t></si></sst>`);
    const read = await reason(packArchive(new Map([...parts, ['xl/sharedStrings.xml', strings]])));
    expect(['read', 'WORKBOOK_UNREADABLE']).toContain(read);
    const twice = packArchive(parts).toString('latin1').replaceAll('xl/styles.xml', 'xl/workbook.xml'.slice(0, 13));
    expect(await reason(Buffer.from(twice, 'latin1'))).not.toBe('INTERNAL');
    const same = deflatedTwice('xl/workbook.xml');
    expect(await reason(same)).toBe('WORKBOOK_UNREADABLE');
  });
});

/** One deflated entry whose sizes are what we say they are. */
function deflated(name: string, content: Buffer, { claimed }: { claimed: number }): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const stored = packArchive(new Map([[name, packed]]));
  const central = stored.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const [at, offset] of [
    [0, 4],
    [central, 6],
  ] as const) {
    stored.writeUInt16LE(8, at + offset + 4);
    stored.writeUInt32LE(claimed, at + offset + 18);
  }
  return stored;
}

function deflatedTwice(name: string): Buffer {
  const other = name.replace(/.$/, '_');
  const bytes = packArchive(new Map([name, other].map((one) => [one, Buffer.from('<workbook/>')])));
  return Buffer.from(bytes.toString('latin1').replaceAll(other, name), 'latin1');
}
