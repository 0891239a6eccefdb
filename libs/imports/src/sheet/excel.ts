import ExcelJS from 'exceljs';
import { importErrors } from '../imports.errors';
import { openArchive, packArchive } from './archive';
import { fillMerges } from './merges';
import { sheetLimits, type Cell, type Sheet, type SheetLimits, type SheetRow } from './sheet';
import { cleanSheet, cleanWorkbook, withoutPrefix } from './sheet-xml';

/**
 * The only file that knows exceljs (unmaintained since 2023, and still the best for styles, dates and drop-downs).
 * It never sees an upload: the parts are unpacked under caps, each sheet is cut down to its values, and only then read.
 */

/**
 * The visible worksheets of an .xlsx file that hold anything.
 *
 * @throws WORKBOOK_* and SHEET_TOO_MANY_* refusals, see `imports.errors.ts`
 */
export async function readWorkbook(bytes: Buffer, limits: SheetLimits = sheetLimits): Promise<Sheet[]> {
  const parts = openArchive(bytes, limits, (path) => commonPart.test(path) || sheetPart.test(path));
  const common = new Map<string, Buffer>();
  const sheets: string[] = [];
  for (const [path, part] of parts)
    if (sheetPart.test(path)) sheets.push(path);
    else common.set(path, Buffer.from(withoutPrefix(part.toString('utf8'))));
  const book = common.get('xl/workbook.xml');
  if (!book) throw importErrors.WORKBOOK_UNREADABLE();
  common.set('xl/workbook.xml', Buffer.from(cleanWorkbook(book.toString('utf8'))));
  if (sheets.length > limits.sheets) throw importErrors.WORKBOOK_TOO_LARGE({ limit: limits.bytes >> 20 });

  const read: Sheet[] = [];
  for (const path of sheets.sort((a, b) => number(a) - number(b))) {
    const name = /sheet\d+/.exec(path)![0];
    const clean = cleanSheet(parts.get(path)!.toString('utf8'), name, limits);
    if (clean.empty) continue;
    // one sheet at a time, so that its merged ranges are certainly its own
    const sheet = await load(new Map([...common, [path, Buffer.from(clean.xml)]]));
    if (sheet?.state !== 'visible') continue;
    const rows = fillMerges(rowsOf(sheet), clean.merges);
    if (rows.length) read.push({ name: sheet.name, rows });
  }
  if (read.length === 0) throw importErrors.WORKBOOK_EMPTY();
  return read;
}

const commonPart = /^(xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels)$/;
const sheetPart = /^xl\/worksheets\/sheet\d{1,6}\.xml$/;
const number = (path: string): number => Number(/(\d+)\.xml$/.exec(path)![1]);

async function load(parts: ReadonlyMap<string, Buffer>): Promise<ExcelJS.Worksheet | undefined> {
  const workbook = new ExcelJS.Workbook();
  try {
    // the library's types name the Buffer of an older @types/node
    await workbook.xlsx.load(packArchive(parts) as unknown as ExcelJS.Buffer);
  } catch {
    // whatever it stumbled over, the person can only save the file anew
    throw importErrors.WORKBOOK_UNREADABLE();
  }
  return workbook.worksheets[0];
}

function rowsOf(sheet: ExcelJS.Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, at) => {
    const cells = new Map<number, Cell>();
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const read = cellOf(column, cell.value);
      if (read) cells.set(column, read);
    });
    if (cells.size) rows.push({ row: at, cells });
  });
  return rows;
}

function cellOf(column: number, value: ExcelJS.CellValue): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return text(column, value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { column, kind: 'number', text: String(value), number: value } : undefined;
  }
  if (typeof value === 'boolean') return { column, kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) {
    const valid = !Number.isNaN(value.getTime());
    // a day in Excel has no zone; the library hands it over as midnight UTC
    return valid ? { column, kind: 'date', text: value.toISOString().slice(0, 10) } : error(column, '#VALUE!');
  }
  if ('richText' in value) return text(column, value.richText.map((run) => run.text).join(''));
  if ('error' in value) return error(column, value.error);
  if ('formula' in value || 'sharedFormula' in value) {
    const result = value.result === undefined ? undefined : cellOf(column, value.result as ExcelJS.CellValue);
    return { ...(result ?? error(column, '#N/A')), formula: true };
  }
  if ('hyperlink' in value) return cellOf(column, value.text as ExcelJS.CellValue);
  return undefined;
}

const error = (column: number, shown: string): Cell => ({ column, kind: 'error', text: shown });

function text(column: number, value: string): Cell | undefined {
  // zero-width characters come with texts pasted from web pages and chats
  const trimmed = value
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    // the mark that `inert` puts before a text when rows go out as a file
    .replace(/^'(?=[=+\-@])/, '');
  return trimmed === '' ? undefined : { column, kind: 'text', text: trimmed };
}

/** A column of a workbook to be written. */
export interface WrittenColumn {
  readonly heading: string;
  readonly width?: number;
  /** shown as a drop-down under the heading; other entries are refused by Excel itself */
  readonly choices?: readonly string[];
  /** shown when the heading's cell is pointed at */
  readonly note?: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly title?: string;
  readonly notes?: readonly string[];
  readonly columns: readonly WrittenColumn[];
  /** null leaves a cell blank; texts are written as texts whatever they begin with */
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

/** How many rows under the headings get drop-downs. */
const choiceRows = 2_000;

/** An .xlsx file with one sheet (and a hidden one that holds the lists behind its drop-downs). */
export async function writeWorkbook({ name, title, notes = [], columns, rows }: WrittenSheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  const span = (value: string, bold: boolean): void => {
    const row = sheet.addRow([value]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.font = { bold, size: bold ? 14 : 10 };
    row.alignment = { wrapText: true, vertical: 'middle', horizontal: bold ? 'center' : 'left' };
  };
  if (title) span(title, true);
  for (const note of notes) span(note, false);
  const head = sheet.addRow(columns.map((column) => column.heading));
  head.font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: head.number }];
  for (const values of rows) sheet.addRow(values.map((value) => (typeof value === 'string' ? inert(value) : value)));

  const lists = columns.some((column) => column.choices)
    ? workbook.addWorksheet('选项', { state: 'veryHidden' })
    : undefined;
  columns.forEach(({ width = 16, choices, note, heading }, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = width;
    // "@": Excel keeps codes, dates and numbers exactly as typed
    column.numFmt = '@';
    if (note) head.getCell(i + 1).note = note;
    if (!choices || !lists) return;
    lists.getColumn(i + 1).values = [...choices];
    const letter = lists.getColumn(i + 1).letter;
    for (let row = head.number + 1; row <= head.number + choiceRows; row++)
      sheet.getCell(row, i + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`选项!$${letter}$1:$${letter}$${choices.length}`],
        showErrorMessage: true,
        errorTitle: heading,
        error: `请从下拉列表中选择：${choices.join('、')}`.slice(0, 200),
      };
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/**
 * A text that no spreadsheet program takes for a formula, not even after a detour through CSV (where the cell type
 * that protects it here is lost).
 */
export function inert(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
