import type { ErrorParams } from '@dangwu/platform/errors';
import type { Cell } from '../sheet/sheet';

/** What a cell could not be read as: a fault's code and what its text needs. */
export class Unreadable {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {}
}

export interface ReadingContext {
  /** today in the association's zone, YYYY-MM-DD */
  readonly today: string;
}

/** Reads a cell that is not blank. */
export type CellReader<Value> = (cell: Cell, context: ReadingContext) => Value | Unreadable;

/** All readers begin here: a formula that failed is never taken for a text. */
export function reader<Value>(read: CellReader<Value>): CellReader<Value> {
  return (cell, context) => (cell.kind === 'error' ? new Unreadable('CELL_ERROR') : read(cell, context));
}
