import type { EntityManager } from 'typeorm';
import type { Post } from './member.enums';

/**
 * Posts of members, held on the day or later, that no affiliation carries: one with the organization itself, with
 * anything below it, or, for a party group, with its branch.
 *
 * @returns by member; nothing for those whose posts all are carried
 */
export async function postsNotCarried(
  tx: EntityManager,
  memberIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly Post[]>> {
  const posts = await tx.query<{ memberId: string; post: Post }[]>(
    // versions, as organizations may lie outside what the transaction reaches; where they stand is known to everyone
    `select p.member_id as "memberId", p.post
     from appointment p join organization_version o on o.id = p.organization_id and o.valid_to is null
     where p.member_id = any($1) and p.deleted_at is null and (p.until is null or p.until > $2)
       and not exists (
         select from affiliation a join organization_version home on home.id = a.organization_id and home.valid_to is null
         where a.member_id = p.member_id and a.deleted_at is null
           and a.since <= greatest(p.since, $2) and (a.until is null or a.until > greatest(p.since, $2))
           and (starts_with(home.path, o.path) or (o.type = 'PARTY_GROUP' and o.parent_id = home.id)))
     order by p.rank`,
    [memberIds, day],
  );
  const loose = new Map<string, Post[]>();
  for (const { memberId, post } of posts) loose.set(memberId, [...(loose.get(memberId) ?? []), post]);
  return loose;
}
