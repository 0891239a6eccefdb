import type { EntityManager } from 'typeorm';
import { checkUnit, normalizeUnit } from './unit-checks';
import { changedFacts, factsOf, type UnitChange, type UnitFacts } from './unit-facts';
import { UnitOperationKind } from './unit.enums';
import type { UnitEntity } from './unit.entity';
import { unitErrors } from './unit.errors';

/** What is to become of a unit, as the ledger calls it. */
export interface WantedChange {
  readonly kind: UnitOperationKind;
  decide(facts: UnitFacts): UnitFacts;
}

interface Day {
  readonly effectiveOn: string;
  /** from which day the latest record of the unit holds */
  readonly since: string | undefined;
}

/**
 * Judges one change of one unit; what one by one and many at once have in common. The caller holds the association's
 * lock and has checked rights.
 *
 * @returns what to write; null when the unit is so already
 * @throws UNIT_CLOSED, UNIT_DAY_BEFORE_LAST and the refusals of `checkUnit`
 */
export async function judgeChange(
  tx: EntityManager,
  unit: UnitEntity,
  { effectiveOn, since }: Day,
  { kind, decide }: WantedChange,
): Promise<UnitChange | null> {
  const { id, name, associationId, closedOn } = unit;
  if (closedOn) throw unitErrors.UNIT_CLOSED({ name, on: closedOn });
  if (since && effectiveOn < since) throw unitErrors.UNIT_DAY_BEFORE_LAST({ name, since, effectiveOn });
  const before = factsOf(unit);
  const after = decide(before);
  if (changedFacts(before, after).length === 0) return null;
  if (kind !== UnitOperationKind.CLOSED) await checkUnit(tx, associationId, id, after, before);
  return { id, before, after };
}

type Coverage = Pick<UnitFacts, 'coverage' | 'coveredById' | 'liaison'>;

export const coverageChange = (coverage: Coverage): WantedChange => ({
  kind: UnitOperationKind.COVERAGE_CHANGED,
  decide: (facts) => ({ ...facts, ...normalizeUnit(coverage) }),
});

export const factsChange = (changed: (facts: UnitFacts) => Partial<UnitFacts>): WantedChange => ({
  kind: UnitOperationKind.CHANGED,
  decide: (facts) => ({ ...facts, ...changed(facts) }),
});
