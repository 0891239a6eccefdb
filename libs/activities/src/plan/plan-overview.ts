import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlanCounts, PlanMonth, PlanRow, YearPlanOverview } from './plan.type';

interface Asked {
  readonly planId: string;
  readonly first: number;
  /** global id of the organization after which the page begins */
  readonly after: string | null;
}

const counted = `
  count(*) filter (where i.activity_id is null and i.left_out_reason is null and i.held_on is not null)::int as placed,
  count(*) filter (where i.activity_id is null and i.left_out_reason is null and i.held_on is null)::int as unplaced,
  count(*) filter (where i.left_out_reason is not null)::int as "leftOut",
  count(*) filter (where i.activity_id is not null)::int as published`;
const of = `i.plan_id = $1 and i.deleted_at is null`;

/** A plan by organization and month. Row-level security narrows it to where the viewer keeps the activities. */
@Injectable()
export class PlanOverviews {
  constructor(private readonly database: Database) {}

  async overview(viewer: Viewer, { planId, first, after }: Asked): Promise<YearPlanOverview> {
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const [totals] = await tx.query<(PlanCounts & { organizationCount: number })[]>(
        `select ${counted}, count(distinct i.organization_id)::int as "organizationCount" from plan_item i where ${of}`,
        [planId],
      );
      const { organizationCount, ...counts } = totals!;
      const found = await page(tx, planId, first + 1, after && localId('PartyOrganization', after));
      const shown = found.slice(0, first);
      const months = await monthsOf(
        tx,
        planId,
        shown.map(({ id }) => id),
      );
      const idOf = (row: { id: string } | undefined) => (row ? globalId('PartyOrganization', row.id) : null);
      return {
        counts,
        organizationCount,
        rows: shown.map(({ id, name, depth }): PlanRow => ({
          organizationId: globalId('PartyOrganization', id),
          name,
          depth,
          months: months.get(id) ?? [],
        })),
        pageInfo: {
          hasNextPage: found.length > shown.length,
          hasPreviousPage: after !== null,
          startCursor: idOf(shown[0]),
          endCursor: idOf(shown.at(-1)),
        },
      };
    });
  }
}

function page(
  tx: EntityManager,
  planId: string,
  limit: number,
  after: string | null,
): Promise<{ id: string; name: string; depth: number }[]> {
  return tx.query(
    `select o.id, o.name,
       array_length(string_to_array(o.path, '/'), 1) - array_length(string_to_array(top.path, '/'), 1) as depth
     from party_organization o
     join year_plan p on p.id = $1 join party_organization top on top.id = p.organization_id
     where exists (select from plan_item i where ${of} and i.organization_id = o.id)
       and ($2::uuid is null or o.path > (select l.path from party_organization l where l.id = $2))
     order by o.path limit $3`,
    [planId, after, limit],
  );
}

async function monthsOf(tx: EntityManager, planId: string, ids: readonly string[]): Promise<Map<string, PlanMonth[]>> {
  const rows = await tx.query<(PlanMonth & { organizationId: string })[]>(
    `select i.organization_id as "organizationId",
       date_part('month', coalesce(i.held_on, i.period_to))::int as month, ${counted}
     from plan_item i where ${of} and i.organization_id = any($2) group by 1, 2 order by 1, 2`,
    [planId, ids],
  );
  const months = new Map<string, PlanMonth[]>();
  for (const { organizationId, ...month } of rows)
    months.set(organizationId, [...(months.get(organizationId) ?? []), month]);
  return months;
}
