import {
  chunks,
  ImportKind,
  ImportKinds,
  importErrors,
  type CheckContext,
  type Dependant,
  type ImportDeclaration,
  type WriteContext,
  type WrittenRow,
} from '@dangwu/imports';
import { newId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { KnownOrganizations } from '../../import/known-organizations';
import type { Actor } from '../../organization-facts';
import { lockOrganizations } from '../../organization-lock';
import { factsOf, type UnitChange, type UnitEntry, type UnitFacts } from '../unit-facts';
import { UnitLedger } from '../unit-ledger';
import { UnitOperationKind } from '../unit.enums';
import { UnitEntity } from '../unit.entity';
import { checkUnits, type UnitPlan, type UnitRow } from './check-units';
import { KnownUnits } from './known-units';
import { unitFaults } from './unit-faults';
import { unitFields, type RosterUnit } from './unit-fields';

/** Rosters of units (单位名册). */
@Injectable()
export class UnitImport implements ImportDeclaration<RosterUnit>, OnModuleInit {
  readonly kind = ImportKind.UNITS;
  readonly name = { zh: '单位名册', en: 'Roster of units' };
  readonly permission = 'unit.maintain';
  readonly fields = unitFields;
  readonly faults = unitFaults;
  /** what the check that ran last in a transaction found, for the write that follows it there */
  private readonly plans = new WeakMap<EntityManager, ReadonlyMap<UnitRow, UnitPlan>>();

  constructor(
    private readonly kinds: ImportKinds,
    private readonly ledger: UnitLedger,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  lock(tx: EntityManager, associationId: string): Promise<void> {
    return lockOrganizations(tx, associationId);
  }

  async check(tx: EntityManager, rows: readonly UnitRow[], context: CheckContext): Promise<void> {
    const organizations = await KnownOrganizations.load(tx);
    this.plans.set(tx, checkUnits(rows, organizations, await KnownUnits.load(tx), context));
  }

  async *write(
    tx: EntityManager,
    rows: readonly UnitRow[],
    context: WriteContext,
  ): AsyncGenerator<readonly WrittenRow[]> {
    const { actor, entry } = recordOf(context, `导入《${context.batch.fileName}》`);
    const known = this.plans.get(tx);
    const plans = rows.map((row) => {
      const plan = known?.get(row);
      if (!plan) throw new Error('A roster is checked in the transaction that writes it');
      return { ...plan, id: plan.known?.id ?? newId() };
    });
    // changes first: a unit may take the name that another gives up
    const updated = plans.filter(({ row }) => row.action === 'UPDATE');
    const changes: UnitChange[] = updated.map(({ id, known: unit, after }) => ({ id, before: factsOf(unit!), after }));
    await this.ledger.change(tx, actor, changes, entry, UnitOperationKind.IMPORTED);
    await context.progress(updated.length);
    const created = plans.filter(({ row }) => row.action === 'CREATE').map(({ id, after }) => ({ id, facts: after }));
    let done = updated.length;
    for (const part of chunks(created, 500)) {
      await this.ledger.register(tx, actor, part, entry, UnitOperationKind.IMPORTED);
      await context.progress((done += part.length));
    }
    await context.progress(rows.length);
    for (const part of chunks(plans))
      yield part.map(({ row, id, known: unit }) => ({
        row: row.row,
        action: row.action!,
        subjectId: id,
        subjectVersion: unit ? unit.version + (row.action === 'UPDATE' ? 1 : 0) : 1,
        before: row.action === 'UPDATE' && unit ? { ...factsOf(unit) } : null,
      }));
  }

  /** Units that were changed since. */
  async dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    const units = await unitsOf(tx, rows);
    return rows.flatMap(({ subjectId, subjectVersion }) => {
      const unit = units.get(subjectId);
      return unit?.version === subjectVersion ? [] : [{ subjectId, name: unit?.name ?? subjectId }];
    });
  }

  async undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    const units = await unitsOf(tx, rows);
    const organizations = await KnownOrganizations.load(tx);
    const outside = [...units.values()].filter(({ organizationId }) => {
      const place = organizations.byId.get(organizationId);
      return !place || !context.reaches(place);
    });
    if (outside.length) throw importErrors.IMPORT_OUT_OF_REACH({ count: outside.length });
    const { actor, entry } = recordOf(context, `撤销导入《${context.batch.fileName}》`);
    const created = rows.filter(({ action }) => action === 'CREATE').map(({ subjectId }) => subjectId);
    await this.ledger.takeBack(tx, actor, created, entry);
    const changes = rows.flatMap(({ subjectId, before }) =>
      before ? [{ id: subjectId, before: factsOf(units.get(subjectId)!), after: before as unknown as UnitFacts }] : [],
    );
    await this.ledger.change(tx, actor, changes, entry, UnitOperationKind.IMPORTED);
  }
}

async function unitsOf(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Map<string, UnitEntity>> {
  const found = await tx.findBy(UnitEntity, { id: In(rows.map(({ subjectId }) => subjectId)) });
  return new Map(found.map((unit) => [unit.id, unit]));
}

function recordOf(
  { batch, accountId, actorName, today }: WriteContext,
  basis: string,
): { actor: Actor; entry: UnitEntry } {
  return {
    actor: { associationId: batch.associationId, accountId, name: actorName },
    entry: { effectiveOn: today, basis },
  };
}
