import type { EntityManager } from 'typeorm';

/** So many are answered at once. */
const most = 20;

export interface CandidateRow {
  /** UUID */
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
}

/** Somebody who may score in the association, experts first. The transaction reaches everywhere in it. */
export function candidateRows(
  tx: EntityManager,
  associationId: string,
  search: string,
  now: Date,
): Promise<CandidateRow[]> {
  const words = `%${search
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  return tx.query<CandidateRow[]>(
    `select id, name, note from (
       select distinct on (a.id) a.id, a.name, o.name as note, g.role = 'EXPERT' as expert
       from account a join access_grant g on g.account_id = a.id and g.deleted_at is null and g.since <= $3
         and (g.until is null or g.until > $3)
       left join party_organization o on o.id = g.organization_id
       where a.association_id = $1 and a.disabled_at is null and a.deleted_at is null
         and g.role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'API_CLIENT')
         and lower(a.name || ' ' || a.username) like $2
       order by a.id, expert desc, o.path collate "C") each
     order by expert desc, name, id limit ${most}`,
    [associationId, words, now],
  );
}

/** An assessed organization where it stands today. */
export interface Assessed {
  /** UUID */
  readonly organizationId: string;
  readonly name: string;
  readonly path: string;
  readonly leadsPath: string;
}

interface Own {
  readonly organizationId: string;
  readonly leadsPath: string;
}

/**
 * From whom an expert keeps away (回避): the organizations of their own, by affiliation, post or role; and, as a
 * suggestion, those led by one of these. Whoever works above all that are assessed is not kept from all of them.
 */
export async function ownOrganizations(
  tx: EntityManager,
  accountId: string,
  assessed: readonly Assessed[],
  now: Date,
): Promise<{ readonly own: readonly Assessed[]; readonly led: readonly Assessed[] }> {
  const rows = await tx.query<Own[]>(
    `with own as (
       select g.organization_id as id from access_grant g where g.account_id = $1 and g.deleted_at is null
         and g.organization_id is not null and g.since <= $2 and (g.until is null or g.until > $2)
       union select f.organization_id from account a join affiliation f on f.member_id = a.member_id
         and f.deleted_at is null and f.since <= $2::date and (f.until is null or f.until > $2::date) where a.id = $1
       union select p.organization_id from account a join appointment p on p.member_id = a.member_id
         and p.deleted_at is null and p.since <= $2::date and (p.until is null or p.until > $2::date) where a.id = $1)
     select o.id as "organizationId", o.leads_path as "leadsPath" from own join party_organization o on o.id = own.id`,
    [accountId, now],
  );
  const ids = new Set(rows.map(({ organizationId }) => organizationId));
  const own = assessed.filter(({ organizationId }) => ids.has(organizationId));
  const below = (one: Assessed): boolean => rows.some(({ leadsPath }) => one.leadsPath.startsWith(leadsPath));
  const led = assessed.filter((one) => !ids.has(one.organizationId) && below(one));
  const all = assessed.every((one) => ids.has(one.organizationId) || below(one));
  return { own, led: all ? [] : led };
}
