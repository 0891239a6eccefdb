import type { EntityManager } from 'typeorm';
import type { Correction } from '../check/corrections';
import type { BatchSeals } from './batch-seals';
import type { ImportBatchEntity } from './import-batch.entity';

type Kept = Correction & { readonly sealed: Buffer | null };

/** What people corrected in a batch, as they typed it. @param by only what this account typed */
export async function correctionsOf(
  tx: EntityManager,
  batch: Pick<ImportBatchEntity, 'id'>,
  seals: BatchSeals,
  by: string | null = null,
): Promise<Correction[]> {
  const kept = await tx.query<Kept[]>(
    `select row, col as "column", value, sealed from import_correction
     where batch_id = $1 and ($2::uuid is null or account_id = $2) order by row, col`,
    [batch.id, by],
  );
  const sealed = kept.flatMap((one) => (one.sealed ? [{ one, sealed: one.sealed }] : []));
  const texts = await seals.open(
    tx,
    batch,
    'import_correction',
    sealed.map((each) => each.sealed),
  );
  const typed = new Map(sealed.map(({ one }, i) => [one, texts[i]?.toString()]));
  return kept.map((one) => ({ row: one.row, column: one.column, value: typed.get(one) ?? one.value }));
}

export interface NewCorrection {
  readonly rows: readonly number[];
  readonly column: number;
  readonly value: string;
  /** what may be shown of the value, where it is to be sealed */
  readonly shown: string | null;
}

/** Keeps one value for cells of one column, in the place of what was said about them before. */
export async function keepCorrections(
  tx: EntityManager,
  batch: ImportBatchEntity,
  { rows, column, value, shown }: NewCorrection,
  accountId: string,
  seals: BatchSeals,
): Promise<void> {
  const [sealed = null] = shown === null ? [] : await seals.seal(tx, batch, 'import_correction', [value]);
  await tx.query(
    `insert into import_correction (batch_id, association_id, row, col, value, sealed, account_id)
     select $1, $2, r, $4, $5, $6, $7 from unnest($3::integer[]) r
     on conflict (batch_id, row, col) do update set value = excluded.value, sealed = excluded.sealed,
       account_id = excluded.account_id, corrected_at = now()`,
    [batch.id, batch.associationId, rows, column, shown ?? value, sealed, accountId],
  );
}
