import { PlaceTree } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationAnnouncements } from '../organization-announcements';
import type { Actor } from '../organization-facts';
import { OrganizationFlags } from '../flags/organization-flags.service';
import { OrganizationHistory, type ChangedColumns } from '../history/organization-history';
import { spell } from '../organization-names';
import { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { termEnd, termRuleOf } from '../organization-rules';
import { OperationKind, type OrganizationType, type ParentRelation, type Tier } from '../organization.enums';

/** What a roster can say about an organization that is there. */
export interface RosterState {
  readonly name: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly foundedOn: string | null;
  readonly termYears: number | null;
  readonly reportedMemberCount: number | null;
  readonly parentId: string | null;
  readonly relation: ParentRelation | null;
}

export interface RosterUpdate {
  readonly id: string;
  readonly before: RosterState;
  readonly after: RosterState;
  /** how deep it will stand; moves go from the top down, so that none goes below a node that has yet to move */
  readonly depth: number;
}

/**
 * Brings organizations to what a roster says (or back, when an import is undone), from today. The roster as a whole was
 * checked before, so the single steps are not: a retype may be right only together with the move that follows it.
 */
@Injectable()
export class UpdateOrganizations {
  constructor(
    private readonly tree: PlaceTree,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
  ) {}

  async updateAll(tx: EntityManager, actor: Actor, updates: readonly RosterUpdate[], basis: string): Promise<void> {
    if (updates.length === 0) return;
    const today = this.clock.today();
    const ids = updates.map(({ id }) => id);
    const terms = await this.terms(tx, actor.associationId, updates, today);
    for (const update of [...updates].sort((a, b) => a.depth - b.depth)) {
      const set = dated(update);
      if (Object.keys(set).length === 0) continue;
      await this.history.change(tx, update.id, { from: today, until: null, set });
      if (update.after.parentId && 'parent_id' in set)
        await this.tree.move(tx, update.id, update.after.parentId, update.after.relation!);
    }
    await this.history.cut(
      tx,
      updates.filter(hasNewFigures).map(({ id }) => id),
      today,
    );
    await this.writeColumns(tx, updates, terms, today);
    await this.history.mirror(tx, ids);
    await this.record(tx, actor, updates, basis, today);
    await this.flags.refresh(tx, actor.associationId, ids);
  }

  /** Everything but the place, in one statement over all organizations and one over their open versions. */
  private async writeColumns(
    tx: EntityManager,
    updates: readonly RosterUpdate[],
    terms: ReadonlyMap<string, string | null>,
    today: string,
  ): Promise<void> {
    const rows = updates.map(({ id, before, after }) => ({
      id,
      name: after.name,
      ...(after.name !== before.name ? spelled(after.name) : { pinyin: null, pinyin_initials: null }),
      type: after.type,
      tier: after.tier,
      founded_on: after.foundedOn,
      term_years: after.termYears,
      term_ends_on: terms.get(id) ?? null,
      reported_member_count: after.reportedMemberCount,
      reported_now: after.reportedMemberCount !== before.reportedMemberCount,
    }));
    const values = `jsonb_to_recordset($1::jsonb) as u (id uuid, name text, pinyin text, pinyin_initials text, type text,
      tier text, founded_on date, term_years smallint, term_ends_on date, reported_member_count integer,
      reported_now boolean)`;
    await tx.query(
      `update party_organization o set version = o.version + 1, name = u.name, pinyin = coalesce(u.pinyin, o.pinyin),
         pinyin_initials = coalesce(u.pinyin_initials, o.pinyin_initials), type = u.type, tier = u.tier,
         founded_on = u.founded_on, term_years = u.term_years, term_ends_on = u.term_ends_on,
         reported_member_count = u.reported_member_count,
         reported_on = case when not u.reported_now then o.reported_on
           when u.reported_member_count is not null then $2::date end
       from ${values} where o.id = u.id`,
      [JSON.stringify(rows), today],
    );
    await tx.query(`update organization_version v set founded_on = u.founded_on from ${values} where v.id = u.id`, [
      JSON.stringify(rows),
    ]);
  }

  /** When the running terms end: they begin anew with another type, and shift with a corrected founding day or length. */
  private async terms(
    tx: EntityManager,
    associationId: string,
    updates: readonly RosterUpdate[],
    today: string,
  ): Promise<Map<string, string | null>> {
    const present = await tx.query<{ id: string; ends: string | null }[]>(
      `select id, to_char(term_ends_on, 'YYYY-MM-DD') as ends from party_organization where id = any($1)`,
      [updates.map(({ id }) => id)],
    );
    const ends = new Map(present.map((row) => [row.id, row.ends]));
    const rules = await this.rules.ofAssociation(tx, associationId, today);
    for (const { id, before, after } of updates) {
      const retyped = after.type !== before.type;
      const shifted = after.foundedOn !== before.foundedOn || after.termYears !== before.termYears;
      if (!retyped && !shifted) continue;
      const rule = rules.get(termRuleOf(after.type) ?? '')?.parsed?.numerator ?? null;
      const years = after.termYears ?? rule;
      const start = retyped ? today : (after.foundedOn ?? today);
      ends.set(id, years === null || termRuleOf(after.type) === null ? null : termEnd(start, years, today));
    }
    return ends;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    updates: readonly RosterUpdate[],
    basis: string,
    today: string,
  ): Promise<void> {
    const now = this.clock.now();
    const names = await parentNames(tx, updates);
    const operations = updates.flatMap((update) =>
      ledger(update, names).map(({ kind, before, after }) => ({
        id: newId(now.getTime()),
        associationId: actor.associationId,
        organizationId: update.id,
        kind,
        effectiveOn: today,
        basis,
        before,
        after,
        state: 'APPLIED' as const,
        actorId: actor.accountId,
        actorName: actor.name,
        recordedAt: now,
        appliedAt: now,
        refusal: null,
      })),
    );
    await insertRows(tx, OrganizationOperationEntity, operations);
    await this.announcements.announce(
      tx,
      actor,
      'importOrganization',
      OperationKind.IMPORTED,
      updates.map(({ id, before, after }) => ({ organizationId: id, ...differences(before, after) })),
    );
  }
}

const spelled = (name: string): { pinyin: string; pinyin_initials: string } => {
  const { pinyin, pinyinInitials } = spell(name);
  return { pinyin, pinyin_initials: pinyinInitials };
};

/** The columns that reads as of a day tell apart; the rest holds for all of an organization's time. */
function dated({ before, after }: RosterUpdate): ChangedColumns {
  return {
    ...(after.name !== before.name && { name: after.name, ...spelled(after.name) }),
    ...(after.type !== before.type && { type: after.type }),
    ...((after.parentId !== before.parentId || after.relation !== before.relation) && {
      parent_id: after.parentId,
      relation: after.relation,
    }),
  };
}

/** Counts and terms hold from the day of the roster, as what has a word of its own does. */
const hasNewFigures = ({ before, after }: RosterUpdate): boolean =>
  after.reportedMemberCount !== before.reportedMemberCount ||
  after.foundedOn !== before.foundedOn ||
  after.termYears !== before.termYears;

interface Told {
  readonly kind: OperationKind;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What the ledger says: one operation for each thing that has a word of its own, one IMPORTED for the rest. */
function ledger({ before, after }: RosterUpdate, names: ReadonlyMap<string, string>): Told[] {
  const told: Told[] = [];
  if (after.name !== before.name)
    told.push({ kind: OperationKind.RENAMED, before: { name: before.name }, after: { name: after.name } });
  if (after.type !== before.type)
    told.push({ kind: OperationKind.RETYPED, before: { type: before.type }, after: { type: after.type } });
  if (after.parentId !== before.parentId || after.relation !== before.relation) {
    const place = ({ parentId, relation }: RosterState) => ({
      parentId,
      parent: parentId ? names.get(parentId) : undefined,
      relation,
    });
    told.push({ kind: OperationKind.MOVED, before: place(before), after: place(after) });
  }
  const rest = differences(before, after, ['tier', 'foundedOn', 'termYears', 'reportedMemberCount']);
  if (Object.keys(rest.after).length > 0)
    told.push({
      kind: OperationKind.IMPORTED,
      before: rest.before,
      after: { name: after.name, type: after.type, ...rest.after },
    });
  return told;
}

function differences(
  before: RosterState,
  after: RosterState,
  keys: readonly (keyof RosterState)[] = Object.keys(after) as (keyof RosterState)[],
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = keys.filter((key) => before[key] !== after[key]);
  const pick = (state: RosterState) => Object.fromEntries(changed.map((key) => [key, state[key]]));
  return { before: pick(before), after: pick(after) };
}

async function parentNames(tx: EntityManager, updates: readonly RosterUpdate[]): Promise<Map<string, string>> {
  const ids = [...new Set(updates.flatMap(({ before, after }) => [before.parentId, after.parentId]))];
  const rows = await tx.query<{ id: string; name: string }[]>(
    `select id, name from party_organization where id = any($1)`,
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
