import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { inject, madeFile, Random } from '@dangwu/testing';
import { KnownOrganizations, type KnownOrganization } from '../../import/known-organizations';
import { OrganizationStatus, OrganizationType } from '../../organization.enums';
import { checkUnits, type UnitRow } from './check-units';
import { KnownUnits, type KnownUnit } from './known-units';
import { byCode, dissolved, madeRoster, madeUnits, outside, responsible, taken, twice } from './trial/made-units';
import { unitFaults } from './unit-faults';
import { unitFields } from './unit-fields';

/** Others than these come with DANGWU_ROSTER_SEEDS=4,5,6. */
const seeds = (process.env['DANGWU_ROSTER_SEEDS'] ?? '20261123,7,1921').split(',').map(Number);
const files = 5;
const faultsPerFile = 100;

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

describe.each(seeds)('made rosters of units, seed %i', (seed) => {
  it(`have exactly their ${files * faultsPerFile} faults`, async () => {
    const random = new Random(seed);
    const met = new Map<string, number>();
    for (let file = 0; file < files; file++) {
      const made = madeRoster(random, 320);
      const injected = inject(random, made, byCode, faultsPerFile);
      const { bytes, rowOf } = await madeFile(random, madeUnits, made.lines);
      const expected = injected.map(({ line, field, code }) => `${rowOf.get(line)!} ${field} ${code}`).sort();
      expect({ seed, file, ...(await found(bytes)) }).toEqual({
        seed,
        file,
        rows: made.lines.length,
        blocked: 0,
        faults: expected,
      });
      for (const { code } of injected) met.set(code, (met.get(code) ?? 0) + 1);
    }
    const total = [...met.values()].reduce((sum, n) => sum + n, 0);
    console.info(`seed ${seed}: ${total} faults of ${met.size} codes found, none invented`);
    expect([total, [...met.keys()].sort()]).toEqual([files * faultsPerFile, Object.keys(byCode).sort()]);
  }, 120_000);

  it('have no fault when none was put in', async () => {
    const random = new Random(seed + 1);
    const { lines } = madeRoster(random, 200);
    const { bytes } = await madeFile(random, madeUnits, lines);
    expect(await found(bytes)).toEqual({ rows: 200, blocked: 0, faults: [] });
  });

  it('puts in every code that the kind declares', () => {
    const others = Object.keys(unitFaults).filter((code) => !(code in byCode));
    expect(others).toEqual(['EARLIER_HELD_BACK']);
  });
});
