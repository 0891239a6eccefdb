import { everywhere } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import type { Language } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An account that may sign in. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly language: Language;
  /** kinds of letters that the person has switched off */
  readonly lettersOff: readonly string[];
}

/**
 * Who is told on behalf of an organization, by rank: its secretary, by roster or by grant; else the staff at it; else the
 * staff at the nearest organization that leads it; else the staff of the whole association. The roster alone gives no
 * right, so that a secretary by roster is told only with a grant by which the activities are theirs.
 */
const ranked = `
  with asked as (select id, leads_path from party_organization where id = any($2)),
  held as (
    select g.account_id, g.role, g.organization_id, o.leads_path, a.member_id
    from access_grant g join account a on a.id = g.account_id
    left join party_organization o on o.id = g.organization_id
    where g.association_id = $1 and g.role in ('SECRETARY', 'PARTY_STAFF') and g.deleted_at is null and g.since <= $3
      and (g.until is null or g.until > $3) and a.disabled_at is null and a.deleted_at is null
      and (g.organization_id is null or o.id is not null)
  ), ranks as (
    select asked.id as organization_id, held.account_id, case
      when held.role = 'SECRETARY' and held.organization_id = asked.id then 0
      when exists (select from appointment p where p.member_id = held.member_id and p.organization_id = asked.id
        and p.post = 'SECRETARY' and p.deleted_at is null and p.since <= $4 and (p.until is null or p.until > $4)) then 0
      when held.organization_id = asked.id then 1
      when held.role = 'PARTY_STAFF' and held.organization_id is not null
        then 2 + length(asked.leads_path) - length(held.leads_path)
      when held.role = 'PARTY_STAFF' then 100000 end as rank
    from asked join held on held.organization_id is null or starts_with(asked.leads_path, held.leads_path)
  )
  select distinct r.organization_id as "organizationId", a.id, a.name, a.mail, a.language,
    a.letters_off as "lettersOff"
  from ranks r join account a on a.id = r.account_id
  where r.rank = (select min(m.rank) from ranks m where m.organization_id = r.organization_id)
  order by a.id`;

/** Who answers for the activities of organizations, and is reminded. */
@Injectable()
export class AnswerableAccounts {
  constructor(private readonly clock: Clock) {}

  /** By the UUID of the organization; one for which nobody answers is left out. */
  async of(
    tx: EntityManager,
    associationId: string,
    organizationIds: readonly string[],
  ): Promise<Map<string, Addressee[]>> {
    const ids = [...new Set(organizationIds)];
    const values = [associationId, ids, this.clock.now(), this.clock.today()];
    const found = await everywhere(tx, () => tx.query<(Addressee & { organizationId: string })[]>(ranked, values));
    const by = new Map<string, Addressee[]>();
    for (const { organizationId, ...account } of found)
      by.set(organizationId, [...(by.get(organizationId) ?? []), account]);
    return by;
  }
}
