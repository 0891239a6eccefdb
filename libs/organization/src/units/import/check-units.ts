import { comparable, type CheckContext, type CheckRow } from '@dangwu/imports';
import type { KnownOrganization, KnownOrganizations } from '../../import/known-organizations';
import { OrganizationStatus, Tier } from '../../organization.enums';
import { changedFacts, factsOf, type UnitFacts } from '../unit-facts';
import { CoverageKind, UnitKind } from '../unit.enums';
import { coverageWords } from '../unit-words';
import type { KnownUnit, KnownUnits } from './known-units';
import type { RosterUnit } from './unit-fields';

export type UnitRow = CheckRow<RosterUnit>;

/** What a good row comes to. */
export interface UnitPlan {
  readonly row: UnitRow;
  readonly known: KnownUnit | null;
  readonly after: UnitFacts;
}

const kindOfTier: Readonly<Record<Tier, UnitKind>> = {
  SECRETARIAT: UnitKind.INTERNAL_DEPARTMENT,
  ENTERPRISE: UnitKind.OWNED_ENTERPRISE,
  BRANCH_INSTITUTION: UnitKind.BRANCH_INSTITUTION,
  COUNCIL: UnitKind.OTHER,
  MEMBER_UNIT: UnitKind.MEMBER_COMPANY,
};

/** All checks of a roster of units that need more than one cell, and what is to become of each good row. */
export function checkUnits(
  rows: readonly UnitRow[],
  organizations: KnownOrganizations,
  units: KnownUnits,
  context: CheckContext,
): Map<UnitRow, UnitPlan> {
  checkTwice(rows);
  const found = new Map(rows.map((row) => [row, units.find(row.values)]));
  checkOthers(rows, found, units);
  const plans = new Map<UnitRow, UnitPlan>();
  for (const row of rows) {
    const organization = refer(row, 'organization', organizations, context);
    const coveredBy = row.values.coveredBy === undefined ? null : refer(row, 'coveredBy', organizations, context);
    const known = found.get(row) ?? null;
    checkReach(row, known, organization, organizations, context);
    checkCoverage(row);
    if (row.held || !organization) continue;
    const after = factsAfter(row.values as RosterUnit, known, organization.id, coveredBy?.id ?? null);
    row.action = known ? (changedFacts(factsOf(known), after).length ? 'UPDATE' : 'UNCHANGED') : 'CREATE';
    plans.set(row, { row, known, after });
  }
  return plans;
}

/** Of two rows with one code or name the later is at fault. */
function checkTwice(rows: readonly UnitRow[]): void {
  const [codes, names, own] = [new Map<string, UnitRow>(), new Map<string, UnitRow>(), new Map<string, UnitRow>()];
  for (const row of rows) {
    const { uscc, name, code } = row.values;
    const twice = (seen: Map<string, UnitRow>, key: string | undefined): UnitRow | undefined => {
      if (key === undefined) return undefined;
      const first = seen.get(key);
      if (!first) seen.set(key, row);
      return first;
    };
    const sameUscc = twice(codes, uscc);
    if (sameUscc)
      row.find('uscc', 'DUPLICATE_USCC', { first: sameUscc.row, firstName: sameUscc.shown.get('name') ?? '—' });
    const sameName = twice(names, name && comparable(name));
    if (sameName) row.find('name', 'DUPLICATE_NAME', { other: `第 ${sameName.row} 行` });
    const sameCode = twice(own, code && comparable(code));
    if (sameCode) row.find('code', 'DUPLICATE_CODE', { other: sameCode.shown.get('name') ?? '—' });
  }
}

