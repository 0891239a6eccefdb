import { inject, madeFile, Random } from '@dangwu/testing';
import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { OrganizationStatus, OrganizationType, ParentRelation } from '../organization.enums';
import { checkRoster } from './check-roster';
import { KnownOrganizations, type KnownOrganization } from './known-organizations';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import type { RosterRow } from './roster-tree';
import { byCode, gone, outside, preparing } from './trial/injected-faults';
import { madeOrganizations, madeTree } from './trial/made-rosters';

/** Others than these come with DANGWU_ROSTER_SEEDS=4,5,6. */
const seeds = (process.env['DANGWU_ROSTER_SEEDS'] ?? '20261123,7,1921').split(',').map(Number);
const files = 5;
const faultsPerFile = 100;

const there = (one: { name: string; code: string }, status: OrganizationStatus, no: number): KnownOrganization => ({
  id: `id-${one.code}`,
  ...one,
  status,
  type: OrganizationType.COMMITTEE,
  tier: null,
  parentId: 'id-M00001',
  relation: ParentRelation.LEADS,
  path: `/1/1/${no}/`,
  leadsPath: `/1/1/${no}/`,
  foundedOn: null,
  termYears: null,
  reportedMemberCount: null,
  version: 1,
  undone: false,
});
const root: KnownOrganization = {
  ...there({ name: '行业协会党委（功能型）', code: 'M00001' }, OrganizationStatus.ACTIVE, 1),
  type: OrganizationType.FUNCTIONAL_COMMITTEE,
  parentId: null,
  relation: null,
  path: '/1/1/',
  leadsPath: '/1/1/',
};
const known = new KnownOrganizations(
  [
    root,
    ...gone.map((one) => there(one, OrganizationStatus.DISSOLVED, 2)),
    ...preparing.map((one) => there(one, OrganizationStatus.PREPARING, 3)),
    there(outside, OrganizationStatus.ACTIVE, 4),
  ],
  '/1/',
);
const context: CheckContext = {
  today: '2026-11-23',
  reaches: ({ path }) => !path.startsWith('/1/1/4/'),
  heldBack: new Map(),
};

async function found(bytes: Buffer): Promise<{ rows: number; blocked: number; faults: string[] }> {
  const table = findTable(await readWorkbook(bytes), rosterFields);
  const rows = readRows(table, rosterFields, rosterFaults, context) as unknown as RosterRow[];
  checkRoster(rows, known, context);
  const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.row} ${fault.field} ${fault.code}`));
  return { rows: rows.length, blocked: rows.filter((row) => row.blocked).length, faults: faults.sort() };
}

describe.each(seeds)('made rosters, seed %i', (seed) => {
  it(`have exactly their ${files * faultsPerFile} faults`, async () => {
    const random = new Random(seed);
    const met = new Map<string, number>();
    for (let file = 0; file < files; file++) {
      const tree = madeTree(random, 320);
      const { lines } = tree;
      // the order of rows says nothing, except which of two duplicates is the later one
      lines.splice(0, lines.length, ...random.shuffled(lines));
      const injected = inject(random, tree, byCode, faultsPerFile);
      const { bytes, rowOf } = await madeFile(random, madeOrganizations, lines);
      const expected = injected.map(({ line, field, code }) => `${rowOf.get(line)!} ${field} ${code}`).sort();
      expect({ seed, file, ...(await found(bytes)) }).toEqual({
        seed,
        file,
        rows: lines.length,
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
    const { lines } = madeTree(random, 200);
    const { bytes } = await madeFile(random, madeOrganizations, random.shuffled(lines));
    expect(await found(bytes)).toEqual({ rows: 200, blocked: 0, faults: [] });
  });
});
