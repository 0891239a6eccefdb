import type { Viewer } from '@dangwu/access';
import { changedSince, Memory, placesIn } from '@dangwu/figures';
import { Clock } from '@dangwu/platform/clock';
import { Database, together } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Tier, type OrganizationType } from '@dangwu/organization';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObligationState, Period } from './cadence.enums';
import type { ComplianceBoard, ComplianceCell, ComplianceCounts, ComplianceRow } from './compliance-board.type';
import { periodOf, type Days } from './periods';
import { countNames, RememberedBoard, type OnBoard, type Standing } from './remembered-boards';

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

/**
 * Obligations by organization and time. Row-level security narrows the statements to what the viewer may read. What was
 * counted is remembered by organization, for whoever asks the same of the same places on the same day: each time, what has
 * changed since is counted anew first.
 */
@Injectable()
export class ComplianceBoards {
  private readonly memory = new Memory<OnBoard, RememberedBoard>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async board(viewer: Viewer, question: BoardQuestion): Promise<ComplianceBoard> {
    const sight = viewer.area('activity.read');
    const area = question.within ? sight.intersect(question.within) : sight;
    const association = viewer.association.id;
    const scope = { association, places: area.ranges, account: viewer.account.id };
    const values = [this.clock.today(), question.startsOn, question.endsOn, question.activityTypeIds];
    const key = JSON.stringify([association, area.ranges.map(({ by, lo, hi }) => [by, lo, hi]), question.by, values]);
    return this.database.transaction(scope, async (tx) => {
      const board = await this.memory.current(tx, {
        key,
        association,
        proof: viewer.proof?.(),
        changed,
        count: (of) => countsOf(tx, area, values, of),
        keep: (version, horizon, found) => new RememberedBoard(version, horizon, found),
      });
      const from = question.after === null ? null : await standing(tx, board, question.after);
      const found = from === undefined ? [] : board.after(from, question.first + 1);
      const here = found.slice(0, question.first);
      const rows = await rowsOf(tx, board, here, values, question.by);
      return {
        counts: namedCounts(board.totals),
        organizationCount: board.count,
        rows,
        pageInfo: {
          hasNextPage: found.length > here.length,
          hasPreviousPage: question.after !== null,
          startCursor: rows[0]?.organizationId ?? null,
          endCursor: rows.at(-1)?.organizationId ?? null,
        },
      };
    });
  }
}

/** Organizations of which an obligation, or what the order of the board goes by, may have changed. */
const changed = `
  select organization_id as id from obligation where association_id = $1 and ${changedSince('change_number')}
  union select id from party_organization where association_id = $1 and ${changedSince('change_number')}`;

/** Counts by organization. @param of only these; null for all that are asked for */
async function countsOf(
  tx: EntityManager,
  area: Area,
  values: readonly unknown[],
  of: readonly string[] | null,
): Promise<OnBoard[]> {
  if (of?.length === 0) return [];
  const at = values.length + 1;
  const places = of
    ? { text: `b.organization_id = any($${at})`, values: [of] }
    : placesIn(area, 'b.organization_id', at);
  const rows = await tx.query<(Omit<OnBoard, 'counts'> & ComplianceCounts)[]>(
    `select c.*, ${rank('o')} as rank, o.path, o.deleted_at is null as listed
     from (select b.organization_id as id, ${counted}
       from (select b.organization_id, ${state} as state from obligation b where ${asked} and ${places.text}) b
       group by b.organization_id) c
     join party_organization o on o.id = c.id`,
    [...values, ...places.values],
  );
  return rows.map(({ id, rank: by, path, listed, ...counts }) => ({
    id,
    rank: by,
    path,
    listed,
    counts: countNames.map((name) => counts[name]),
  }));
}

/** Where the organization stands after which a page begins; undefined when there is none such in sight. */
async function standing(tx: EntityManager, board: RememberedBoard, after: string): Promise<Standing | undefined> {
  const id = localId('PartyOrganization', after);
  const known = board.get(id);
  if (known) return known;
  const [row] = await tx.query<Standing[]>(
    `select ${rank('o')} as rank, o.path from party_organization o where o.id = $1`,
    [id],
  );
  return row;
}

/** A page, as its organizations are called and placed now: one that is called otherwise since has changed as well. */
async function rowsOf(
  tx: EntityManager,
  board: RememberedBoard,
  here: readonly OnBoard[],
  values: readonly unknown[],
  by: Period,
): Promise<ComplianceRow[]> {
  const without = here.filter(({ row }) => !row).map(({ id }) => id);
  const made = await madeRows(tx, values, by, without);
  return here.flatMap((organization) => {
    const row = organization.row ?? made.get(organization.id);
    if (!row) return [];
    board.keep(organization, row);
    return [row];
  });
}

async function madeRows(
  tx: EntityManager,
  values: readonly unknown[],
  by: Period,
  ids: readonly string[],
): Promise<Map<string, ComplianceRow>> {
  if (ids.length === 0) return new Map();
  const [named, cells] = await together([namesOf(tx, ids), cellsOf(tx, values, by, ids)]);
  return new Map(
    named.map(({ id, ...row }) => [
      id,
      { ...row, organizationId: globalId('PartyOrganization', id), cells: cells.get(id) ?? [] },
    ]),
  );
}

const namesOf = (tx: EntityManager, ids: readonly string[]): Promise<PageRow[]> =>
  tx.query<PageRow[]>(
    `select o.id, o.name, o.code, o.type, o.tier, array_length(string_to_array(o.path, '/'), 1) - 3 as depth
     from party_organization o where o.id = any($1) and o.deleted_at is null`,
    [ids],
  );

const namedCounts = (counts: readonly number[]): ComplianceCounts =>
  Object.fromEntries(countNames.map((name, i) => [name, counts[i]])) as unknown as ComplianceCounts;

async function cellsOf(
  tx: EntityManager,
  values: readonly unknown[],
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
