import type { Messages } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import type { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { summaryOf } from '../history/organization-operation.summary';

type Row = Pick<OrganizationOperationEntity, 'kind' | 'before' | 'after' | 'effectiveOn'> & { readonly name: string };

/**
 * Operations that wait for their day and fall with what was just done in this transaction: those it withdrew, and those
 * of, or into, organizations that it dissolved. The latter are refused on their day.
 */
export async function fallingWith(tx: EntityManager, ids: readonly string[]): Promise<Messages[]> {
  const rows = await tx.query<Row[]>(
    `select op.kind, op.before, op.after, op.effective_on::text as "effectiveOn", o.name
     from organization_operation op join party_organization o on o.id = op.organization_id
     where op.state = 'WITHDRAWN' and op.updated_at = transaction_timestamp()
       or op.state = 'PENDING' and exists (
         select from party_organization gone where gone.id = any($1) and gone.status = 'DISSOLVED'
           and (gone.id = op.organization_id or gone.id = any(op.refers_to)))
     order by op.effective_on, o.path`,
    [ids],
  );
  return rows.map((row) => {
    const { zh, en } = summaryOf(row);
    return {
      zh: `“${row.name}”${row.effectiveOn} 的“${zh}”不再执行`,
      en: `"${en}" of "${row.name}" on ${row.effectiveOn} is not carried out`,
    };
  });
}
