import type { EntityManager } from 'typeorm';
import { writeWorkbook } from '../sheet/excel';
import type { BatchSeals } from './batch-seals';
import type { ImportBatchEntity } from './import-batch.entity';
import { ImportFaultEntity } from './import-fault.entity';
import { ImportRowEntity } from './import-row.entity';

/**
 * The rows that were held back, cells as they came in or were corrected here, with a column that says what is wrong and
 * what to do. Corrected and uploaded again it is a roster like any other: the engine knows the column 问题 and passes
 * over it.
 *
 * @param seals opens what was sealed of personal cells; without it they come masked
 */
export async function faultyRowsOf(
  tx: EntityManager,
  batch: ImportBatchEntity,
  seals: BatchSeals | null,
): Promise<Buffer> {
  const held = await tx
    .createQueryBuilder(ImportRowEntity, 'r')
    .where(`r.batchId = :id and r.state in ('FAULTY', 'BLOCKED')`, { id: batch.id })
    .orderBy('r.row')
    .getMany();
  const faults = await tx.find(ImportFaultEntity, {
    where: { batchId: batch.id },
    order: { row: 'ASC', position: 'ASC' },
  });
  const byRow = new Map<number, ImportFaultEntity[]>(held.map(({ row }) => [row, []]));
  for (const fault of faults) byRow.get(fault.row)?.push(fault);
  const problem = (row: number): string =>
    (byRow.get(row) ?? [])
      .map(({ columnName, message, advice }) => `【${columnName}】${message.zh}${advice.zh}`)
      .join('\n');
  const corrections = (row: ImportRowEntity): string[] =>
    row.cells.flatMap(({ column, original }) => (original == null ? [] : [`【${column}】已改正，原为“${original}”。`]));
  const opened = seals ? await openRows(tx, batch, held, seals) : new Map<number, string[]>();
  return writeWorkbook({
    name: '待改正',
    columns: [...batch.mapping.map(({ heading }) => ({ heading })), { heading: '问题', width: 60 }],
    rows: held.map((row) => [
      ...(opened.get(row.row) ?? row.cells.map(({ value }) => value)).map((text) => text || null),
      [problem(row.row), ...corrections(row)].join('\n'),
    ]),
  });
}

/** What the cells of rows say, by row number; rows of which nothing was sealed are left out. */
async function openRows(
  tx: EntityManager,
  batch: ImportBatchEntity,
  rows: readonly ImportRowEntity[],
  seals: BatchSeals,
): Promise<Map<number, string[]>> {
  const kept = rows.flatMap(({ row, sealed }) => (sealed ? [{ row, sealed }] : []));
  const sealed = kept.map((one) => one.sealed);
  const texts = await seals.open(tx, batch, 'import_row', sealed);
  return new Map(
    kept.flatMap(({ row }, i) => {
      const text = texts[i];
      return text ? [[row, JSON.parse(text.toString()) as string[]] as const] : [];
    }),
  );
}
