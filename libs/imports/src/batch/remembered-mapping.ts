import type { EntityManager } from 'typeorm';
import { comparable } from '../table/normalize';
import type { ImportBatchEntity } from './import-batch.entity';

/** Keeps what people said about headings, for the association's next files of the kind. The last word counts. */
export async function rememberMapping(
  tx: EntityManager,
  { associationId, kind }: Pick<ImportBatchEntity, 'associationId' | 'kind'>,
  choices: readonly { readonly heading: string; readonly field: string | null }[],
  accountId: string | null,
): Promise<void> {
  const said = new Map(choices.map(({ heading, field }) => [comparable(heading), field]));
  await tx.query(
    `insert into import_mapping (association_id, kind, heading, field, account_id)
     select $1, $2, m.heading, m.field, $5 from unnest($3::text[], $4::text[]) m (heading, field)
     on conflict (association_id, kind, heading)
       do update set field = excluded.field, account_id = excluded.account_id, decided_at = now()`,
    [associationId, kind, [...said.keys()], [...said.values()], accountId],
  );
}
