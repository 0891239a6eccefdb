import type { Viewer } from '@dangwu/access';
import type { EntityManager } from 'typeorm';

/**
 * Whether somebody keeps away from an organization (回避) as far as the system knows it by itself: it, or one below it, is
 * where the viewer belongs or holds an office.
 */
export async function isOwn(tx: EntityManager, viewer: Viewer, organizationId: string): Promise<boolean> {
  const offices = viewer.grants.flatMap((grant) => grant.organizationId ?? []);
  const [found] = await tx.query<[{ own: boolean }]>(
    `select exists (
       select from party_organization own join party_organization o on o.id = $1
       where own.path >= o.path and own.path < rtrim(o.path, '/') || '0'
         and (own.id = any ($2) or own.id = (
           select m.organization_id from account a join member m on m.id = a.member_id and m.deleted_at is null
           where a.id = $3))) as own`,
    [organizationId, offices, viewer.account.id],
  );
  return found.own;
}
