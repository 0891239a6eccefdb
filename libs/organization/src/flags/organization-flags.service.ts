import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { OrganizationHistory } from '../history/organization-history';
import { flagSpans, type DatedFacts, type FlagSpan, type RulesSince } from './flag-spans';
import { FlagRules, type Standing } from './flag-rules';
import { OrganizationFlagEntity } from './organization-flag.entity';
import { MemberRegister } from './registered-members';

/** Looked at in sets, so that memory does not grow with the association. */
const chunk = 1_000;

interface Facts extends Standing {
  readonly flagCount: number;
  readonly versions: DatedFacts[];
}

/** What has to be done so that the stored flags of an organization are those that stood and stand. */
interface Corrections {
  readonly raised: FlagSpan[];
  /** rows, and the day on which they ended; null: they stand again */
  readonly ended: { readonly id: string; readonly until: string | null }[];
  /** rows that never stood */
  readonly void: string[];
}

/** Keeps the stored flags as the rules and the organizations say they stood from day to day, and stand today. */
@Injectable()
export class OrganizationFlags {
  constructor(
    private readonly rules: FlagRules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly register: MemberRegister,
  ) {}

  /**
   * Recomputes the flags of these organizations, or of all of the association.
   *
   * @param from the first day that may be told anew, when history was rewritten; else today
   * @returns how many organizations changed
   */
  async refresh(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[] | 'ALL',
    from: string = this.clock.today(),
  ): Promise<number> {
    const today = this.clock.today();
    const first = from > today ? today : from;
    const rulesOf = await this.rules.since(tx, associationId, first, today);
    const all = ids === 'ALL' ? await allOf(tx, associationId) : ids;
    let changed = 0;
    for (let at = 0; at < all.length; at += chunk)
      changed += await this.refreshSome(tx, associationId, all.slice(at, at + chunk), rulesOf, first, today);
    return changed;
  }

  private async refreshSome(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[],
    rulesOf: (organization: Standing) => Promise<readonly RulesSince[]>,
    from: string,
    today: string,
  ): Promise<number> {
    const stored = await storedSince(tx, ids, from);
    const registered = await this.register.count(tx, ids, from, today);
    const counts = new Map<string, number>();
    const raised: object[] = [];
    const [ended, gone]: [Corrections['ended'], string[]] = [[], []];
    for (const organization of await factsSince(tx, ids, from)) {
      const { id, versions, flagCount } = organization;
      const spans = flagSpans(
        { versions, registered: registered.get(id) ?? [] },
        await rulesOf(organization),
        from,
        today,
      );
      const what = compared(stored.get(id) ?? [], spans, from);
      const standing = spans.filter(({ until }) => until === null).length;
      if (what.raised.length + what.ended.length + what.void.length > 0 || flagCount !== standing)
        counts.set(id, standing);
      raised.push(...what.raised.map((span) => rowOf(associationId, id, span)));
      ended.push(...what.ended);
      gone.push(...what.void);
    }
    await this.write(tx, { raised, ended, gone });
    await this.count(tx, counts);
    return counts.size;
  }

  private async write(
    tx: EntityManager,
    { raised, ended, gone }: { raised: object[]; ended: Corrections['ended']; gone: string[] },
  ): Promise<void> {
    if (gone.length) await tx.softDelete(OrganizationFlagEntity, { id: In(gone) });
    if (ended.length)
      await tx.query(
        `update organization_flag f set until = e.until, version = version + 1
         from unnest($1::uuid[], $2::date[]) e (id, until) where f.id = e.id`,
        [ended.map(({ id }) => id), ended.map(({ until }) => until)],
      );
    await insertRows(tx, OrganizationFlagEntity, raised);
  }

