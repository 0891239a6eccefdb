import { OrganizationStatus } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { History, Standing } from './derive-obligations';
import type { Days } from './periods';

interface Version extends Omit<Standing, 'active' | 'line'> {
  readonly id: string;
  readonly status: OrganizationStatus;
  readonly path: string;
  readonly leadsPath: string;
}

/** What organizations were when, as the obligations need it. */
@Injectable()
export class OrganizationTimelines {
  /** Those that ever worked, in the order of the tree; of those named, with everything below them: rules are inherited. */
  async organizations(tx: EntityManager, associationId: string, ids: readonly string[] | 'ALL'): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select o.id from party_organization o
       where o.association_id = $1 and o.deleted_at is null
         and ($2::uuid[] is null or exists (
           select from party_organization n where n.id = any($2) and starts_with(o.path, n.path)))
       order by o.path`,
      [associationId, ids === 'ALL' ? null : ids],
    );
    return rows.map(({ id }) => id);
  }

  async histories(tx: EntityManager, ids: readonly string[], span: Days): Promise<Map<string, History>> {
    const versions = await tx.query<Version[]>(
      `select v.id, v.valid_from::text as "from", v.valid_to::text as until, v.type, v.tier, v.status, v.path, v.leads_path as "leadsPath"
       from organization_version v
       where v.id = any($1) and v.deleted_at is null and v.valid_from <= $2
       order by v.id, v.valid_from`,
      [ids, span.endsOn],
    );
    const byNo = await this.byNumber(tx, versions);
    const teams = await tx.query<{ id: string; from: string; until: string | null }[]>(
      `select organization_id as id, since::text as "from", until::text from leadership_team
       where organization_id = any($1) and deleted_at is null order by organization_id, since`,
      [ids],
    );
    const since = await this.keptSince(tx, versions);
    const histories = new Map<
      string,
      { standings: Standing[]; committees: { from: string; until: string | null }[] }
    >();
    for (const { id, status, path, leadsPath, ...span } of versions) {
      const history = histories.get(id) ?? { standings: [], committees: [] };
      histories.set(id, history);
      const line = numbersOf(leadsPath).flatMap((no) => byNo.get(no) ?? []);
      const standing = { ...span, active: status === OrganizationStatus.ACTIVE, line };
      const kept = path === leadsPath ? span.from : since.get(headOf(leadsPath));
      if (kept !== undefined && (span.until === null || kept < span.until))
        history.standings.push({ ...standing, from: kept > span.from ? kept : span.from });
    }
    for (const { id, ...span } of teams) histories.get(id)?.committees.push(span);
    return histories;
  }

  /**
   * Whoever is guided and not led is asked for nothing by the association. It owes what the regulations ask from the day
   * of the first activity that it, or what it leads, keeps here: before that nothing is known of it.
   *
   * @returns by the number of the organization behind the GUIDES edge
   */
  private async keptSince(tx: EntityManager, versions: readonly Version[]): Promise<Map<number, string>> {
    const guided = versions.filter(({ path, leadsPath }) => path !== leadsPath);
    const rows = await tx.query<{ no: number; since: string }[]>(
      `select h.no, min(a.held_on)::text as since
       from party_organization h
       join party_organization o on starts_with(o.leads_path, h.leads_path)
       join activity a on a.organization_id = o.id and a.deleted_at is null
       where h.no = any($1) group by h.no`,
      [[...new Set(guided.map(({ leadsPath }) => headOf(leadsPath)))]],
    );
    return new Map(rows.map(({ no, since }) => [no, since]));
  }

  /** Paths name organizations by number. */
  private async byNumber(tx: EntityManager, versions: readonly Version[]): Promise<Map<number, string>> {
    const numbers = [...new Set(versions.flatMap(({ leadsPath }) => numbersOf(leadsPath)))];
    const rows = await tx.query<{ no: number; id: string }[]>(
      `select no, id from party_organization where no = any($1)`,
      [numbers],
    );
    return new Map(rows.map(({ no, id }) => [no, id]));
  }
}

/** Of a path along LEADS edges, the organization in front: the root, or one behind a GUIDES edge. */
const headOf = (leadsPath: string): number => Number(leadsPath.split('/')[2]);

/** The organizations of a path, the nearest first: the association's own number stands before them. */
const numbersOf = (leadsPath: string): number[] =>
  leadsPath.split('/').filter(Boolean).slice(1).map(Number).toReversed();
