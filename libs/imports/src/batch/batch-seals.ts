import { PersonKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportBatchEntity } from './import-batch.entity';
import type { ImportRowEntity } from './import-row.entity';

/** Where sealed texts of a batch stand: each in the column `sealed`. */
export type SealedTable = 'import_row' | 'import_correction';

type Batch = Pick<ImportBatchEntity, 'id' | 'associationId'>;

const fieldOf = (table: SealedTable) => ({ table, column: 'sealed' });

/** What has to be kept of personal cells: sealed, under a key that a batch has as a person has one. */
@Injectable()
export class BatchSeals {
  constructor(private readonly keys: PersonKeys) {}

  /** In the order given. */
  seal(
    tx: EntityManager,
    { id: personId, associationId }: Batch,
    table: SealedTable,
    texts: readonly string[],
  ): Promise<Buffer[]> {
    const field = fieldOf(table);
    return this.keys.encryptAll(
      tx,
      associationId,
      texts.map((plain) => ({ personId, field, plain })),
    );
  }

  /** Null where the key is erased. */
  open(
    tx: EntityManager,
    { id: personId }: Batch,
    table: SealedTable,
    sealed: readonly Buffer[],
  ): Promise<(string | null)[]> {
    const field = fieldOf(table);
    return this.keys.decryptAll(
      tx,
      sealed.map((value) => ({ personId, field, sealed: value })),
    );
  }

  /** What the cells of staged rows say, by row number; rows of which nothing was sealed are left out. */
  async openRows(tx: EntityManager, batch: Batch, rows: readonly ImportRowEntity[]): Promise<Map<number, string[]>> {
    const kept = rows.flatMap(({ row, sealed }) => (sealed ? [{ row, sealed }] : []));
    const sealed = kept.map((one) => one.sealed);
    const texts = await this.open(tx, batch, 'import_row', sealed);
    return new Map(
      kept.flatMap(({ row }, i) => {
        const text = texts[i];
        return text ? [[row, JSON.parse(text) as string[]] as const] : [];
      }),
    );
  }
}
