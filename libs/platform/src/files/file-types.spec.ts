import ExcelJS from 'exceljs';
import { fileType, safeName } from './file-types';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const workbook = async (): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('党组织').addRow(['名称']);
  return Buffer.from(await book.xlsx.writeBuffer());
};

it('takes what its extension says, in either case', async () => {
  expect(fileType('名册.XLSX', await workbook())).toMatch(/spreadsheetml/);
  expect(fileType('a.png', png)).toBe('image/png');
  expect(fileType('a.csv', Buffer.from('名称,编码\n'))).toBe('text/csv');
  expect(fileType('gb.csv', Buffer.from([0xb5, 0xb3, 0xd7, 0xe9, 0xd6, 0xaf, 0x2c, 0x0a]))).toBe('text/csv');
});

it.each(['a.exe', 'a.html', 'a.svg', 'a.xlsm', 'noextension', 'a.csv.exe', 'a.constructor'])('refuses %s', (name) => {
  expect(() => fileType(name, png)).toThrow(/not accepted/);
});

it('refuses contents of another kind, empty files and zips that are no workbook', async () => {
  const content = await workbook();
  expect(() => fileType('a.pdf', png)).toThrow(/not what its extension says/);
  expect(() => fileType('a.docx', content)).toThrow(/not what its extension says/);
  expect(() => fileType('a.csv', Buffer.from([0x41, 0, 0x42]))).toThrow(/not what its extension says/);
  expect(() => fileType('a.csv', Buffer.alloc(0))).toThrow(/empty/);
  for (let cut = 4; cut < content.length; cut += 501)
    expect(() => fileType('a.xlsx', content.subarray(0, cut))).toThrow(/not what its extension says/);
});

/** A zip whose central directory names these entries, empty ones. */
function zipOf(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const [first, directory, end] = [Buffer.alloc(30), Buffer.concat(entries), Buffer.alloc(22)];
  first.writeUInt32LE(0x04034b50, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(first.length, 16);
  return Buffer.concat([first, directory, end]);
}

it('takes presentations and archives of what may be uploaded', () => {
  expect(fileType('讲稿.pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'))).toMatch(/presentationml/);
  expect(fileType('照片.zip', zipOf('照片/一.jpg', '说明.docx'))).toBe('application/zip');
  expect(() => fileType('a.zip', Buffer.from([0x50, 0x4b, 3, 4, 0]))).toThrow(/not what its extension says/);
});

it.each(['安装.exe', 'a/run.BAT', 'x.js', '名册.xlsm', 'setup.msi', 'b.lnk'])(
  'refuses an archive that holds the program %s',
  (entry) => expect(() => fileType('a.zip', zipOf('说明.txt', entry))).toThrow(/holds a program, a script or a macro/),
);

it('refuses macros in a document that is called one without, and archives within archives', () => {
  const macros = zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin');
  expect(() => fileType('a.docx', macros)).toThrow(/macro \(word\/vbaProject.bin\)/);
  expect(() => fileType('a.zip', zipOf('b.7z'))).toThrow(/another archive \(b.7z\)/);
});

it.each([
  ['../../etc/passwd.csv', 'passwd.csv'],
  ['C:\\党员\\名册.xlsx', '名册.xlsx'],
  ['.htaccess', 'htaccess'],
  ['a\u202excod.exe\u0000.csv', 'axcod.exe.csv'],
  ['a"b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
  ['', 'file'],
  [`${'党'.repeat(400)}.xlsx`, `${'党'.repeat(145)}.xlsx`],
])('cleans %j', (name, clean) => expect(safeName(name)).toBe(clean));
