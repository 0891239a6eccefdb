import { Access, everywhere, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId, localId, typeOfId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { supervisionErrors } from './supervision.errors';
import type { NamedPerson } from './supervision-item.type';

/** Who something is given to, or who signs: one of them, or none when it is only a name. */
export interface NamedKeys {
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly organizationId: string | null;
}

export const nobody: NamedKeys = { accountId: null, memberId: null, organizationId: null };

/** So many are answered at once. */
const most = 20;

const tables = { Account: 'account', Member: 'member', PartyOrganization: 'party_organization' } as const;
const isNamed = (type: string): type is keyof typeof tables => Object.hasOwn(tables, type);

/** People and organizations that minutes name: found by name, and known by an id, so that two of one name are two. */
@Injectable()
export class NamedPeople {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * Accounts that hold a role at the organization, above or below it, and members of what it leads, by name.
   * @throws UNKNOWN_ID, PERMISSION_MISSING
   */
  async find(viewer: Viewer, organizationId: string, search: string): Promise<NamedPerson[]> {
    const id = localId('PartyOrganization', organizationId);
    const place = await this.access.place(null, viewer, id);
    this.access.require(viewer, 'activity.maintain', place, 'activity.read');
    return this.around(viewer, place.leadsPath, search);
  }

  /** The same for whoever has shown the right to name people there. */
  async around(viewer: Viewer, leadsPath: string, search: string): Promise<NamedPerson[]> {
    const words = `%${search
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      everywhere(tx, () =>
        tx.query<{ accountId: string | null; memberId: string | null; name: string; note: string | null }[]>(people, [
          viewer.association.id,
          leadsPath,
          words,
          this.clock.now(),
          this.clock.today(),
        ]),
      ),
    );
    return rows.map(({ accountId, memberId, name, note }) => ({
      id: accountId ? globalId('Account', accountId) : globalId('Member', memberId!),
      name,
      note,
      hasAccount: accountId !== null,
    }));
  }

  /** What an id names, as it is called today. @throws PERSON_UNKNOWN, MALFORMED_ID */
  async named(tx: EntityManager, associationId: string, id: string, name: string): Promise<string> {
    const type = typeOfId(id);
    if (!isNamed(type)) throw supervisionErrors.PERSON_UNKNOWN({ name });
    const [row] = await everywhere(tx, () =>
      tx.query<{ name: string }[]>(
        `select name from ${tables[type]} where id = $1 and association_id = $2 and deleted_at is null`,
        [localId(type, id), associationId],
      ),
    );
    if (!row) throw supervisionErrors.PERSON_UNKNOWN({ name });
    return row.name;
  }
}

/** The keys behind an id that `named` has accepted. */
export function keysOf(id: string | null | undefined): NamedKeys {
  if (!id) return nobody;
  switch (typeOfId(id)) {
    case 'Account':
      return { ...nobody, accountId: localId('Account', id) };
    case 'Member':
      return { ...nobody, memberId: localId('Member', id) };
    default:
      return { ...nobody, organizationId: localId('PartyOrganization', id) };
  }
}

const people = `
  with open as (select a.* from account a where a.association_id = $1 and a.disabled_at is null and a.deleted_at is null),
  found as (
    select a.id as account_id, m.id as member_id, m.name, o.name as note, 0 as rank, m.search_text
    from affiliation f join member m on m.id = f.member_id and m.deleted_at is null
    join party_organization o on o.id = f.organization_id left join open a on a.member_id = m.id
    where f.association_id = $1 and f.deleted_at is null and f.since <= $5 and (f.until is null or f.until > $5)
      and starts_with(o.leads_path, $2)
    union all
    select a.id, a.member_id, a.name, o.name, 1, lower(a.name || ' ' || a.username)
    from access_grant g join open a on a.id = g.account_id left join party_organization o on o.id = g.organization_id
    where g.association_id = $1 and g.deleted_at is null and g.since <= $4 and (g.until is null or g.until > $4)
      and g.role in ('SECRETARY', 'PARTY_STAFF', 'COMMITTEE_MEMBER', 'DISCIPLINE_OFFICER', 'LEADER', 'MEMBER')
      and (g.organization_id is null or starts_with($2, o.leads_path) or starts_with(o.leads_path, $2))
  )
  select account_id as "accountId", member_id as "memberId", name, note from (
    select distinct on (coalesce(account_id, member_id)) * from found where search_text like $3
    order by coalesce(account_id, member_id), rank) each
  order by (account_id is null), name, coalesce(account_id, member_id) limit ${most}`;
