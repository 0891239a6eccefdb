import type { PersonKeys } from '@dangwu/platform/keys';
import type { EntityManager } from 'typeorm';
import { writeWorkbook } from '../sheet/excel';
import type { ImportBatchEntity } from './import-batch.entity';
import { ImportFaultEntity } from './import-fault.entity';
import { ImportRowEntity } from './import-row.entity';
import { stagedField } from './staging';

/**
 * The rows that were held back, cells as they came in, with a column that says what is wrong and what to do. Corrected
 * and uploaded again it is a roster like any other: the engine knows the column 问题 and passes over it.
 */
export async function faultyRowsOf(tx: EntityManager, batch: ImportBatchEntity, keys: PersonKeys): Promise<Buffer> {
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
  const opened = await open(tx, batch, held, keys);
  return writeWorkbook({
    name: '待改正',
    columns: [...batch.mapping.map(({ heading }) => ({ heading })), { heading: '问题', width: 60 }],
    rows: held.map((row) => [...(opened.get(row.row) ?? valuesOf(row)).map((text) => text || null), problem(row.row)]),
  });
}

const valuesOf = ({ cells }: ImportRowEntity): string[] => cells.map(({ value }) => value);

/** Whoever uploaded the file gets back what stood in it. */
async function open(
  tx: EntityManager,
  { id }: ImportBatchEntity,
  rows: readonly ImportRowEntity[],
  keys: PersonKeys,
): Promise<Map<number, string[]>> {
  const kept = rows.flatMap(({ row, sealed }) => (sealed ? [{ row, sealed }] : []));
  const texts = await keys.decryptAll(
    tx,
    kept.map(({ sealed }) => ({ personId: id, field: stagedField, sealed })),
  );
  return new Map(kept.flatMap(({ row }, i) => (texts[i] ? [[row, JSON.parse(texts[i]) as string[]] as const] : [])));
}
