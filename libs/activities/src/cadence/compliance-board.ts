import type { Viewer } from '@dangwu/access';
import { placesIn } from '@dangwu/figures';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Tier, type OrganizationType } from '@dangwu/organization';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObligationState, Period } from './cadence.enums';
import type { ComplianceBoard, ComplianceCell, ComplianceCounts, ComplianceRow } from './compliance-board.type';
import { periodOf, type Days } from './periods';

/** What a board is of. */
export interface BoardQuestion extends Days {
  readonly by: Period;
  readonly activityTypeIds: readonly string[] | null;
  readonly within: Area | null;
  readonly first: number;
  /** global id of the organization after which the page begins */
  readonly after: string | null;
}

interface Counted extends ComplianceCounts, Pick<ComplianceCell, 'required' | 'fulfilled' | 'foreseen'> {
  readonly organizationId: string;
  readonly bucket: string;
}

interface PageRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly depth: number;
}

/** The state of the obligation `b` on a day, an expression of SQL; the same as `stateOf` in obligation.read-model.ts, a spec compares them. */
export const obligationState = (day: string): string => `case
  when b.waived_at is not null then 'waived'
  when b.recorded >= b.required then 'done'
  when b.recorded + b.held >= b.required then 'awaitingRecord'
  when b.ends_on < ${day} then 'late'
  when b.recorded + b.held + b.planned >= b.required then 'planned'
  when b.risk_from <= ${day} then 'atRisk'
  else 'unplanned' end`;
const state = obligationState('$1');

const worstFirst = [
  ['late', ObligationState.LATE],
  ['atRisk', ObligationState.AT_RISK],
  ['awaitingRecord', ObligationState.AWAITING_RECORD],
  ['unplanned', ObligationState.UNPLANNED],
  ['planned', ObligationState.PLANNED],
  ['done', ObligationState.DONE],
  ['waived', ObligationState.WAIVED],
] as const;

const counted = `count(*)::int as total, ${worstFirst
  .map(([name]) => `(count(*) filter (where b.state = '${name}'))::int as "${name}"`)
  .join(', ')}`;

/** What is missing in one obligation is not made good by more than enough in another. */
const sums = `coalesce(sum(b.required) filter (where b.state <> 'waived'), 0)::int as required,
  coalesce(sum(least(b.recorded + b.held, b.required)) filter (where b.state <> 'waived'), 0)::int as fulfilled,
  coalesce(sum(least(b.planned, greatest(b.required - b.recorded - b.held, 0))) filter (where b.state <> 'waived'), 0)::int
    as foreseen`;

/** The tiers as the association counts them, the council with the root in front; organizations of none come last. */
const tiers = [Tier.COUNCIL, Tier.SECRETARIAT, Tier.ENTERPRISE, Tier.BRANCH_INSTITUTION, Tier.MEMBER_UNIT];
const rank = (organization: string): string =>
  `coalesce(array_position(array['${tiers.join("', '")}'], ${organization}.tier), ${tiers.length + 1})`;

const asked = `b.ends_on between $2 and $3 and b.deleted_at is null
  and ($4::uuid[] is null or b.activity_type_id = any($4))`;

/** The first day of the span of the board in which a period ends. */
const bucket: Readonly<Record<Period, string>> = {
  WEEK: `date_trunc('week', b.ends_on)::date`,
  MONTH: `date_trunc('month', b.ends_on)::date`,
  QUARTER: `date_trunc('quarter', b.ends_on)::date`,
  HALF_YEAR: `make_date(date_part('year', b.ends_on)::int, case when date_part('month', b.ends_on) < 7 then 1 else 7 end, 1)`,
  YEAR: `date_trunc('year', b.ends_on)::date`,
};

/** Obligations by organization and time. Row-level security narrows the statements to what the viewer may read. */
@Injectable()
export class ComplianceBoards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async board(viewer: Viewer, question: BoardQuestion): Promise<ComplianceBoard> {
    const sight = viewer.area('activity.read');
    const area = question.within ? sight.intersect(question.within) : sight;
    const scope = { association: viewer.association.id, places: area.ranges, account: viewer.account.id };
    const values = [this.clock.today(), question.startsOn, question.endsOn, question.activityTypeIds];
    return this.database.transaction(scope, async (tx) => {
      const { organizationCount, ...counts } = await totals(tx, values, area);
      const found = await page(tx, values.slice(1), question, area);
      const rows = found.slice(0, question.first);
      const cells = await cellsOf(
        tx,
        values,
        question.by,
        rows.map(({ id }) => id),
      );
      return {
        counts,
        organizationCount,
        rows: rows.map(({ id, ...row }): ComplianceRow => ({
          ...row,
          organizationId: globalId('PartyOrganization', id),
          cells: cells.get(id) ?? [],
        })),
        pageInfo: {
          hasNextPage: found.length > rows.length,
          hasPreviousPage: question.after !== null,
          startCursor: rows[0] ? globalId('PartyOrganization', rows[0].id) : null,
          endCursor: rows.length ? globalId('PartyOrganization', rows.at(-1)!.id) : null,
        },
      };
    });
  }
}

async function totals(
  tx: EntityManager,
  values: unknown[],
  area: Area,
): Promise<ComplianceCounts & { organizationCount: number }> {
  const places = placesIn(area, 'b.organization_id', values.length + 1);
  const [row] = await tx.query<(ComplianceCounts & { organizationCount: number })[]>(
    `select ${counted}, count(distinct b.organization_id)::int as "organizationCount"
     from (select b.organization_id, ${state} as state from obligation b where ${asked} and ${places.text}) b`,
    [...values, ...places.values],
  );
  return row!;
}

function page(tx: EntityManager, values: unknown[], { first, after }: BoardQuestion, area: Area): Promise<PageRow[]> {
  const places = placesIn(area, 'o.id', 6);
  const from = after === null ? null : localId('PartyOrganization', after);
  // the values of `asked` stand one place further left here, without the day
  const has = asked.replaceAll(/\$(\d)/g, (_, n: string) => `$${Number(n) - 1}`);
  return tx.query<PageRow[]>(
    `select o.id, o.name, o.code, o.type, o.tier, array_length(string_to_array(o.path, '/'), 1) - 3 as depth
     from party_organization o
     where o.deleted_at is null and ${places.text}
       and exists (select from obligation b where b.organization_id = o.id and ${has})
       and ($4::uuid is null or (${rank('o')}, o.path) > (select ${rank('l')}, l.path from party_organization l where l.id = $4))
     order by ${rank('o')}, o.path limit $5`,
    [...values, from, first + 1, ...places.values],
  );
}

async function cellsOf(
  tx: EntityManager,
  values: unknown[],
  by: Period,
  ids: readonly string[],
): Promise<Map<string, ComplianceCell[]>> {
  const rows = await tx.query<Counted[]>(
    `select b.organization_id as "organizationId", b.bucket::text, ${counted}, ${sums}
     from (select b.organization_id, b.required, b.recorded, b.held, b.planned, ${bucket[by]} as bucket, ${state} as state from obligation b
           where b.organization_id = any($5) and ${asked}) b
     group by b.organization_id, b.bucket order by b.organization_id, b.bucket`,
    [...values, ids],
  );
  const cells = new Map<string, ComplianceCell[]>();
  for (const { organizationId, bucket: day, ...counts } of rows) {
    const [, worst] = worstFirst.find(([name]) => counts[name] > 0)!;
    const known = cells.get(organizationId) ?? [];
    cells.set(organizationId, [...known, { ...periodOf(by, day), ...counts, worst }]);
  }
  return cells;
}
