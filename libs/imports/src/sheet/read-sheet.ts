import { importErrors } from '../imports.errors';
import { cellOf, type RawCell } from './cell';
import type { Formats } from './formats';
import type { Merge } from './merges';
import { RowCells } from './row-cells';
import type { Cell, SheetLimits } from './sheet';
import { attribute, type XmlReader } from './xml';

const [referenceOf, styleOf, typeOf, rangeOf] = [attribute('r'), attribute('s'), attribute('t'), attribute('ref')];

/** More than Excel lets into a cell, so that only made files come here. */
const longestText = 32_767;
/** So many different cells of a column are looked through. */
const mostShared = 500;

/**
 * The values of a worksheet, out of its XML as it comes. Formatted blank cells, drop-downs and conditional formats pass
 * by without leaving anything behind, be they over a million rows.
 */
export class SheetReader implements XmlReader {
  readonly rows: { readonly row: number; readonly cells: RowCells }[] = [];
  readonly merges: Merge[] = [];
  private row = 0;
  private column = 0;
  private cells: (Cell | undefined)[] | null = null;
  private readonly known: Map<string, Cell>[] = [];
  private cell: RawCell | null = null;
  /** the element whose text belongs to the cell */
  private within: 'v' | 't' | null = null;
  private spoken = false;
  private characters = 0;

  constructor(
    private readonly name: string,
    private readonly strings: readonly string[],
    private readonly formats: Formats,
    private readonly limits: SheetLimits,
  ) {}

  open(tag: string, attributes: string): void {
    switch (tag) {
      case 'row':
        this.row = rowNumber(referenceOf(attributes), this.row + 1);
        this.column = 0;
        this.cells = [];
        break;
      case 'c':
        this.begin(attributes);
        break;
      case 'v':
      case 't':
        this.within = tag;
        if (this.cell) this.cell.filled = true;
        break;
      case 'f':
        if (this.cell) this.cell.formula = true;
        break;
      case 'rPh':
        this.spoken = true;
        break;
      case 'mergeCell':
        this.merge(attributes);
    }
  }

  text(text: string): void {
    if (!this.cell || !this.within || this.spoken) return;
    this.cell.value = (this.cell.value + text).slice(0, longestText);
  }

  close(tag: string): void {
    switch (tag) {
      case 'v':
      case 't':
        this.within = null;
        break;
      case 'rPh':
        this.spoken = false;
        break;
      case 'c':
        this.end();
        break;
      case 'row':
        if (this.cells?.length && this.rows.push({ row: this.row, cells: new RowCells(this.cells) }) > this.limits.rows)
          throw importErrors.SHEET_TOO_MANY_ROWS({ sheet: this.name, limit: this.limits.rows });
        this.cells = null;
    }
  }

  private begin(attributes: string): void {
    const reference = /^[A-Za-z]+/.exec(referenceOf(attributes) ?? '')?.[0];
    this.column = reference ? columnNumber(reference) : this.column + 1;
    this.cell = {
      column: this.column,
      type: typeOf(attributes) ?? 'n',
      style: Number(styleOf(attributes) ?? 0),
      value: '',
      filled: false,
      formula: false,
    };
  }

  private end(): void {
    if (!this.cell) return;
    const cell = cellOf(this.cell, this.strings, this.formats);
    this.cell = null;
    if (!cell) return;
    if (cell.column > this.limits.columns)
      throw importErrors.SHEET_TOO_MANY_COLUMNS({ sheet: this.name, limit: this.limits.columns });
    // one long text shown in every cell is small in the file and large in all that is made of it
    this.characters += cell.text.length;
    if (this.characters > this.limits.characters)
      throw importErrors.WORKBOOK_TOO_LARGE({ limit: this.limits.bytes >> 20 });
    if (this.cells) this.cells[cell.column] = this.shared(cell);
  }

  /** Types, tiers and days come again on every other row: a cell that shows the same as one before it is that one. */
  private shared(cell: Cell): Cell {
    const known = (this.known[cell.column] ??= new Map<string, Cell>());
    const same = known.get(cell.text);
    if (same && same.kind === cell.kind && same.formula === cell.formula) return same;
    if (!same && known.size < mostShared) known.set(cell.text, cell);
    return cell;
  }

  private merge(attributes: string): void {
    const corners = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(rangeOf(attributes) ?? '');
    // every range has a value cell of its own, so there cannot be more of them than rows and columns allow
    if (!corners || this.merges.length >= this.limits.rows) return;
    const [, left, top, right, bottom] = corners;
    this.merges.push({
      top: Number(top),
      left: columnNumber(left!),
      bottom: Number(bottom),
      right: Math.min(columnNumber(right!), this.limits.columns),
    });
  }
}

function rowNumber(reference: string | undefined, next: number): number {
  const row = Number(reference ?? next);
  if (!Number.isInteger(row) || row < 1 || row > 1_048_576) throw importErrors.WORKBOOK_UNREADABLE();
  return row;
}

const columnNumber = (letters: string): number =>
  letters.length > 3 ? Infinity : [...letters.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
