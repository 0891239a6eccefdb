import type { Cell, SheetRow } from './sheet';
import type { Merge } from './sheet-xml';

/**
 * Gives every cell of a merged range the value that the range shows, marked as merged. Only rows that hold a value
 * of their own are filled: a blank row inside a range stays blank.
 */
export function fillMerges(rows: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const at = new Map(rows.map((row, index) => [row.row, index]));
  const filled = rows.map((row) => ({ row: row.row, cells: new Map<number, Cell>(row.cells) }));
  for (const { top, left, bottom, right } of merges) {
    const first = at.get(top);
    const value = first === undefined ? undefined : rows[first]!.cells.get(left);
    if (first === undefined || !value) continue;
    for (let i = first; i < filled.length && filled[i]!.row <= bottom; i++) {
      const { row, cells } = filled[i]!;
      for (let column = left; column <= right; column++)
        if (!(row === top && column === left)) cells.set(column, { ...value, column, merged: true });
    }
  }
  return filled;
}
