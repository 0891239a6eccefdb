import type { SheetRow } from '../sheet/sheet';
import type { FoundTable } from '../table/find-table';

/** What a person put into a cell instead of what the file has there; empty: nothing. */
export interface Correction {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/** The table as if the file had the corrections in it; what it really has stays beside them. */
export function corrected(table: FoundTable, corrections: readonly Correction[]): FoundTable {
  if (corrections.length === 0) return table;
  const byRow = new Map<number, Correction[]>();
  for (const one of corrections) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  const originals = new Map<string, string>();
  const rows = table.rows.map((row): SheetRow => {
    const own = byRow.get(row.row);
    if (!own) return row;
    const cells = new Map(row.cells);
    for (const { column, value } of own) {
      originals.set(`${row.row} ${column}`, row.cells.get(column)?.text ?? '');
      const text = value.trim();
      if (text === '') cells.delete(column);
      else cells.set(column, { column, kind: 'text', text });
    }
    return { ...row, cells };
  });
  return { ...table, rows, corrected: originals };
}
