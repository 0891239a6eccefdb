import { PersonKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportBatchEntity } from './import-batch.entity';

/** What is sealed of a batch: cells of rows held back, what people typed instead of them, the file. */
export type SealedPart = 'import_row' | 'import_correction' | 'file';

type Batch = Pick<ImportBatchEntity, 'id' | 'associationId'>;

/** What has to be kept of personal cells: sealed, under a key that a batch has as a person has one. */
@Injectable()
export class BatchSeals {
  constructor(private readonly keys: PersonKeys) {}

  /** In the order given. */
  seal(
    tx: EntityManager,
    { id: personId, associationId }: Batch,
    part: SealedPart,
    contents: readonly (string | Buffer)[],
  ): Promise<Buffer[]> {
    const field = { table: part, column: 'sealed' };
    return this.keys.encryptAll(
      tx,
      associationId,
      contents.map((plain) => ({ personId, field, plain })),
    );
  }

  /** Null where the key is erased. */
  open(
    tx: EntityManager,
    { id: personId }: Pick<Batch, 'id'>,
    part: SealedPart,
    all: readonly Buffer[],
  ): Promise<(Buffer | null)[]> {
    const field = { table: part, column: 'sealed' };
    return this.keys.openAll(
      tx,
      all.map((sealed) => ({ personId, field, sealed })),
    );
  }

  /** From now on nothing that was sealed of the batch can be read, in backups either. */
  erase(tx: EntityManager, { id }: Pick<Batch, 'id'>): Promise<void> {
    return this.keys.erase(tx, id);
  }
}
