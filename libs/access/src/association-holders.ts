import type { EntityManager } from 'typeorm';
import type { Permission } from './permissions';
import { reaches, roleKeys } from './roles';

/** Accounts that hold a permission of the whole association: whom to tell. */
export async function associationHolders(
  tx: EntityManager,
  associationId: string,
  permission: Permission,
  at: Date,
): Promise<readonly string[]> {
  const carrying = roleKeys.filter((role) => reaches(role, permission).length > 0);
  const rows = await tx.query<{ id: string }[]>(
    `select distinct g.account_id as id from access_grant g join account a on a.id = g.account_id
     where g.association_id = $1 and g.role = any($2) and g.organization_id is null and g.deleted_at is null
       and g.since <= $3 and (g.until is null or g.until > $3) and a.disabled_at is null`,
    [associationId, carrying, at],
  );
  return rows.map(({ id }) => id);
}
