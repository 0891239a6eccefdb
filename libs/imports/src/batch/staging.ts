import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { CheckRow } from '../check/check-row';
import { chunks } from '../chunks';
import type { CheckedFile } from '../check/import-check';
import type { Fault } from '../fault';
import type { ImportDeclaration, WrittenRow } from '../kind';
import { isPersonal, shownIn } from '../personal';
import type { SheetRow } from '../sheet/sheet';
import type { FoundTable } from '../table/find-table';
import type { BatchSeals } from './batch-seals';
import type { ImportBatchEntity } from './import-batch.entity';
import type { StagedCell } from './import-row.entity';

/** Puts a checked file where the preview reads it. What an earlier attempt of the same check left is replaced. */
export async function stage(
  tx: EntityManager,
  batch: ImportBatchEntity,
  checked: CheckedFile,
  declaration: ImportDeclaration,
  seals: BatchSeals,
): Promise<void> {
  await clearStage(tx, batch.id);
  const show = shownIn(declaration);
  const sealed = isPersonal(declaration) ? await sealHeld(tx, batch, checked, seals) : new Map<number, string>();
  const recordOf = faultRecords(checked);
  for (const part of chunks(checked.rows)) {
    const staged = part.map((row) => ({ id: newId(), row }));
    await tx.query(
      `insert into import_row (id, association_id, batch_id, row, state, action, cells, known_as, sealed)
       select r.id, $1, $2, r.row, r.state, r.action, r.cells, r.known_as, decode(r.sealed, 'base64')
       from jsonb_to_recordset($3::jsonb)
         as r (id uuid, row integer, state text, action text, cells jsonb, known_as text[], sealed text)`,
      [
        batch.associationId,
        batch.id,
        json(staged.map(({ id, row }) => rowRecord(id, row, cellsOf(checked.table, row.source, show), sealed))),
      ],
    );
    await stageFaults(
      tx,
      batch,
      staged.flatMap(({ id, row }) => [
        ...row.faults.map((fault) => recordOf(row.row, id, fault, fault.severity)),
        ...(row.blocked ? [recordOf(row.row, id, row.blocked, 'BLOCKED')] : []),
      ]),
    );
  }
  await stageFaults(
    tx,
    batch,
    checked.totals.map(({ row, flag }) => recordOf(row, null, flag, 'FLAG')),
  );
}

function faultRecords({ table }: CheckedFile) {
  const columns = new Map(table.columns.map(({ field, heading }, i) => [field, { heading, position: i }]));
  return (row: number, rowId: string | null, fault: Fault, severity: string): object => ({
    id: newId(),
    row_id: rowId,
    row,
    position: columns.get(fault.field)?.position ?? table.columns.length,
    column_name: columns.get(fault.field)?.heading ?? '',
    code: fault.code,
    found: fault.found,
    suggestion: fault.suggestion,
    severity,
    message: fault.message,
    advice: fault.advice,
  });
}

async function stageFaults(tx: EntityManager, batch: ImportBatchEntity, faults: readonly object[]): Promise<void> {
  for (const part of chunks(faults)) {
    await tx.query(
      `insert into import_fault
         (id, association_id, batch_id, row_id, row, position, column_name, code, found, suggestion, severity, message, advice)
       select f.id, $1, $2, f.row_id, f.row, f.position, f.column_name, f.code, f.found, f.suggestion, f.severity, f.message, f.advice
       from jsonb_to_recordset($3::jsonb) as f (id uuid, row_id uuid, row integer, position integer, column_name text,
         code text, found text, suggestion text, severity text, message jsonb, advice jsonb)`,
      [batch.associationId, batch.id, json(part)],
    );
  }
}

/** Staged rows of a batch that will never be written are not kept. */
export async function clearStage(tx: EntityManager, batchId: string): Promise<void> {
  await tx.query(`delete from import_fault where batch_id = $1`, [batchId]);
  await tx.query(`delete from import_row where batch_id = $1`, [batchId]);
}

/** The same, what people corrected in it, and the key under which anything of it was sealed: for batches that are over. */
export async function forgetStage(
  tx: EntityManager,
  { id }: Pick<ImportBatchEntity, 'id'>,
  seals: BatchSeals,
): Promise<void> {
  await clearStage(tx, id);
  await tx.query(`delete from import_correction where batch_id = $1`, [id]);
  await seals.erase(tx, { id });
}

/** Keeps with each staged row of a set what became of it. */
export async function recordWritten(tx: EntityManager, batchId: string, rows: readonly WrittenRow[]): Promise<void> {
  if (rows.length > 0)
    await tx.query(
      `update import_row r set action = w.action, subject_id = w.subject_id, subject_version = w.subject_version,
         before = w.before, version = r.version + 1
       from jsonb_to_recordset($2::jsonb)
         as w (row integer, action text, subject_id uuid, subject_version integer, before jsonb)
       where r.batch_id = $1 and r.row = w.row`,
      [
        batchId,
        json(
          rows.map((row) => ({
            row: row.row,
            action: row.action,
            subject_id: row.subjectId,
            subject_version: row.subjectVersion,
            before: row.before,
          })),
        ),
      ],
    );
}

/** What a batch wrote, for taking it back. */
export async function writtenRows(tx: EntityManager, batchId: string): Promise<WrittenRow[]> {
  return tx.query(
    `select row, action, subject_id as "subjectId", subject_version as "subjectVersion", before
     from import_row where batch_id = $1 and subject_id is not null and action <> 'UNCHANGED' order by row`,
    [batchId],
  );
}

/** Rows held back may come out as a file again: what their cells say is kept sealed. Of the others nothing is. */
async function sealHeld(
  tx: EntityManager,
  batch: ImportBatchEntity,
  { table, rows }: CheckedFile,
  seals: BatchSeals,
): Promise<Map<number, string>> {
  const held = new Set(rows.filter((row) => row.held).map((row) => row.row));
  const kept = table.rows.filter(({ row }) => held.has(row));
  const texts = kept.map(({ cells }) =>
    JSON.stringify(table.columns.map(({ column }) => cells.get(column)?.text ?? '')),
  );
  const sealed = await seals.seal(tx, batch, 'import_row', texts);
  return new Map(kept.map(({ row }, i) => [row, sealed[i]!.toString('base64')]));
}

function rowRecord(
  id: string,
  row: CheckRow,
  cells: readonly StagedCell[],
  sealed: ReadonlyMap<number, string>,
): object {
  return {
    id,
    row: row.row,
    state: row.state,
    action: row.held ? null : row.action,
    cells,
    known_as: row.knownAs,
    sealed: sealed.get(row.row) ?? null,
  };
}

/** Every column of the table, also those that nobody knows: a faulty row must come out as it went in. */
function cellsOf(
  { columns, corrected }: FoundTable,
  { row, cells }: SheetRow,
  show: ReturnType<typeof shownIn>,
): StagedCell[] {
  return columns.map(({ column, heading, field }) => {
    const original = corrected?.get(`${row} ${column}`);
    return {
      column: heading,
      value: show(field, cells.get(column)?.text ?? ''),
      original: original === undefined ? null : show(field, original),
    };
  });
}

// PostgreSQL has no place for this one character, in text or jsonb
const json = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');
