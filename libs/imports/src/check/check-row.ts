import type { ErrorParams } from '@dangwu/platform/errors';
import { makeFault, type Fault, type FaultDefinitions } from '../fault';
import type { RowAction } from '../kind';
import { comparable } from '../table/normalize';

export type RowState = 'GOOD' | 'FLAGGED' | 'BLOCKED' | 'FAULTY';

/** A row under check. One fault per cell: the first one found stays, so checks run from the cell outwards. */
export class CheckRow<Values extends object = Record<string, unknown>> {
  readonly faults: Fault[] = [];
  /** why the row waits for another one that is itself held back; not a fault of this row */
  blocked: Fault | null = null;
  action: RowAction | null = null;
  /** under which comparable names other rows, of this or a later batch, may refer to what this row describes */
  knownAs: readonly string[] = [];

  constructor(
    /** the worksheet's row number */
    readonly row: number,
    /** what was read; blank and faulty cells are absent */
    readonly values: Partial<Values>,
    /** what the cells show, by field */
    readonly shown: ReadonlyMap<string, string>,
    private readonly headings: ReadonlyMap<string, string>,
    private readonly definitions: FaultDefinitions,
  ) {}

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

  name(...names: (string | undefined)[]): void {
    this.knownAs = [...new Set(names.flatMap((one) => (one ? [comparable(one)] : [])))];
  }

  private make(field: string, code: string, params: ErrorParams): Fault {
    const column = this.headings.get(field) ?? field;
    return makeFault(this.definitions, code, field, this.shown.get(field) ?? null, { column, ...params });
  }
}
