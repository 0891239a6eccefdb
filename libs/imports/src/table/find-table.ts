import { importErrors } from '../imports.errors';
import type { Sheet, SheetRow } from '../sheet/sheet';
import { isIgnored, mapHeadings, type Fields, type MappedColumn, type RememberedMapping } from './headings';
import { comparable } from './normalize';

export type SkippedKind = 'TITLE' | 'NOTE' | 'TOTAL' | 'REPEATED_HEADING' | 'EXAMPLE';

/** A row that is not data, and why it was taken for that. */
export interface SkippedRow {
  readonly row: number;
  readonly kind: SkippedKind;
  readonly text: string;
}

/** A roster inside a workbook. */
export interface FoundTable {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly SkippedRow[];
  /** the totals rows with their cells, to be compared with what was read */
  readonly totals: readonly SheetRow[];
  /** what the file shows in cells that people corrected, by row and column */
  readonly corrected?: ReadonlyMap<string, string>;
}

/** A roster whose columns may not all be known yet. */
export interface LocatedTable {
  readonly table: FoundTable;
  /** fields that a file must have and for which no column was found */
  readonly missing: readonly string[];
  /** the headings were told by their shape alone: hardly any of them is known */
  readonly byShape: boolean;
}

/** A person's choice for the columns of this file: column number → field, or null to leave it out. */
export type MappingOverride = ReadonlyMap<number, string | null>;

/** Headings stand near the top; further down a row that looks like one is data. */
const searchedRows = 40;

/**
 * Finds the roster: the row whose cells are best explained as headings of `fields`, in the sheet where that row
 * explains most. Everything above it is title or note, totals and notes below it are set apart.
 *
 * @throws HEADINGS_NOT_FOUND, HEADINGS_MISSING (names them), MAPPING_UNKNOWN
 */
export function findTable(
  sheets: readonly Sheet[],
  fields: Fields,
  remembered: RememberedMapping = new Map(),
  override: MappingOverride = new Map(),
): FoundTable {
  const { table, missing, byShape } = locateTable(sheets, fields, remembered, override);
  if (missing.length === 0) return table;
  if (byShape) throw notFound(fields);
  const unknown = unknownHeadings(table.columns);
  throw importErrors.HEADINGS_MISSING({
    row: table.headingRow,
    headings: missing.map((key) => fields[key]!.name.zh),
    unknown: unknown.length ? unknown : ['—'],
    columns: table.columns.map(({ column, heading, field }) => ({ column, heading, field })),
  });
}

/**
 * The same, but needed columns may be missing: a person can say which they are. Where hardly any heading is known the
 * headings are told by their shape, if there are columns enough for what the roster needs.
 *
 * @throws HEADINGS_NOT_FOUND, MAPPING_UNKNOWN
 */
export function locateTable(
  sheets: readonly Sheet[],
  fields: Fields,
  remembered: RememberedMapping = new Map(),
  override: MappingOverride = new Map(),
): LocatedTable {
  const wrong = [...override.values()].filter((field) => field !== null && !(field in fields));
  if (wrong.length) throw importErrors.MAPPING_UNKNOWN({ fields: wrong });
  const known = sheets
    .flatMap((sheet) => candidates(sheet, fields, remembered))
    .reduce<Candidate | null>((top, one) => (top === null || isBetter(one, top) ? one : top), null);
  const best = known ?? byShape(sheets, fields, remembered);
  if (!best) throw notFound(fields);
  const columns = withOverride(best.columns, override);
  const mapped = new Set(columns.map((column) => column.field));
  const sorted = sortRows(best.sheet.rows, best.index, columns, fields);
  return {
    table: { sheet: best.sheet.name, headingRow: best.sheet.rows[best.index]!.row, columns, ...sorted },
    missing: needed(fields).flatMap(([key]) => (mapped.has(key) ? [] : [key])),
    byShape: known === null,
  };
}

const notFound = (fields: Fields): Error =>
  importErrors.HEADINGS_NOT_FOUND({ headings: needed(fields).map(([, field]) => field.name.zh) });

/** The first row of different texts, none of them long, as wide as the roster must be and above rows about as wide. */
function byShape(sheets: readonly Sheet[], fields: Fields, remembered: RememberedMapping): Candidate | null {
  const least = needed(fields).length;
  for (const sheet of sheets)
    for (const [index, row] of sheet.rows.slice(0, searchedRows).entries()) {
      const cells = [...row.cells.values()];
      const short = cells.every((cell) => cell.kind === 'text' && cell.text.length <= 20);
      const different = new Set(cells.map((cell) => comparable(cell.text))).size === cells.length;
      const below = sheet.rows.slice(index + 1, index + 11).filter((next) => next.cells.size * 2 > cells.length);
      if (cells.length >= least && short && different && below.length > 0)
        return { sheet, index, columns: mapHeadings(row, fields, remembered), score: 0 };
    }
  return null;
}

