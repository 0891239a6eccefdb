import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { describeMadeRosters } from '@dangwu/testing';
import { KnownOrganizations, type KnownOrganization } from '../../import/known-organizations';
import { OrganizationStatus, OrganizationType } from '../../organization.enums';
import { checkUnits, type UnitRow } from './check-units';
import { KnownUnits, type KnownUnit } from './known-units';
import { byCode, dissolved, madeRoster, madeUnits, outside, responsible, taken, twice } from './trial/made-units';
import { unitFaults } from './unit-faults';
import { unitFields } from './unit-fields';

let no = 0;
const there = (name: string, more: Partial<KnownOrganization> = {}): KnownOrganization => ({
  id: `id-${++no}`,
  name,
  code: `C${no}`,
  type: OrganizationType.GENERAL_BRANCH,
  status: OrganizationStatus.ACTIVE,
  tier: null,
  parentId: 'id-1',
  relation: null,
  path: '/1/1/2/',
  leadsPath: '/1/1/2/',
  foundedOn: null,
  termYears: null,
  reportedMemberCount: null,
  version: 1,
  undone: false,
  ...more,
});
const organizations = new KnownOrganizations(
  [
    ...responsible.map(({ name, code }) => there(name, { code })),
    there(twice),
    there(twice),
    there(dissolved, { status: OrganizationStatus.DISSOLVED }),
    there(outside, { path: '/1/1/9/', leadsPath: '/1/1/9/' }),
  ],
  '/1/',
);
const units = new KnownUnits([{ ...taken, id: 'unit', uscc: null, organizationId: 'id-1' } as KnownUnit]);
const context: CheckContext = {
  today: '2026-11-23',
  reaches: ({ path }) => !path.startsWith('/1/1/9/'),
  heldBack: new Map(),
};

async function found(bytes: Buffer): Promise<{ rows: number; blocked: number; faults: string[] }> {
  const table = findTable(await readWorkbook(bytes), unitFields);
  const rows = readRows(table, unitFields, unitFaults, context) as unknown as UnitRow[];
  checkUnits(rows, organizations, units, context);
  const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.row} ${fault.field} ${fault.code}`));
  return { rows: rows.length, blocked: rows.filter((row) => row.blocked).length, faults: faults.sort() };
}

describeMadeRosters('made rosters of units', { kind: madeUnits, byCode, made: madeRoster, found });

it('puts in every code that the kind declares', () => {
  const others = Object.keys(unitFaults).filter((code) => !(code in byCode));
  expect(others).toEqual(['EARLIER_HELD_BACK']);
});
