import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationType, ParentRelation, Tier } from './organization.enums';
import type { OrganizationFigures } from './organization-figures.type';

interface Group {
  readonly tier: Tier | null;
  readonly type: OrganizationType;
  readonly relation: ParentRelation | null;
  readonly count: number;
  readonly flagged: number;
}

/** Counts for Today and the heads of pages. Row-level security narrows the statements to what the viewer may read. */
@Injectable()
export class OrganizationCounts {
  constructor(private readonly database: Database) {}

  /**
   * @param within only this part of the tree, as it was on the day
   * @param asOf as it was on this day; the present place decides what may be read, as everywhere
   */
  async figures(
    viewer: Viewer,
    { within, asOf }: { within: Area | null; asOf: string | null },
  ): Promise<OrganizationFigures> {
    const sight = viewer.area('organization.read');
    const area = within && !asOf ? sight.intersect(within) : sight;
    const scope = { association: viewer.association.id, places: area.ranges, account: viewer.account.id };
    return this.database.transaction(scope, async (tx) => {
      const { groups, terms } = asOf ? await onDay(tx, asOf, within) : await today(tx);
      const sum = (of: (group: Group) => boolean, what: 'count' | 'flagged' = 'count'): number =>
        groups.reduce((total, group) => (of(group) ? total + group[what] : total), 0);
      const term = (code: string): number => terms.find((each) => each.code === code)?.count ?? 0;
      return {
        total: sum(() => true),
        led: sum(({ relation }) => relation === ParentRelation.LEADS),
        guided: sum(({ relation }) => relation === ParentRelation.GUIDES),
        byTier: [...Object.values(Tier), null]
          .map((tier) => ({ tier, count: sum((group) => group.tier === tier) }))
          .filter(({ count }) => count > 0),
        byType: Object.values(OrganizationType)
          .map((type) => ({ type, count: sum((group) => group.type === type) }))
          .filter(({ count }) => count > 0),
        flagged: sum(() => true, 'flagged'),
        termsEndingSoon: term('TERM_ENDS_SOON'),
        termsOverdue: term('TERM_OVERDUE'),
      };
    });
  }
}

interface Counted {
  readonly groups: readonly Group[];
  readonly terms: readonly { readonly code: string; readonly count: number }[];
}

async function today(tx: EntityManager): Promise<Counted> {
  return {
    groups: await tx.query<Group[]>(
      `select tier, type, relation, count(*)::int as count, (count(*) filter (where flag_count > 0))::int as flagged
       from party_organization where status <> 'DISSOLVED' and deleted_at is null group by tier, type, relation`,
    ),
    terms: await tx.query<Counted['terms'][number][]>(
      `select code, count(*)::int as count from organization_flag
       where code in ('TERM_ENDS_SOON', 'TERM_OVERDUE') and deleted_at is null and until is null group by code`,
    ),
  };
}

async function onDay(tx: EntityManager, day: string, within: Area | null): Promise<Counted> {
  const ranges = within?.ranges ?? [];
  const of = (by: 'path' | 'leads', end: 'lo' | 'hi') =>
    ranges.flatMap((range) => (range.by === by ? [range[end]] : []));
  const values = [day, within !== null, of('path', 'lo'), of('path', 'hi'), of('leads', 'lo'), of('leads', 'hi')];
  const there = `select v.* from organization_version v join party_organization present on present.id = v.id
    where v.valid_from <= $1 and coalesce(v.valid_to, 'infinity') > $1 and v.status <> 'DISSOLVED'
      and v.deleted_at is null and present.deleted_at is null
      and (not $2 or exists (select from unnest($3::text[], $4::text[]) r (lo, hi) where v.path >= lo and v.path < hi)
        or exists (select from unnest($5::text[], $6::text[]) r (lo, hi) where v.leads_path >= lo and v.leads_path < hi))`;
  const stood = `f.deleted_at is null and f.since <= $1 and (f.until is null or f.until > $1)`;
  return {
    groups: await tx.query<Group[]>(
      `select v.tier, v.type, v.relation, count(*)::int as count, (count(*) filter (where exists (
         select from organization_flag f where f.organization_id = v.id and ${stood})))::int as flagged
       from (${there}) v group by v.tier, v.type, v.relation`,
      values,
    ),
    terms: await tx.query<Counted['terms'][number][]>(
      `select f.code, count(distinct f.organization_id)::int as count from organization_flag f
       join (${there}) v on v.id = f.organization_id
       where f.code in ('TERM_ENDS_SOON', 'TERM_OVERDUE') and ${stood} group by f.code`,
      values,
    ),
  };
}
