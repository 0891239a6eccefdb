import type { EntityManager } from 'typeorm';

/** So many are answered at once. */
const most = 200;

interface Asked {
  readonly associationId: string;
  /** those who belong or hold an office there; null: everybody */
  readonly organizationId: string | null;
  readonly search: string;
  readonly now: Date;
}

/** Who may be put on a list of voters, by name. The transaction reaches everywhere in the association. */
export async function votersOf(
  tx: EntityManager,
  { associationId, organizationId, search, now }: Asked,
): Promise<{ people: { id: string; name: string; note: string | null }[]; withoutAccount: number }> {
  const words = `%${search
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  const people = await tx.query<{ id: string; name: string; note: string | null }[]>(
    `select id, name, note from (
       select distinct on (a.id) a.id, a.name, o.name as note
       from account a join access_grant g on g.account_id = a.id and g.deleted_at is null and g.since <= $3
         and (g.until is null or g.until > $3)
       left join party_organization o on o.id = g.organization_id
       where a.association_id = $1 and a.disabled_at is null and a.deleted_at is null
         and g.role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'API_CLIENT')
         and lower(a.name || ' ' || a.username) like $2
         and ($4::uuid is null or g.organization_id = $4 or exists (${formalAt} and f.member_id = a.member_id))
       order by a.id, o.path collate "C") each
     order by name, id limit ${most}`,
    [associationId, words, now, organizationId],
  );
  return { people, withoutAccount: organizationId ? await withoutAccount(tx, associationId, organizationId, now) : 0 };
}

async function withoutAccount(
  tx: EntityManager,
  association: string,
  organization: string,
  now: Date,
): Promise<number> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `select count(*)::int as count from member m
     where m.association_id = $1 and m.status = $2 and m.deleted_at is null and exists (${formalAt} and f.member_id = m.id)
       and not exists (select from account a where a.member_id = m.id and a.disabled_at is null and a.deleted_at is null)`,
    [association, 'FULL', now, organization],
  );
  return count;
}

/** SQL: a formal affiliation `f` of the day $3 at the organization $4 */
const formalAt = `select from affiliation f where f.kind = 'FORMAL' and f.organization_id = $4 and f.deleted_at is null
  and f.since <= $3::timestamptz::date and (f.until is null or f.until > $3::timestamptz::date)`;
