import { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganizationType, ParentRelation } from '../organization.enums';

/** Columns that operations change, as the database names them. */
export type ChangedColumns = Readonly<
  Partial<
    Record<
      | 'name'
      | 'pinyin'
      | 'pinyin_initials'
      | 'type'
      | 'status'
      | 'dissolved_on'
      | 'term_years'
      | 'term_ends_on'
      | 'parent_id'
      | 'relation'
      | 'reported_member_count'
      | 'reported_on',
      string | number | null
    >
  >
>;

/** What operations change, as it was on a day. */
export interface PastState {
  readonly name: string;
  readonly type: OrganizationType;
  readonly termYears: number | null;
  readonly termEndsOn: string | null;
  readonly parentId: string | null;
  readonly relation: ParentRelation | null;
}

const columns = `association_id, external_id, version, deleted_at, created_at, updated_at, code, name, pinyin,
  pinyin_initials, type, tier, status, founded_on, dissolved_on, term_years, term_ends_on, reported_member_count,
  reported_on, flag_count, no, parent_id, relation`;

/**
 * The versions behind reads as of a day. An operation dated in the past rewrites what came after it, up to the next
 * operation of its own kind; paths of a whole subtree follow in one statement, however many organizations it has.
 */
@Injectable()
export class OrganizationHistory {
  /** The first version of new organizations, each from its own day; paths follow those the parent had since then. */
  async begin(tx: EntityManager, ids: readonly string[], from: readonly string[]): Promise<void> {
    await tx.query(
      `insert into organization_version (id, ${columns}, path, leads_path, valid_from)
       select o.id, ${columns}, path, leads_path, f.day
       from party_organization o join unnest($1::uuid[], $2::date[]) f (id, day) on f.id = o.id`,
      [ids, from],
    );
    await this.derivePaths(tx, ids, '-infinity');
  }

  /**
   * Writes `set` into the versions from a day until another (null: until now).
   * The place follows with everything below when `parent_id` is among the columns.
   */
  async change(
    tx: EntityManager,
    id: string,
    { from, until, set }: { readonly from: string; readonly until: string | null; readonly set: ChangedColumns },
  ): Promise<void> {
    if (Object.keys(set).length === 0) return;
    // nothing to cut at `until`: the change that took over then began a version on that day
    await this.split(tx, [id], from);
    const names = Object.keys(set);
    await tx.query(
      `update organization_version set ${names.map((name, i) => `${name} = $${i + 4}`).join(', ')}
       where id = $1 and valid_from >= $2 and ($3::date is null or valid_from < $3)`,
      [id, from, until, ...Object.values(set)],
    );
    if ('parent_id' in set) await this.derivePaths(tx, [id], from);
  }

  /** Begins versions on a day, so that what the present rows then get holds from there and not before. */
  async cut(tx: EntityManager, ids: readonly string[], day: string): Promise<void> {
    if (ids.length > 0) await this.split(tx, ids, day);
  }

