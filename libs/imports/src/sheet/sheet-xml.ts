import { importErrors } from '../imports.errors';
import type { SheetLimits } from './sheet';

/** A merged range by its corners, rows and columns from 1. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A worksheet part cut down to cells with a value, and its merged ranges apart. What is cut away (formatted blank
 * cells, drop-downs, conditional formats over whole columns) carries no data, and the spreadsheet library would
 * unfold some of it cell by cell: one drop-down over a column is a million objects.
 *
 * @throws SHEET_TOO_MANY_ROWS, SHEET_TOO_MANY_COLUMNS
 */
export function cleanSheet(
  xml: string,
  name: string,
  limits: SheetLimits,
): { xml: string; merges: readonly Merge[]; empty: boolean } {
  const plain = withoutPrefix(xml);
  const from = plain.indexOf('<sheetData');
  const to = plain.indexOf('</sheetData>');
  const data = (from < 0 || to < from ? '' : plain.slice(plain.indexOf('>', from) + 1, to))
    .replace(/<c\b[^>]*\/>/g, '')
    .replace(/<c\b[^>]*><\/c>/g, '')
    .replace(/<row\b[^>]*\/>/g, '')
    .replace(/<row\b[^>]*>\s*<\/row>/g, '');
  if (count(data, '<row') > limits.rows) throw importErrors.SHEET_TOO_MANY_ROWS({ sheet: name, limit: limits.rows });
  for (const [, letters] of data.matchAll(/<c\b[^>]*?\br="([A-Za-z]+)\d/g))
    if (columnNumber(letters!) > limits.columns)
      throw importErrors.SHEET_TOO_MANY_COLUMNS({ sheet: name, limit: limits.columns });
  return {
    xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
    merges: mergesOf(to < 0 ? '' : plain.slice(to), limits),
    empty: data === '',
  };
}

/** The workbook part without its defined names, which the library unfolds too. */
export function cleanWorkbook(xml: string): string {
  return withoutPrefix(xml).replace(/<definedNames>[\s\S]*?<\/definedNames>/, '');
}

/** Some writers put every tag under a prefix (`x:row`); the library knows only the bare names. */
export function withoutPrefix(xml: string): string {
  const prefix = /<([A-Za-z][\w-]*):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml.slice(0, 2000))?.[1];
  return prefix ? xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1') : xml;
}

function mergesOf(xml: string, limits: SheetLimits): Merge[] {
  const merges: Merge[] = [];
  for (const [, left, top, right, bottom] of xml.matchAll(
    /<mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    merges.push({
      top: Number(top),
      left: columnNumber(left!),
      bottom: Number(bottom),
      right: Math.min(columnNumber(right!), limits.columns),
    });
    // every merge has a value cell of its own, so there cannot be more of them than rows and columns allow
    if (merges.length > limits.rows) break;
  }
  return merges;
}

const columnNumber = (letters: string): number =>
  letters.length > 3 ? Infinity : [...letters.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);

function count(text: string, part: string): number {
  let n = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) n++;
  return n;
}
