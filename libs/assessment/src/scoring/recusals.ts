import type { Viewer } from '@dangwu/access';
import type { EntityManager } from 'typeorm';

/**
 * SQL of whether an organization, or one below it, is where somebody belongs or holds an office (回避): its id, then the
 * parameters of the offices and of the account.
 */
export const ownOf = (organization: string, offices: string, account: string): string => `exists (
  select from party_organization own join party_organization o on o.id = ${organization}
  where own.path >= o.path and own.path < rtrim(o.path, '/') || '0'
    and (own.id = any (${offices}::uuid[]) or own.id = (
      select m.organization_id from account a join member m on m.id = a.member_id and m.deleted_at is null
      where a.id = ${account}::uuid)))`;

/** Where somebody holds any office. */
export const officesIn = ({ grants }: Viewer): string[] => grants.flatMap((grant) => grant.organizationId ?? []);

/** Whether the viewer keeps away from an organization as far as the system knows it by itself. */
export async function isOwn(tx: EntityManager, viewer: Viewer, organizationId: string): Promise<boolean> {
  const [found] = await tx.query<[{ own: boolean }]>(`select ${ownOf('$1', '$2', '$3')} as own`, [
    organizationId,
    officesIn(viewer),
    viewer.account.id,
  ]);
  return found.own;
}
