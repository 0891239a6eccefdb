import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DomainError, type Messages } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What an operation would bring about. */
export interface ForeseenOperation {
  readonly organizationIds: readonly string[];
  readonly refusals: readonly Messages[];
}

/** Never leaves this file: takes everything back that was tried. */
class Tried extends Error {
  constructor(readonly organizationIds: readonly string[]) {
    super('tried');
  }
}

/** Does an operation whole and takes it back, so that what is foreseen is what will happen. */
@Injectable()
export class ForeseeOperation {
  constructor(private readonly database: Database) {}

  /** @param work the operation; inside the transaction that is taken back */
  async foresee(viewer: Viewer, work: (tx: EntityManager) => Promise<unknown>): Promise<ForeseenOperation> {
    try {
      await this.database.transaction(viewer.scope('organization.maintain'), async (tx) => {
        await work(tx);
        // every write sets updated_at to the beginning of its transaction
        const rows = await tx.query<{ id: string }[]>(
          `select id from party_organization where updated_at = transaction_timestamp() order by path`,
        );
        throw new Tried(rows.map(({ id }) => id));
      });
      throw new Error('unreachable');
    } catch (error) {
      if (error instanceof Tried) return { organizationIds: error.organizationIds, refusals: [] };
      if (error instanceof DomainError) return { organizationIds: [], refusals: [error.messages] };
      throw error;
    }
  }
}
