import type { ErrorParams } from '@dangwu/platform/errors';
import { makeFault, type Fault, type FaultDefinitions } from '../fault';
import type { RowAction } from '../kind';
import type { SheetRow } from '../sheet/sheet';
import { comparable } from '../table/normalize';

export type RowState = 'GOOD' | 'FLAGGED' | 'BLOCKED' | 'FAULTY';

/** What the rows of a table share. */
export interface CheckedTable {
  readonly headings: ReadonlyMap<string, string>;
  readonly definitions: FaultDefinitions;
  /** what the cells of a row show, by field */
  shown(row: SheetRow): ReadonlyMap<string, string>;
}

/** A row under check. One fault per cell: the first one found stays, so checks run from the cell outwards. */
export class CheckRow<Values extends object = Record<string, unknown>> {
  readonly faults: Fault[] = [];
  /** why the row waits for another one that is itself held back; not a fault of this row */
  blocked: Fault | null = null;
  action: RowAction | null = null;
  private names: readonly (keyof Values)[] = [];

  constructor(
    /** the row as the sheet has it */
    readonly source: SheetRow,
    /** what was read; blank and faulty cells are absent */
    readonly values: Partial<Values>,
    private readonly table: CheckedTable,
  ) {}

  /** the worksheet's row number */
  get row(): number {
    return this.source.row;
  }

  /** What the cells show, by field. Made anew each time: most rows are never asked. */
  get shown(): ReadonlyMap<string, string> {
    return this.table.shown(this.source);
  }

  /** Whether the cell was read (or is blank) without fault, so that checks may rely on it. */
  sound(field: keyof Values & string): boolean {
    return !this.faults.some((fault) => fault.field === field && fault.severity === 'FAULT');
  }

  /** Records what was found, unless the cell has its one fault already; a fault replaces a flag. */
  find(field: keyof Values & string, code: string, params: ErrorParams = {}): void {
    const fault = this.make(field, code, params);
    const at = this.faults.findIndex((other) => other.field === field);
    if (at < 0) this.faults.push(fault);
    else if (this.faults[at]!.severity === 'FLAG' && fault.severity === 'FAULT') this.faults[at] = fault;
  }

  block(field: keyof Values & string, code: string, params: ErrorParams = {}): void {
    // a cell that has its own fault need not wait for another row as well
    if (!this.sound(field)) return;
    this.blocked ??= this.make(field, code, params);
  }

  get held(): boolean {
    return this.blocked !== null || this.faults.some((fault) => fault.severity === 'FAULT');
  }

  get state(): RowState {
    if (this.faults.some((fault) => fault.severity === 'FAULT')) return 'FAULTY';
    if (this.blocked) return 'BLOCKED';
    return this.faults.length > 0 ? 'FLAGGED' : 'GOOD';
  }

  /** Says by which fields other rows may refer to what this row describes. */
  namedBy(fields: readonly (keyof Values)[]): void {
    this.names = fields;
  }

  /** Under which comparable names other rows, of this or a later batch, may refer to what this row describes. */
  get knownAs(): readonly string[] {
    const names = this.names.map((field) => this.values[field]);
    return [...new Set(names.flatMap((one) => (typeof one === 'string' && one ? [comparable(one)] : [])))];
  }

  private make(field: string, code: string, params: ErrorParams): Fault {
    const column = this.table.headings.get(field) ?? field;
    return makeFault(this.table.definitions, code, field, this.shown.get(field) ?? null, { column, ...params });
  }
}