  /** The open version is the present row: what has no day of its own (counts, version, tier) follows into it. */
  async mirror(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update organization_version v set (${columns}, path, leads_path) = (select ${columns}, path, leads_path
         from party_organization o where o.id = v.id)
       where v.id = any($1) and v.valid_to is null and exists (select from party_organization o where o.id = v.id)`,
      [ids],
    );
  }

  /** The first day of an organization in the tree. */
  async firstDay(tx: EntityManager, id: string): Promise<string | null> {
    const [row] = await tx.query<{ day: string | null }[]>(
      `select min(valid_from)::text as day from organization_version where id = $1`,
      [id],
    );
    return row?.day ?? null;
  }

  /** The version that held on a day. */
  async versionOn(tx: EntityManager, id: string, day: string): Promise<PastState | null> {
    const [row] = await tx.query<PastState[]>(
      `select name, type, term_years as "termYears", term_ends_on::text as "termEndsOn", parent_id as "parentId", relation
       from organization_version where id = $1 and valid_from <= $2 and coalesce(valid_to, 'infinity') > $2`,
      [id, day],
    );
    return row ?? null;
  }

  /** Of organizations below `parent`, one that stood elsewhere on the day or at any time after it. */
  async cameOrWent(
    tx: EntityManager,
    ids: readonly string[],
    parent: string,
    from: string,
  ): Promise<{ name: string; day: string } | null> {
    const [row] = await tx.query<{ name: string; day: string }[]>(
      `select name, greatest(valid_from, $3::date)::text as day from organization_version
       where id = any($1) and parent_id <> $2 and coalesce(valid_to, 'infinity') > $3 limit 1`,
      [ids, parent, from],
    );
    return row ?? null;
  }

  /** Organizations that stand directly below on the day or at any time after it, dissolved ones left out. */
  async childrenSince(
    tx: EntityManager,
    id: string,
    from: string,
    until: string | null,
  ): Promise<{ id: string; name: string; type: OrganizationType }[]> {
    return tx.query(
      `select distinct on (id) id, name, type from organization_version
       where parent_id = $1 and status <> 'DISSOLVED' and deleted_at is null
         and coalesce(valid_to, 'infinity') > $2 and valid_from < coalesce($3::date, 'infinity')
       order by id, valid_from desc`,
      [id, from, until],
    );
  }

  /** Whether `other` is `id` or stood below it on the day or at any time from then `until`. */
  async isBelowSince(
    tx: EntityManager,
    other: string,
    id: string,
    from: string,
    until: string | null,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from organization_version o
       where o.id = $1 and coalesce(o.valid_to, 'infinity') > $3 and o.valid_from < coalesce($4::date, 'infinity')
         and o.path like '%/' || (select no from organization_version where id = $2 limit 1) || '/%' limit 1`,
      [other, id, from, until],
    );
    return rows.length > 0;
  }

  /** The part of the tree below an organization as the tree was on a day; nowhere if it did not stand in it then. */
  async areaAsOf(tx: EntityManager, id: string, asOf: string): Promise<Area> {
    const [row] = await tx.query<{ path: string; leadsPath: string }[]>(
      `select path, leads_path as "leadsPath" from organization_version
       where id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
      [id, asOf],
    );
    return row ? Area.subtree(row) : Area.nowhere;
  }

  /** Cuts the versions that cover the day in two, so that a change can begin there. */
  private async split(tx: EntityManager, ids: readonly string[], day: string): Promise<void> {
    await tx.query(
      `with cut as (
         update organization_version set valid_to = $2
         where id = any($1) and valid_from < $2 and coalesce(valid_to, 'infinity') > $2
         returning id, valid_from)
       insert into organization_version (id, ${columns}, path, leads_path, valid_from, valid_to)
       select v.id, ${columns}, path, leads_path, $2, v.valid_to
       from organization_version v join cut using (id, valid_from)`,
      [ids, day],
    );
  }

  /**
   * Derives the paths of organizations and of all that stood below them, from a day on: each version is cut where the
   * parent's place changed. Before its parent was there an organization counts as being where it was later. Those
   * whose parent is given, too, follow it.
   */
  private async derivePaths(tx: EntityManager, ids: readonly string[], from: string): Promise<void> {
    await tx.query(
      `with recursive placed (id, source, valid_from, valid_to, path, leads_path) as (
         select v.id, v.valid_from, greatest(v.valid_from, p.valid_from, $2::date), least(v.valid_to, p.valid_to),
           p.path || v.no || '/', case v.relation when 'GUIDES' then a.path || v.no || '/' else p.leads_path || v.no || '/' end
         from organization_version v
         join lateral (select '/' || no || '/' as path from association where id = v.association_id) a on true
         join lateral (
           select path, leads_path, valid_to,
             case when valid_from = min(valid_from) over () then '-infinity' else valid_from end as valid_from
           from organization_version where id = v.parent_id) p
           on p.valid_from < coalesce(v.valid_to, 'infinity') and coalesce(p.valid_to, 'infinity') > greatest(v.valid_from, $2::date)
         where v.id = any($1) and v.parent_id <> all($1) and coalesce(v.valid_to, 'infinity') > $2::date
         union
         select c.id, c.valid_from, greatest(c.valid_from, p.valid_from), least(c.valid_to, p.valid_to),
           p.path || c.no || '/',
           case c.relation when 'GUIDES' then '/' || split_part(p.path, '/', 2) || '/' || c.no || '/' else p.leads_path || c.no || '/' end
         from placed p join organization_version c on c.parent_id = p.id
           and c.valid_from < coalesce(p.valid_to, 'infinity') and coalesce(c.valid_to, 'infinity') > p.valid_from
       ), cut as (
         update organization_version v set valid_to = f.day
         from (select id, source, min(valid_from) as day from placed group by id, source) f
         where v.id = f.id and v.valid_from = f.source and v.valid_from < f.day
       )
       insert into organization_version (id, ${columns}, path, leads_path, valid_from, valid_to)
       select v.id, ${columns}, placed.path, placed.leads_path, placed.valid_from, placed.valid_to
       from placed join organization_version v on v.id = placed.id and v.valid_from = placed.source
       on conflict (id, valid_from) do update
         set path = excluded.path, leads_path = excluded.leads_path, valid_to = excluded.valid_to`,
      [ids, from],
    );
  }
}
