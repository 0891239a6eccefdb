import type { EntityManager } from 'typeorm';
import type { Correction } from '../check/corrections';
import type { ImportBatchEntity } from './import-batch.entity';

/** What people corrected in a batch. */
export async function correctionsOf(tx: EntityManager, batchId: string): Promise<Correction[]> {
  return tx.query(`select row, col as "column", value from import_correction where batch_id = $1 order by row, col`, [
    batchId,
  ]);
}

/** Keeps one value for cells of one column, in the place of what was said about them before. */
export async function keepCorrections(
  tx: EntityManager,
  { id, associationId }: ImportBatchEntity,
  { rows, column, value }: { readonly rows: readonly number[]; readonly column: number; readonly value: string },
  accountId: string,
): Promise<void> {
  await tx.query(
    `insert into import_correction (batch_id, association_id, row, col, value, account_id)
     select $1, $2, r, $4, $5, $6 from unnest($3::integer[]) r
     on conflict (batch_id, row, col)
       do update set value = excluded.value, account_id = excluded.account_id, corrected_at = now()`,
    [id, associationId, rows, column, value, accountId],
  );
}
