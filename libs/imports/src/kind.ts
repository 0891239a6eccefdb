import type { Permission } from '@dangwu/access';
import type { EntityManager } from 'typeorm';
import type { Messages } from '@dangwu/platform/errors';
import type { CellReader } from './cells/reader';
import type { CheckRow } from './check/check-row';
import type { FaultDefinitions } from './fault';

/** The rosters the engine can be asked for; a library registers the declaration of each. */
export enum ImportKind {
  ORGANIZATIONS = 'ORGANIZATIONS',
  UNITS = 'UNITS',
  MEMBERS = 'MEMBERS',
  ACTIVITIES = 'ACTIVITIES',
}

/** One column of a roster. */
export interface ImportField<Value = unknown> {
  /** what people call it; the Chinese one is the template's heading */
  readonly name: Messages;
  /** other headings seen in the wild; brackets, blanks and width do not matter */
  readonly synonyms: readonly string[];
  /**
   * HEADING: a file without this column is refused. VALUE: every row needs it, too. OPTIONAL: neither.
   * A blank cell never erases what is already known.
   */
  readonly need: 'VALUE' | 'HEADING' | 'OPTIONAL';
  readonly read: CellReader<Value>;
  /** the entries of the template's drop-down */
  readonly choices?: readonly string[];
  readonly help: Messages;
  readonly example?: string | number;
  readonly width?: number;
  /** personal data: kept masked, sealed where it is needed again; the file goes once the import is over */
  readonly personal?: true;
}

/** What becomes of a row when the batch is written. */
export type RowAction = 'CREATE' | 'UPDATE' | 'UNCHANGED';

export interface CheckContext {
  readonly today: string;
  /** whether the importing person may maintain what stands at this place; always true for the system */
  reaches(place: { path: string; leadsPath: string }): boolean;
  /** comparable names that rows held back by earlier batches would have brought in, with the reason's words */
  readonly heldBack: ReadonlyMap<string, { readonly row: number; readonly fileName: string }>;
}

export interface WriteContext extends CheckContext {
  readonly batch: { readonly id: string; readonly associationId: string; readonly fileName: string };
  readonly accountId: string | null;
  /** as the account is called, for ledgers; null: the system */
  readonly actorName: string | null;
  /** rows hold since the day they state of themselves (a founding day), not only since today */
  readonly backdated?: boolean;
  progress(done: number): Promise<void>;
}

/** What was written for a row, kept for the receipt and for undoing. */
export interface WrittenRow {
  readonly row: number;
  readonly action: RowAction;
  readonly subjectId: string;
  /** the subject's version after the write; an undo that finds another one is refused */
  readonly subjectVersion: number;
  /** what an update overwrote, as the kind wants it back */
  readonly before: Readonly<Record<string, unknown>> | null;
}

export interface Dependant {
  readonly subjectId: string;
  readonly name: string;
}

/**
 * A kind of roster. `Values` are its fields after reading. Everything runs inside the transaction handed over; what
 * throws there leaves nothing behind.
 */
export interface ImportDeclaration<Values extends object = Record<string, unknown>> {
  readonly kind: ImportKind;
  readonly name: Messages;
  /** what importing it needs, besides import.read */
  readonly permission: Permission;
  readonly fields: { readonly [Key in keyof Values]-?: ImportField<NonNullable<Values[Key]>> };
  readonly faults: FaultDefinitions;
  /** Keeps others from changing what the next check compares with, until the transaction ends. Only before a write. */
  lock(tx: EntityManager, associationId: string): Promise<void>;
  /** Faults, flags and blocks that need more than one cell, and each good row's action. */
  check(tx: EntityManager, rows: readonly CheckRow<Values>[], context: CheckContext): Promise<void>;
  /**
   * Writes the rows given (checked again in this transaction just before), set by set. All are written when the first
   * set is told; each is kept before the next is asked for.
   */
  write(
    tx: EntityManager,
    rows: readonly CheckRow<Values>[],
    context: WriteContext,
  ): AsyncIterable<readonly WrittenRow[]>;
  /** What changed since and would lose its ground if these rows were undone. */
  dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<readonly Dependant[]>;
  /** Takes the rows back as new operations. */
  undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void>;
}
