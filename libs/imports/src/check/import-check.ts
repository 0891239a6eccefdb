import { Clock } from '@dangwu/platform/clock';
import type { PlaceRange } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Fault } from '../fault';
import type { CheckContext, ImportDeclaration } from '../kind';
import { shownIn } from '../personal';
import type { Sheet } from '../sheet/sheet';
import { findTable, locateTable, type FoundTable, type LocatedTable, type MappingOverride } from '../table/find-table';
import type { RememberedMapping } from '../table/headings';
import { corrected, type Correction } from './corrections';
import type { CheckRow } from './check-row';
import { checkTotals, readRows } from './check-table';

/** Where the person who imports may write. */
export type Places = 'everywhere' | readonly PlaceRange[];

export interface CheckedFile {
  readonly table: FoundTable;
  readonly rows: readonly CheckRow[];
  /** what was found at totals rows */
  readonly totals: readonly { readonly row: number; readonly flag: Fault }[];
  readonly counts: Counts;
  readonly context: CheckContext;
}

export interface Counts {
  readonly total: number;
  readonly good: number;
  readonly faulty: number;
  readonly blocked: number;
  readonly flagged: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface CheckOptions {
  readonly places: Places;
  readonly override?: MappingOverride;
  readonly corrections?: readonly Correction[];
}

/** Finds everything that is wrong with a file, in one pass, against what the association has at this moment. */
@Injectable()
export class ImportCheck {
  constructor(private readonly clock: Clock) {}

  /** Where the roster is and which of its columns are open. @throws HEADINGS_NOT_FOUND */
  async locate(
    tx: EntityManager,
    declaration: ImportDeclaration,
    sheets: readonly Sheet[],
    override: MappingOverride,
  ): Promise<LocatedTable> {
    const located = locateTable(sheets, declaration.fields, await remembered(tx, declaration), override);
    return { ...located, table: withoutNumbersAbove(located.table, declaration) };
  }

  /** @throws what `findTable` refuses; faults of rows are its result */
  async run(
    tx: EntityManager,
    declaration: ImportDeclaration,
    sheets: readonly Sheet[],
    options: CheckOptions,
  ): Promise<CheckedFile> {
    const found = findTable(sheets, declaration.fields, await remembered(tx, declaration), options.override);
    return this.judge(tx, declaration, withoutNumbersAbove(found, declaration), options);
  }

  /** Judges the rows of a table that `locate` found. */
  async judge(
    tx: EntityManager,
    declaration: ImportDeclaration,
    found: FoundTable,
    { places, corrections = [] }: Omit<CheckOptions, 'override'>,
  ): Promise<CheckedFile> {
    const context: CheckContext = {
      today: this.clock.today(),
      reaches: (place) => reaches(places, place),
      heldBack: await heldBack(tx),
    };
    const table = corrected(found, corrections);
    const rows = readRows(table, declaration.fields, declaration.faults, context);
    await declaration.check(tx, rows, context);
    return { table, rows, totals: checkTotals(table, rows, declaration), counts: countsOf(rows), context };
  }
}

/** Headings are kept and remembered; a row of people that was taken for headings must not show their numbers. */
function withoutNumbersAbove(table: FoundTable, declaration: ImportDeclaration): FoundTable {
  const show = shownIn(declaration);
  return { ...table, columns: table.columns.map((one) => ({ ...one, heading: show(null, one.heading) })) };
}

function reaches(places: Places, place: { path: string; leadsPath: string }): boolean {
  if (places === 'everywhere') return true;
  return places.some(({ by, lo, hi }) => {
    const at = by === 'path' ? place.path : place.leadsPath;
    return at >= lo && at < hi;
  });
}

function countsOf(rows: readonly CheckRow[]): Counts {
  const count = (holds: (row: CheckRow) => boolean): number => rows.filter(holds).length;
  const faulty = count((row) => row.state === 'FAULTY');
  const blocked = count((row) => row.state === 'BLOCKED');
  return {
    total: rows.length,
    good: rows.length - faulty - blocked,
    faulty,
    blocked,
    flagged: count((row) => row.state === 'FLAGGED'),
    created: count((row) => !row.held && row.action === 'CREATE'),
    updated: count((row) => !row.held && row.action === 'UPDATE'),
    unchanged: count((row) => !row.held && row.action === 'UNCHANGED'),
  };
}

/** What rows held back by imports that were written would have brought in. The latest import has the word. */
async function heldBack(tx: EntityManager): Promise<CheckContext['heldBack']> {
  const rows = await tx.query<{ name: string; row: number; fileName: string }[]>(
    `select name, r.row, b.file_name as "fileName"
     from import_batch b
     join import_row r on r.association_id = b.association_id and r.batch_id = b.id and r.state in ('BLOCKED', 'FAULTY')
     cross join unnest(r.known_as) as name
     where b.association_id = dangwu_association() and b.state = 'IMPORTED'
     order by b.written_at, r.row desc`,
  );
  return new Map(rows.map(({ name, row, fileName }) => [name, { row, fileName }]));
}

async function remembered(tx: EntityManager, { kind }: ImportDeclaration): Promise<RememberedMapping> {
  const rows = await tx.query<{ heading: string; field: string | null }[]>(
    `select heading, field from import_mapping where association_id = dangwu_association() and kind = $1`,
    [kind],
  );
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}
