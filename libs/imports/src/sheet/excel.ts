import type ExcelJS from 'exceljs';

/**
 * The only file that knows exceljs (unmaintained since 2023, and still the best for writing styles and drop-downs). It
 * never sees an upload: `read-workbook.ts` reads those.
 */

/** A column of a workbook to be written. */
export interface WrittenColumn {
  readonly heading: string;
  readonly width?: number;
  /** shown as a drop-down under the heading; other entries are refused by Excel itself */
  readonly choices?: readonly string[];
  /** the same where rows differ, in their order; null: anything can be typed */
  readonly choicesByRow?: readonly (readonly string[] | null)[];
  /** filled in by people: with such columns the others are locked, against mistakes and not against anybody */
  readonly open?: true;
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
  // not before it is needed: most processes never write one
  const { default: excel } = await import('exceljs');
  const workbook: ExcelJS.Workbook = new excel.Workbook();
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

  const lists = columns.some((column) => column.choices ?? column.choicesByRow)
    ? workbook.addWorksheet('选项', { state: 'veryHidden' })
    : undefined;
  const listed = new Map<string, string>();
  /** Where a list of choices stands; each stands once. */
  const listOf = (choices: readonly string[]): string => {
    const key = choices.join('\n');
    const letter = listed.get(key) ?? lists!.getColumn(listed.size + 1).letter;
    if (!listed.has(key)) lists!.getColumn(listed.size + 1).values = [...choices];
    listed.set(key, letter);
    return `选项!$${letter}$1:$${letter}$${choices.length}`;
  };
  columns.forEach(({ width = 16, choices, choicesByRow, note, heading }, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = width;
    // "@": Excel keeps codes, dates and numbers exactly as typed
    column.numFmt = '@';
    if (note) head.getCell(i + 1).note = note;
    const offer = (row: number, from: readonly string[]): void => {
      sheet.getCell(row, i + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [listOf(from)],
        showErrorMessage: true,
        errorTitle: heading,
        error: `请从下拉列表中选择：${from.join('、')}`.slice(0, 200),
      };
    };
    if (choices) for (let row = 1; row <= choiceRows; row++) offer(head.number + row, choices);
    choicesByRow?.forEach((from, row) => from && offer(head.number + 1 + row, from));
  });
  if (columns.some(({ open }) => open)) await lockOthers(sheet, columns, head.number);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Locks what people do not fill in; columns can still be made wider, and rows sorted out by a filter. */
async function lockOthers(sheet: ExcelJS.Worksheet, columns: readonly WrittenColumn[], head: number): Promise<void> {
  columns.forEach(({ open }, i) => {
    if (open)
      for (let row = head + 1; row <= sheet.rowCount; row++) sheet.getCell(row, i + 1).protection = { locked: false };
  });
  await sheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true });
}

/**
 * A text that no spreadsheet program takes for a formula, not even after a detour through CSV (where the cell type
 * that protects it here is lost).
 */
export function inert(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
