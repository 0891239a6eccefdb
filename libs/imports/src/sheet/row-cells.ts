import type { Cell } from './sheet';

/** The cells of a row by column, in no more room than they need: a `Map` takes three times that of all it holds here. */
export class RowCells implements ReadonlyMap<number, Cell> {
  private readonly cells: (Cell | undefined)[];
  size = 0;

  /** @param cells by column; taken over as they are, without what stood in them beyond the last */
  constructor(cells: readonly (Cell | undefined)[]) {
    this.cells = cells.slice();
    for (const cell of cells) if (cell) this.size++;
  }

  get(column: number): Cell | undefined {
    return this.cells[column];
  }

  has(column: number): boolean {
    return this.cells[column] !== undefined;
  }

  set(column: number, cell: Cell): void {
    if (!this.has(column)) this.size++;
    this.cells[column] = cell;
  }

  *entries(): Generator<[number, Cell], undefined> {
    for (const [column, cell] of this.cells.entries()) if (cell) yield [column, cell];
  }

  *keys(): Generator<number, undefined> {
    for (const [column] of this.entries()) yield column;
  }

  *values(): Generator<Cell, undefined> {
    for (const cell of this.cells) if (cell) yield cell;
  }

  [Symbol.iterator](): Generator<[number, Cell], undefined> {
    return this.entries();
  }

  forEach(each: (cell: Cell, column: number, all: ReadonlyMap<number, Cell>) => void): void {
    for (const [column, cell] of this.entries()) each(cell, column, this);
  }
}
