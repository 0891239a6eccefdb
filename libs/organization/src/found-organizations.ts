import { PlaceTree } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, QueryFailedError, type EntityManager } from 'typeorm';
import { OrganizationAnnouncements } from './organization-announcements';
import type { Actor, OrganizationFacts } from './organization-facts';
import { OrganizationFlags } from './flags/organization-flags.service';
import { OrganizationHistory } from './history/organization-history';
import { lockOrganizations } from './organization-lock';
import { spell } from './organization-names';
import { OrganizationOperationEntity } from './history/organization-operation.entity';
import { checkCode, checkEffectiveOn, checkPlace, checkRoot, checkSiblings, type Above } from './organization-checks';
import { normalizeCode, normalizeName, termEnd, termRuleOf } from './organization-rules';
import { OperationKind, OrganizationStatus, type Tier } from './organization.enums';
import { PartyOrganizationEntity } from './organization.entity';
import { organizationErrors } from './organization.errors';

/** Founds organizations, one or a whole roster, in the caller's transaction. Rights are the caller's business. */
@Injectable()
export class FoundOrganizations {
  constructor(
    private readonly tree: PlaceTree,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
  ) {}

  /**
   * Parents may be among the organizations, in any order. The transaction must reach every place that is written.
   *
   * @param kind FOUNDED, or IMPORTED for the ledger of a roster
   * @param groupId of the split they are founded by
   * @returns the organizations in the order given
   * @throws the refusals of `organization.errors`: nothing is written then
   */
  async foundAll(
    tx: EntityManager,
    actor: Actor,
    facts: readonly OrganizationFacts[],
    kind: OperationKind.FOUNDED | OperationKind.IMPORTED = OperationKind.FOUNDED,
    groupId: string | null = null,
  ): Promise<PartyOrganizationEntity[]> {
    await lockOrganizations(tx, actor.associationId);
    const rows = await this.rowsOf(tx, actor, facts);
    await this.tree.placeAll(tx, rows);
    await this.insert(tx, rows);
    const today = this.clock.today();
    const ids = rows.map(({ id }) => id);
    const from = facts.map(({ effectiveOn }) => (effectiveOn > today ? today : effectiveOn));
    await this.history.begin(tx, ids, from);
    await this.record(tx, actor, { kind, groupId }, rows, facts);
    const first = from.reduce((least, day) => (day < least ? day : least), today);
    await this.flags.refresh(tx, actor.associationId, ids, first);
    return rows;
  }

  private async rowsOf(
    tx: EntityManager,
    { associationId }: Actor,
    facts: readonly OrganizationFacts[],
  ): Promise<PartyOrganizationEntity[]> {
    const today = this.clock.today();
    const termRules = await this.rules.ofAssociation(tx, associationId, today);
    const withIds = facts.map((fact) => ({ ...fact, id: fact.id ?? newId() }));
    const above = await this.parents(tx, associationId, withIds);
    const rows: PartyOrganizationEntity[] = [];
    for (const fact of withIds) {
      const name = normalizeName(fact.name);
      const code = normalizeCode(fact.code);
      const parent = fact.parentId ? above.get(fact.parentId) : null;
      checkCode(code);
      checkEffectiveOn(fact.effectiveOn, today);
      if (fact.foundedOn && fact.foundedOn > fact.effectiveOn)
        throw organizationErrors.FOUNDED_AFTER_EFFECTIVE({ foundedOn: fact.foundedOn, effectiveOn: fact.effectiveOn });
      if (parent) checkPlace({ name, type: fact.type, relation: fact.relation }, parent);
      else await checkRoot(tx, associationId, fact.type);
      const rule = termRules.get(termRuleOf(fact.type) ?? '');
      const termYears = fact.termYears ?? rule?.parsed?.numerator ?? null;
      const foundedOn = fact.foundedOn ?? fact.effectiveOn;
      const counted = fact.reportedMemberCount ?? null;
      rows.push(
        Object.assign(new PartyOrganizationEntity(), {
          id: fact.id,
          associationId,
          externalId: fact.externalId ?? null,
          parentId: fact.parentId,
          relation: fact.relation,
          code,
          name,
          ...spell(name),
          type: fact.type,
          tier: fact.tier ?? parent?.tier ?? null,
          status: fact.effectiveOn > today ? OrganizationStatus.PREPARING : OrganizationStatus.ACTIVE,
          foundedOn,
          dissolvedOn: null,
          termYears,
          termEndsOn: termYears === null ? null : termEnd(foundedOn, termYears, today),
          reportedMemberCount: counted,
          createdAt: this.clock.now(),
          reportedOn: counted === null ? null : (fact.reportedOn ?? today),
        }),
      );
    }
    await checkSiblings(tx, associationId, rows);
    return rows;
  }

