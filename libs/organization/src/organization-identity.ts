import { platformErrors } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import type { Above } from './organization-checks';

/**
 * Who an organization is, wherever the transaction may reach: identities are known to everyone in the association.
 * Read from the open version, which row-level security does not hide by place.
 *
 * @throws UNKNOWN_ID
 */
export async function identityOf(tx: EntityManager, id: string): Promise<Above> {
  const [found] = await tx.query<Above[]>(
    `select name, type, tier, status from organization_version where id = $1 and valid_to is null`,
    [id],
  );
  if (!found) throw platformErrors.UNKNOWN_ID();
  return found;
}