/** A unit that stands and is not the row's own may have neither its name nor its code, unless the roster renames it. */
function checkOthers(rows: readonly UnitRow[], found: ReadonlyMap<UnitRow, KnownUnit | null>, units: KnownUnits): void {
  const renamed = new Map<string, UnitRow>();
  for (const [row, known] of found) if (known) renamed.set(known.id, row);
  const keeps = (other: KnownUnit, field: 'name' | 'code'): boolean => {
    const row = renamed.get(other.id);
    const after = row?.held ? undefined : row?.values[field];
    return after === undefined || comparable(after) === comparable(other[field] ?? '');
  };
  for (const row of rows) {
    const known = found.get(row);
    const { name, code, uscc } = row.values;
    const sameName = name === undefined ? undefined : units.byName.get(comparable(name));
    if (sameName && sameName !== known && keeps(sameName, 'name'))
      row.find('name', 'DUPLICATE_NAME', { other: sameName.uscc ?? sameName.code ?? '—' });
    const sameCode = code === undefined ? undefined : units.byCode.get(comparable(code));
    if (sameCode && sameCode !== known && keeps(sameCode, 'code'))
      row.find('code', 'DUPLICATE_CODE', { other: sameCode.name });
    const sameUscc = uscc === undefined ? undefined : units.byUscc.get(uscc);
    if (sameUscc && sameUscc !== known) row.find('uscc', 'DUPLICATE_USCC', { first: '—', firstName: sameUscc.name });
  }
}

function refer(
  row: UnitRow,
  field: 'organization' | 'coveredBy',
  organizations: KnownOrganizations,
  context: CheckContext,
): KnownOrganization | null {
  const reference = row.values[field];
  if (!row.sound(field) || reference === undefined) return null;
  const all = organizations.called(reference);
  const active = all.filter(({ status }) => status === OrganizationStatus.ACTIVE);
  const [one] = active;
  const earlier = context.heldBack.get(comparable(reference));
  if (one && active.length === 1) return one;
  if (one) row.find(field, 'AMBIGUOUS_ORGANIZATION', { codes: active.map(({ code }) => code) });
  else if (all.length > 0) row.find(field, 'ORGANIZATION_NOT_ACTIVE');
  else if (earlier) row.block(field, 'EARLIER_HELD_BACK', { held: earlier.row, file: earlier.fileName });
  else row.find(field, 'UNKNOWN_ORGANIZATION');
  return null;
}

function checkReach(
  row: UnitRow,
  known: KnownUnit | null,
  organization: KnownOrganization | null,
  organizations: KnownOrganizations,
  context: CheckContext,
): void {
  const present = known && organizations.byId.get(known.organizationId);
  if ((organization && !context.reaches(organization)) || (present && !context.reaches(present)))
    row.find('organization', 'OUT_OF_REACH');
}

function checkCoverage(row: UnitRow): void {
  const { coverage, coveredBy, liaison } = row.values;
  if (!row.sound('coverage') || coverage === undefined) return;
  const words = { coverage: coverageWords[coverage].zh };
  if (coveredBy !== undefined && !hasOrganization(coverage)) row.find('coveredBy', 'COVERAGE_MISFIT', words);
  if (liaison !== undefined && coverage !== CoverageKind.LIAISON) row.find('liaison', 'COVERAGE_MISFIT', words);
}

const hasOrganization = (coverage: CoverageKind): boolean =>
  coverage === CoverageKind.OWN_ORGANIZATION || coverage === CoverageKind.JOINT_ORGANIZATION;

/** What a row makes of a unit: what is blank stays, and what no longer goes with the coverage goes. */
function factsAfter(
  values: RosterUnit,
  known: KnownUnit | null,
  organizationId: string,
  coveredById: string | null,
): UnitFacts {
  const coverage = values.coverage ?? known?.coverage ?? CoverageKind.UNCOVERED;
  return {
    organizationId,
    // a name that differs only in brackets, blanks or width is the same name
    name: known && comparable(known.name) === comparable(values.name) ? known.name : values.name,
    code: values.code ?? known?.code ?? null,
    uscc: values.uscc ?? known?.uscc ?? null,
    kind: values.kind ?? known?.kind ?? kindOfTier[values.tier],
    tier: values.tier,
    coverage,
    coveredById: hasOrganization(coverage) ? (coveredById ?? known?.coveredById ?? null) : null,
    liaison: coverage === CoverageKind.LIAISON ? (values.liaison ?? known?.liaison ?? null) : null,
    partyMemberCount: values.partyMemberCount ?? known?.partyMemberCount ?? null,
    employeeCount: values.employeeCount ?? known?.employeeCount ?? null,
    joinedOn: values.joinedOn ?? known?.joinedOn ?? null,
    foundedOn: known?.foundedOn ?? null,
    closedOn: null,
  };
}