/** Headings that nothing is known about; columns such as 序号 and 备注 are not among them. */
export function unknownHeadings(columns: readonly MappedColumn[]): string[] {
  return columns.filter((one) => one.field === null && !isIgnored(one.heading)).map((one) => one.heading);
}

interface Candidate {
  readonly sheet: Sheet;
  readonly index: number;
  readonly columns: readonly MappedColumn[];
  readonly score: number;
}

function candidates(sheet: Sheet, fields: Fields, remembered: RememberedMapping): Candidate[] {
  return sheet.rows.slice(0, searchedRows).flatMap((row, index) => {
    const columns = mapHeadings(row, fields, remembered);
    const certain = columns.reduce((sum, one) => sum + one.confidence, 0);
    const texts = [...row.cells.values()].filter((cell) => cell.kind === 'text').length;
    // headings are texts, at least two of them known, and not one known word inside a long title
    if (certain < 1.5 || texts < row.cells.size * 0.8) return [];
    return [{ sheet, index, columns, score: certain }];
  });
}

/** Of equals the first, as headings come again on every printed page; but headings merged over two rows end in the lower. */
function isBetter(one: Candidate, top: Candidate): boolean {
  if (one.score !== top.score) return one.score > top.score;
  const cells = [...one.sheet.rows[one.index]!.cells.values()];
  return one.sheet === top.sheet && one.index === top.index + 1 && cells.every((cell) => cell.merged);
}

function withOverride(columns: readonly MappedColumn[], override: MappingOverride): MappedColumn[] {
  const claimed = new Set([...override.values()].filter((field) => field !== null));
  return columns.map((one) => {
    if (override.has(one.column)) return { ...one, field: override.get(one.column) ?? null, confidence: 1 };
    // a field that the person gave to another column is free no more
    return one.field !== null && claimed.has(one.field) ? { ...one, field: null, confidence: 0 } : one;
  });
}

const needed = (fields: Fields): [string, Fields[string]][] =>
  Object.entries(fields).filter(([, field]) => field.need !== 'OPTIONAL');

/** A cell that says so and nothing else: 示例制造有限公司 is a company. */
const exampleWord = /^(示例|样例|范例|例|example)(行?\d*|[:：].*)$/;
const totalWord = /^(合计|总计|小计|共计|总数|累计|total)/;
const noteWord =
  /^(注[:：\d]|注意|说明[:：]|备注[:：]|填表|填报|制表|审核|复核|负责人|联系人|经办|单位盖章|\(盖章|盖章|以上|本表|note)/;

function sortRows(
  rows: readonly SheetRow[],
  headingIndex: number,
  columns: readonly MappedColumn[],
  fields: Fields,
): Pick<FoundTable, 'rows' | 'skipped' | 'totals'> {
  const headings = new Map(columns.map((one) => [one.column, comparable(one.heading)]));
  const mapped = columns.filter((one) => one.field !== null);
  const valued = mapped.filter((one) => fields[one.field!]!.need === 'VALUE').map((one) => one.column);
  const skipped: SkippedRow[] = [];
  const data: SheetRow[] = [];
  const totals: SheetRow[] = [];
  rows.forEach((row, index) => {
    if (index === headingIndex) return;
    const own = [...row.cells.values()].filter((cell) => !cell.merged);
    const text = own
      .map((cell) => cell.text)
      .join(' ')
      .slice(0, 200);
    const skip = (kind: SkippedKind): void => void skipped.push({ row: row.row, kind, text });
    if (index < headingIndex) return skip(index === 0 ? 'TITLE' : 'NOTE');
    // nothing of its own, only what a merged range shows: a spacer row
    if (own.length === 0) return undefined;
    const first = comparable(own[0]!.text);
    const blanks = valued.filter((column) => !ownValue(row, column)).length;
    if (own.every((cell) => headings.get(cell.column) === comparable(cell.text))) return skip('REPEATED_HEADING');
    if (exampleWord.test(first)) return skip('EXAMPLE');
    if (totalWord.test(first) && blanks > 0) {
      totals.push(row);
      return skip('TOTAL');
    }
    if (noteWord.test(first) && blanks >= valued.length - 1) return skip('NOTE');
    // nothing in any column that the roster is about
    if (!mapped.some((one) => ownValue(row, one.column))) return skip('NOTE');
    return void data.push(row);
  });
  return { rows: data, skipped, totals };
}

const ownValue = (row: SheetRow, column: number): boolean => {
  const cell = row.cells.get(column);
  return cell !== undefined && !cell.merged;
};
