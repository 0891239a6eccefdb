import { inert } from '@dangwu/imports';

/** What opens in a spreadsheet as it is: with a byte order mark, in quotes, a line each. */
export async function* csvLines(
  heads: readonly string[],
  rows: Iterable<Cells> | AsyncIterable<Cells>,
): AsyncGenerator<string> {
  yield `\uFEFF${line(heads)}`;
  for await (const cells of rows) yield line(cells);
}

type Cells = readonly (string | number | null)[];

export const csvOf = (heads: readonly string[], rows: Iterable<Cells>): Buffer =>
  Buffer.from(`\uFEFF${[heads, ...rows].map(line).join('')}`);

const line = (cells: Cells): string =>
  `${cells.map((cell) => `"${written(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** A formula stays a text; points below 0 are none. */
const written = (cell: Cells[number]): string =>
  typeof cell !== 'string' || /^-?\d+(\.\d+)?$/.test(cell) ? String(cell ?? '') : inert(cell);