  /** `version` stays: a derived figure must not refuse the change a person is about to submit. */
  private async count(tx: EntityManager, changed: ReadonlyMap<string, number>): Promise<void> {
    if (changed.size === 0) return;
    const ids = [...changed.keys()];
    await tx.query(
      `update party_organization o set flag_count = f.count
       from unnest($1::uuid[], $2::int[]) f (id, count) where o.id = f.id`,
      [ids, [...changed.values()]],
    );
    await this.history.mirror(tx, ids);
  }
}

/**
 * Stored rows against what should be. A row that began before `from` and goes on there keeps its beginning; one that
 * does not ends on `from`.
 */
function compared(stored: readonly OrganizationFlagEntity[], spans: readonly FlagSpan[], from: string): Corrections {
  const left = new Set(stored);
  const ended: Corrections['ended'][number][] = [];
  const raised: FlagSpan[] = [];
  for (const span of spans) {
    const goesOn = span.since <= from;
    const row = [...left].find(
      (one) => isSame(one, span) && (one.since === span.since || (goesOn && one.since < from)),
    );
    if (!row) {
      raised.push(span);
      continue;
    }
    left.delete(row);
    if (row.until !== span.until) ended.push({ id: row.id, until: span.until });
  }
  const cut = [...left].filter(({ since }) => since < from);
  ended.push(...cut.flatMap(({ id, until }) => (until === from ? [] : [{ id, until: from }])));
  const gone = [...left].filter(({ since }) => since >= from).map(({ id }) => id);
  // what stood under the same code until `from` was not this: it begins there at the earliest
  const late = (span: FlagSpan): FlagSpan =>
    cut.some(({ code }) => code === span.flag.code) && span.since < from ? { ...span, since: from } : span;
  return { raised: raised.map(late), ended, void: gone };
}

/** The rows that stood on `from` or later, and those that ended there: they may go on after all. */
async function storedSince(
  tx: EntityManager,
  ids: readonly string[],
  from: string,
): Promise<Map<string, OrganizationFlagEntity[]>> {
  const rows = await tx.find(OrganizationFlagEntity, {
    where: [
      { organizationId: In([...ids]), until: IsNull() },
      { organizationId: In([...ids]), until: MoreThanOrEqual(from) },
    ],
    order: { since: 'ASC' },
  });
  return grouped(rows, (row) => row.organizationId);
}

/** What the organizations were on `from` and since. */
async function factsSince(tx: EntityManager, ids: readonly string[], from: string): Promise<Facts[]> {
  const rows = await tx.query<(DatedFacts & { id: string })[]>(
    `select id, type, status, reported_member_count as "reportedMemberCount", reported_on::text as "reportedOn",
       founded_on::text as "foundedOn", term_ends_on::text as "termEndsOn", valid_from::text as "from",
       valid_to::text as "to"
     from organization_version where id = any($1) and deleted_at is null and (valid_to is null or valid_to > $2)
     order by id, valid_from`,
    [ids, from],
  );
  const versions = grouped(rows, (row) => row.id);
  const present = await tx.query<Omit<Facts, 'versions'>[]>(
    `select id, leads_path as "leadsPath", flag_count as "flagCount" from party_organization
     where id = any($1) and deleted_at is null`,
    [ids],
  );
  return present.map((organization) => ({ ...organization, versions: versions.get(organization.id) ?? [] }));
}

async function allOf(tx: EntityManager, associationId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from party_organization where association_id = $1 and deleted_at is null order by no`,
    [associationId],
  );
  return rows.map(({ id }) => id);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const isSame = (row: OrganizationFlagEntity, { flag }: FlagSpan): boolean =>
  row.code === flag.code &&
  row.ruleId === flag.rule.id &&
  row.severity === flag.severity &&
  Object.keys(flag.params).every((name) => row.params[name] === flag.params[name]);

const rowOf = (associationId: string, organizationId: string, { flag, since, until }: FlagSpan): object => ({
  id: newId(),
  associationId,
  organizationId,
  code: flag.code,
  severity: flag.severity,
  ruleId: flag.rule.id,
  ruleKey: flag.rule.key,
  params: flag.params,
  since,
  until,
});