  /** What stands above: organizations that are there, and those of the same call, which inherit tiers in turn. */
  private async parents(
    tx: EntityManager,
    associationId: string,
    facts: readonly (OrganizationFacts & { id: string })[],
  ): Promise<Map<string, Above>> {
    const wanted = [...new Set(facts.flatMap(({ parentId }) => parentId ?? []))];
    const present = await tx.find(PartyOrganizationEntity, { where: { associationId, id: In(wanted) } });
    const above = new Map<string, Above>(present.map((row) => [row.id, row]));
    const given = new Map(facts.map((fact) => [fact.id, fact]));
    const tierOf = (id: string | null, waiting: ReadonlySet<string>): Tier | null => {
      const fact = id === null || waiting.has(id) ? undefined : given.get(id);
      if (!fact || id === null) return (id && above.get(id)?.tier) || null;
      return fact.tier ?? tierOf(fact.parentId, new Set([...waiting, id]));
    };
    for (const { id, name, type } of facts)
      above.set(id, { name, type, tier: tierOf(id, new Set()), status: OrganizationStatus.ACTIVE });
    return above;
  }

  private async insert(tx: EntityManager, rows: readonly PartyOrganizationEntity[]): Promise<void> {
    try {
      await insertRows(tx, PartyOrganizationEntity, rows);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { kind, groupId }: { kind: OperationKind.FOUNDED | OperationKind.IMPORTED; groupId: string | null },
    rows: readonly PartyOrganizationEntity[],
    facts: readonly OrganizationFacts[],
  ): Promise<void> {
    const now = this.clock.now();
    const changes = rows.map((row, i) => {
      const { code, name, type, tier, parentId, relation, foundedOn } = row;
      const after = { code, name, type, tier, parentId, relation, foundedOn };
      const fact = facts[i]!;
      return { organizationId: row.id, before: null, after, basis: fact.basis, row, fact };
    });
    const operations = changes.map(({ after, row, fact }) => {
      const preparing = row.status === OrganizationStatus.PREPARING;
      return {
        id: newId(now.getTime()),
        associationId: actor.associationId,
        organizationId: row.id,
        kind,
        effectiveOn: fact.effectiveOn,
        basis: fact.basis.trim(),
        before: {},
        after,
        state: preparing ? ('PENDING' as const) : ('APPLIED' as const),
        actorId: actor.accountId,
        actorName: actor.name,
        recordedAt: now,
        appliedAt: preparing ? null : now,
        refusal: null,
        groupId,
        refersTo: row.parentId ? [row.parentId] : [],
      };
    });
    await insertRows(tx, OrganizationOperationEntity, operations);
    const action = kind === OperationKind.IMPORTED ? 'importOrganization' : 'foundOrganization';
    await this.announcements.announce(tx, actor, action, kind, changes);
  }
}

/** What a unique index refused, in our words; the database names the value in its detail. */
function refusalOf(error: unknown): Error | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { constraint, detail = '' } = error.driverError as { constraint?: string; detail?: string };
  const value = /, ([^,]*)\) already exists/.exec(detail)?.[1] ?? '';
  if (constraint === 'party_organization_code') return organizationErrors.CODE_TAKEN({ code: value });
  if (constraint === 'party_organization_external')
    return organizationErrors.EXTERNAL_ID_TAKEN({ externalId: value, name: '…', code: '…', fields: ['externalId'] });
  return undefined;
}
