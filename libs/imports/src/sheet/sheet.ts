/** A worksheet as the engine sees it: cells with what they show and what they hold. Knows nothing about Excel. */

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  /** from 1 */
  readonly column: number;
  /** what a person reads, trimmed at both ends; dates as YYYY-MM-DD */
  readonly text: string;
  readonly kind: CellKind;
  /** the number behind a numeric cell, in full precision as far as the file holds it */
  readonly number?: number;
  /** the value is the cached result of a formula */
  readonly formula?: true;
  /** the value stands in another cell of the same merged range */
  readonly merged?: true;
}

export interface SheetRow {
  /** the worksheet's own row number, from 1 */
  readonly row: number;
  /** cells that show something, by column */
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface Sheet {
  readonly name: string;
  /** rows with at least one value of their own; blank ones are left out */
  readonly rows: readonly SheetRow[];
}

/** What a file may hold at most. The numbers are generous for rosters and small for this machine. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** unpacked, all parts of the workbook together */
  readonly bytes: number;
  readonly entries: number;
  /** different texts in the workbook */
  readonly strings: number;
  /** shown by the cells of one sheet, all together */
  readonly characters: number;
  readonly sheets: number;
}

export const sheetLimits: SheetLimits = {
  rows: 20_000,
  columns: 100,
  bytes: 80 * 1024 * 1024,
  entries: 2_000,
  strings: 400_000,
  characters: 20_000_000,
  sheets: 20,
};
