import { describeMadeRosters, type Random } from '@dangwu/testing';
import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { OrganizationStatus, OrganizationType, ParentRelation } from '../organization.enums';
import { checkRoster } from './check-roster';
import { KnownOrganizations, type KnownOrganization } from './known-organizations';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import type { RosterRow } from './roster-tree';
import { byCode, gone, outside, preparing } from './trial/injected-faults';
import { madeOrganizations, madeTree } from './trial/made-rosters';

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

// the order of rows says nothing, except which of two duplicates is the later one
const made = (random: Random, count: number) => {
  const tree = madeTree(random, count);
  tree.lines.splice(0, tree.lines.length, ...random.shuffled(tree.lines));
  return tree;
};
describeMadeRosters('made rosters', { kind: madeOrganizations, byCode, made: made, found });
