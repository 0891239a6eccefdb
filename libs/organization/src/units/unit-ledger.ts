import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../organization-facts';
import { spell } from '../organization-names';
import { PartyOrganizationEntity } from '../organization.entity';
import { changedFacts, type NewUnit, type UnitChange, type UnitEntry, type UnitFacts } from './unit-facts';
import { UnitFlags } from './unit-flags';
import { UnitHistory } from './unit-history';
import { UnitOperationEntity } from './unit-operation.entity';
import { UnitOperationKind } from './unit.enums';
import { UnitEntity } from './unit.entity';

const actions: Readonly<Record<UnitOperationKind, string>> = {
  REGISTERED: 'registerUnit',
  CHANGED: 'changeUnit',
  COVERAGE_CHANGED: 'changeUnitCoverage',
  CLOSED: 'closeUnit',
  IMPORTED: 'importUnit',
};

interface Recorded {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly before: Partial<UnitFacts>;
  readonly after: Partial<UnitFacts> & { readonly undone?: true };
}

/**
 * Writes units, one or a whole roster, with versions, reports, ledger, flags, audit and live event, in the
 * caller's transaction. Checks and rights are the caller's business.
 */
@Injectable()
export class UnitLedger {
  constructor(
    private readonly clock: Clock,
    private readonly history: UnitHistory,
    private readonly flags: UnitFlags,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @returns the ids, in the order given */
  async register(
    tx: EntityManager,
    actor: Actor,
    units: readonly NewUnit[],
    entry: UnitEntry,
    kind: UnitOperationKind = UnitOperationKind.REGISTERED,
  ): Promise<string[]> {
    if (units.length === 0) return [];
    const rows = units.map(({ id, facts, externalId }) => ({
      ...facts,
      ...spell(facts.name),
      id: id ?? newId(),
      associationId: actor.associationId,
      externalId: externalId ?? null,
      reportedOn: hasCount(facts) ? entry.effectiveOn : null,
    }));
    await insertRows(tx, UnitEntity, rows);
    const ids = rows.map(({ id }) => id);
    await this.history.begin(tx, ids, entry.effectiveOn);
    await this.history.report(tx, ids);
    const recorded = rows.map(({ id, name, organizationId }, i) => ({
      id,
      name,
      organizationId,
      before: {},
      after: units[i]!.facts,
    }));
    await this.record(tx, actor, kind, entry, recorded);
    await this.flags.refresh(tx, actor.associationId, ids);
    return ids;
  }

  async change(
    tx: EntityManager,
    actor: Actor,
    changes: readonly UnitChange[],
    entry: UnitEntry,
    kind: UnitOperationKind,
  ): Promise<void> {
    if (changes.length === 0) return;
    const ids = changes.map(({ id }) => id);
    const counted = changes.filter(({ before, after }) => changedFacts(before, after).some(isCount));
    await this.history.change(tx, changes, entry.effectiveOn, new Set(counted.map(({ id }) => id)));
    if (counted.length)
      await this.history.report(
        tx,
        counted.map(({ id }) => id),
      );
    const recorded = changes.map(({ id, before, after }) => {
      const names = changedFacts(before, after);
      const only = (facts: UnitFacts): Partial<UnitFacts> =>
        Object.fromEntries(names.map((name) => [name, facts[name]]));
      return { id, name: after.name, organizationId: after.organizationId, before: only(before), after: only(after) };
    });
    await this.record(tx, actor, kind, entry, recorded);
    await this.flags.refresh(tx, actor.associationId, ids);
  }

  /** Takes units back that an import brought: they leave every list, the ledger keeps them. */
  async takeBack(tx: EntityManager, actor: Actor, ids: readonly string[], entry: UnitEntry): Promise<void> {
    if (ids.length === 0) return;
    const units = await tx.findBy(UnitEntity, { id: In([...ids]) });
    const now = this.clock.now();
    await tx.query(`update unit set deleted_at = $2, version = version + 1 where id = any($1)`, [ids, now]);
    await tx.query(`update unit_version set deleted_at = $2 where id = any($1)`, [ids, now]);
    const recorded = units.map(({ id, organizationId, name }) => ({
      id,
      name,
      organizationId,
      before: { name },
      after: { undone: true as const },
    }));
    await this.record(tx, actor, UnitOperationKind.IMPORTED, entry, recorded);
  }

  private async record(
    tx: EntityManager,
    { associationId, accountId, name: actorName }: Actor,
    kind: UnitOperationKind,
    { effectiveOn, basis }: UnitEntry,
    recorded: readonly Recorded[],
  ): Promise<void> {
    const now = this.clock.now();
    const names = await organizationNames(tx, recorded);
    const operations = recorded.map(({ id, organizationId, before, after }) => ({
      id: newId(now.getTime()),
      associationId,
      unitId: id,
      organizationId,
      kind,
      effectiveOn,
      basis: basis.trim(),
      before: told(before, names),
      after: told(after, names),
      actorId: accountId,
      actorName,
      recordedAt: now,
    }));
    await insertRows(tx, UnitOperationEntity, operations);
    await this.audit.recordAll(
      tx,
      recorded.map(({ id, name, organizationId, before, after }) => ({
        action: actions[kind],
        subjectType: 'Unit',
        subjectId: id,
        subjectName: name,
        organizationId,
        reason: basis,
        before: { ...before },
        after: { ...after, effectiveOn },
        associationId,
        accountId,
      })),
    );
    const [only] = recorded;
    const id = only && recorded.length === 1 ? globalId('Unit', only.id) : '';
    await this.live.publish(tx, { to: 'association', kind: 'unit', id, associationId });
  }
}

const isCount = (name: keyof UnitFacts): boolean => name === 'partyMemberCount' || name === 'employeeCount';
const hasCount = (facts: UnitFacts): boolean => facts.partyMemberCount !== null || facts.employeeCount !== null;

/** Organizations by name, for the sentences of the ledger: ids say nothing to people. */
async function organizationNames(
  tx: EntityManager,
  recorded: readonly Recorded[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const { before, after } of recorded)
    for (const id of [before.organizationId, after.organizationId, before.coveredById, after.coveredById])
      if (id) ids.add(id);
  const rows = await tx.find(PartyOrganizationEntity, {
    where: { id: In([...ids]) },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function told(facts: Recorded['after'], names: ReadonlyMap<string, string>): Record<string, unknown> {
  const { organizationId, coveredById, ...rest } = facts;
  return {
    ...rest,
    ...(organizationId !== undefined && { organizationId, organization: names.get(organizationId) }),
    ...(coveredById !== undefined && { coveredById, coveredBy: names.get(coveredById ?? '') ?? null }),
  };
}
