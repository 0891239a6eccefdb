import type { Tier } from '../organization.enums';
import type { CoverageKind, UnitKind } from './unit.enums';

/** What a unit is, as people and rosters say it. Ids are UUIDs. */
export interface UnitFacts {
  readonly organizationId: string;
  readonly name: string;
  readonly code: string | null;
  readonly uscc: string | null;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly coverage: CoverageKind;
  readonly coveredById: string | null;
  readonly liaison: string | null;
  readonly partyMemberCount: number | null;
  readonly employeeCount: number | null;
  readonly joinedOn: string | null;
  readonly foundedOn: string | null;
  readonly closedOn: string | null;
}

export const factNames = [
  'organizationId',
  'name',
  'code',
  'uscc',
  'kind',
  'tier',
  'coverage',
  'coveredById',
  'liaison',
  'partyMemberCount',
  'employeeCount',
  'joinedOn',
  'foundedOn',
  'closedOn',
] as const satisfies readonly (keyof UnitFacts)[];

export const factsOf = (unit: UnitFacts): UnitFacts =>
  Object.fromEntries(factNames.map((name) => [name, unit[name]])) as unknown as UnitFacts;

/** The facts in which two states of a unit differ. */
export const changedFacts = (before: UnitFacts, after: UnitFacts): (keyof UnitFacts)[] =>
  factNames.filter((name) => before[name] !== after[name]);

export interface NewUnit {
  readonly id?: string;
  readonly facts: UnitFacts;
  readonly externalId?: string | null;
}

export interface UnitChange {
  readonly id: string;
  readonly before: UnitFacts;
  readonly after: UnitFacts;
}

/** A record in the ledger: from which day, on which basis. */
export interface UnitEntry {
  readonly effectiveOn: string;
  readonly basis: string;
}
