import { OrganizationStatus } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { History, Standing } from './derive-obligations';
import type { Days } from './periods';

interface Version extends Omit<Standing, 'active' | 'line'> {
  readonly id: string;
  readonly status: OrganizationStatus;
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
      `select v.id, v.valid_from::text as "from", v.valid_to::text as until, v.type, v.tier, v.status, v.leads_path as "leadsPath"
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
    const histories = new Map<
      string,
      { standings: Standing[]; committees: { from: string; until: string | null }[] }
    >();
    for (const { id, status, leadsPath, ...span } of versions) {
      const history = histories.get(id) ?? { standings: [], committees: [] };
      histories.set(id, history);
      const line = numbersOf(leadsPath).flatMap((no) => byNo.get(no) ?? []);
      history.standings.push({ ...span, active: status === OrganizationStatus.ACTIVE, line });
    }
    for (const { id, ...span } of teams) histories.get(id)?.committees.push(span);
    return histories;
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

/** The organizations of a path, the nearest first: the association's own number stands before them. */
const numbersOf = (leadsPath: string): number[] =>
  leadsPath.split('/').filter(Boolean).slice(1).map(Number).toReversed();
