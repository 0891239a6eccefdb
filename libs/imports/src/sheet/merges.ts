import { importErrors } from '../imports.errors';
import type { RowCells } from './row-cells';
import type { SheetLimits, SheetRow } from './sheet';

/** A merged range by its corners, rows and columns from 1. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A row while its sheet is being read. */
interface OpenRow extends SheetRow {
  readonly cells: RowCells;
}

/**
 * Gives every cell of a merged range the value that the range shows, marked as merged. Only rows that hold a value
 * of their own are filled: a blank row inside a range stays blank.
 *
 * @throws WORKBOOK_UNREADABLE when ranges lie over each other, which no program writes
 */
export function fillMerges(
  rows: readonly OpenRow[],
  merges: readonly Merge[],
  { columns }: Pick<SheetLimits, 'columns'>,
): readonly SheetRow[] {
  const at = new Map(rows.map((row, index) => [row.row, index]));
  // no cell is filled twice, so this is as far as it can go
  let left = rows.length * columns;
  // what is shown is what stood in the file, also where a range fills the corner of another
  const values = merges.map((merge) => {
    const index = at.get(merge.top);
    return index === undefined ? undefined : rows[index]!.cells.get(merge.left);
  });
  merges.forEach(({ top, left: first, bottom, right }, i) => {
    const value = values[i];
    if (!value) return;
    for (let index = at.get(top)!; index < rows.length && rows[index]!.row <= bottom; index++) {
      const { row, cells } = rows[index]!;
      left -= right - first + 1;
      if (left < 0) throw importErrors.WORKBOOK_UNREADABLE();
      for (let column = first; column <= right; column++)
        if (!(row === top && column === first)) cells.set(column, { ...value, column, merged: true });
    }
  });
  return rows;
}
