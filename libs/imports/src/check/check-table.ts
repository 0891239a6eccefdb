import { comparable } from '../table/normalize';
import { Unreadable, type ReadingContext } from '../cells/reader';
import { cellFaults, makeFault, type Fault } from '../fault';
import type { ImportField } from '../kind';
import { shownIn } from '../personal';
import type { SheetRow } from '../sheet/sheet';
import type { FoundTable } from '../table/find-table';
import type { Fields } from '../table/headings';
import { CheckRow, type CheckedTable } from './check-row';
import type { FaultDefinitions } from '../fault';

/**
 * Reads every cell of the table: values where they can be read, one fault where not. What needs more than one cell is
 * the kind's own check, which runs on the result.
 */
export function readRows(
  table: FoundTable,
  fields: Fields,
  definitions: FaultDefinitions,
  context: ReadingContext,
): CheckRow[] {
  const headings = new Map<string, string>(Object.entries(fields).map(([key, field]) => [key, field.name.zh]));
  for (const { field, heading } of table.columns) if (field) headings.set(field, heading);
  const columns = table.columns.filter((one): one is typeof one & { field: string } => one.field !== null);
  const all: FaultDefinitions = { ...cellFaults, ...definitions };
  const show = shownIn({ fields });
  const checked: CheckedTable = {
    headings,
    definitions: all,
    // what is shown goes into faults, reports and the preview
    shown: ({ cells }) =>
      new Map(
        columns.flatMap(({ column, field }) => {
          const cell = cells.get(column);
          return cell ? [[field, show(field, cell.text)] as const] : [];
        }),
      ),
  };
  return table.rows.map((row) => readRow(row, columns, fields, checked, context));
}

function readRow(
  row: SheetRow,
  columns: readonly { readonly column: number; readonly field: string }[],
  fields: Fields,
  table: CheckedTable,
  context: ReadingContext,
): CheckRow {
  const values: Record<string, unknown> = {};
  const read = new CheckRow(row, values, table);
  for (const { column, field } of columns) {
    const declared: ImportField = fields[field]!;
    const cell = row.cells.get(column);
    if (!cell) {
      if (declared.need === 'VALUE') read.find(field, 'REQUIRED');
      continue;
    }
    const value = declared.read(cell, context);
    if (value instanceof Unreadable) read.find(field, value.code, value.params);
    else if (value !== '') values[field] = value;
    else if (declared.need === 'VALUE') read.find(field, 'REQUIRED');
  }
  return read;
}

/**
 * Compares what totals rows state with what was read: under a numeric column its sum, elsewhere the number of rows.
 * A subtotal counts from the totals row before it. Flags only: the rows may well be right and the total stale.
 */
export function checkTotals(
  table: FoundTable,
  rows: readonly CheckRow[],
  declared: { readonly fields: Fields },
): { row: number; flag: Fault }[] {
  const show = shownIn(declared);
  const fields = new Map(table.columns.flatMap((one) => (one.field ? [[one.column, one.field] as const] : [])));
  const flags: { row: number; flag: Fault }[] = [];
  let after = 0;
  for (const total of table.totals) {
    const subtotal = /^小计/.test(comparable([...total.cells.values()][0]!.text));
    const counted = rows.filter((row) => row.row < total.row && row.row > (subtotal ? after : 0));
    after = total.row;
    for (const cell of total.cells.values()) {
      const stated = cell.merged ? NaN : Number(cell.text.replace(/[,，\s人个名]/g, ''));
      if (cell.text === '' || !Number.isFinite(stated)) continue;
      const field = fields.get(cell.column);
      // a cell that could not be read has its fault; the total cannot be judged without it
      if (field && counted.some((row) => !row.sound(field))) continue;
      const numbers = counted.map((row) => (field ? (row.values as Record<string, unknown>)[field] : undefined));
      const numeric = numbers.some((value) => typeof value === 'number');
      const sum = numeric
        ? numbers.reduce<number>((n, value) => n + (typeof value === 'number' ? value : 0), 0)
        : counted.length;
      if (sum === stated) continue;
      const params = { row: total.row, stated, counted: sum };
      flags.push({
        row: total.row,
        flag: makeFault(cellFaults, 'TOTAL_MISMATCH', field ?? null, show(field ?? null, cell.text), params),
      });
    }
  }
  return flags;
}
