import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { KnownOrganizations, OrganizationStatus, OrganizationType, type KnownOrganization } from '@dangwu/organization';
import { describeMadeRosters } from '@dangwu/testing';
import { AffiliationKind, Gender, MemberStatus, Post } from '../member.enums';
import { checkRoster, type RosterRow } from './check-roster';
import type { KnownMember } from './known-members';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import { away, byCode, moving, outside, takesNone, twice, withSecretary } from './trial/injected-faults';
import { branches, madeMembers, madeRoster } from './trial/made-members';

let no = 0;
const there = (name: string, more: Partial<KnownOrganization> = {}): KnownOrganization => ({
  id: `id-${++no}`,
  name,
  code: `C${no}`,
  type: OrganizationType.BRANCH,
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
const far = { path: '/1/1/9/', leadsPath: '/1/1/9/' };
const secretaryAt = there(withSecretary);
const organizations = new KnownOrganizations(
  [
    ...branches.map(({ name, code }) => there(name, { code })),
    there(twice),
    there(twice),
    there(takesNone[0], { type: OrganizationType.EXPERT_GROUP }),
    there(takesNone[1], { status: OrganizationStatus.DISSOLVED }),
    there(outside, far),
    secretaryAt,
  ],
  '/1/',
);
const somebody = (more: Partial<KnownMember>): KnownMember => ({
  id: 'member',
  version: 1,
  name: '某人',
  gender: Gender.FEMALE,
  birthDate: '1970-01-01',
  ethnicity: null,
  education: null,
  jobTitle: null,
  status: MemberStatus.FULL,
  joinedOn: null,
  fullOn: null,
  organizationId: secretaryAt.id,
  affiliationKind: AffiliationKind.FORMAL,
  leftOn: null,
  phoneMark: null,
  path: '/1/1/2/',
  leadsPath: '/1/1/2/',
  plannedOn: null,
  ...more,
});
const context: CheckContext = {
  today: '2026-11-23',
  reaches: ({ path }) => !path.startsWith('/1/1/9/'),
  heldBack: new Map(),
};
const known = {
  // here a number is its own mark
  members: new Map([
    [away, somebody(far)],
    [moving, somebody({ plannedOn: '2026-12-01' })],
  ]),
  posts: [{ memberId: 'other', organizationId: secretaryAt.id, post: Post.SECRETARY, name: '甲' }],
  organizations,
  leastAge: 18,
};

async function found(bytes: Buffer): Promise<{ rows: number; blocked: number; faults: string[] }> {
  const table = findTable(await readWorkbook(bytes), rosterFields);
  const rows = readRows(table, rosterFields, rosterFaults, context) as unknown as RosterRow[];
  const same = (field: 'idNumber' | 'phone') =>
    new Map(rows.flatMap(({ values }) => (values[field] ? [[values[field], values[field]] as const] : [])));
  checkRoster(rows, { ids: same('idNumber'), phones: same('phone') }, known, context);
  const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.row} ${fault.field} ${fault.code}`));
  // nothing that is told of a row has a number of a person in it
  const told = JSON.stringify(rows.flatMap((row) => [...row.shown.values(), ...row.faults]));
  expect(told).not.toMatch(/\d{11}/);
  return { rows: rows.length, blocked: rows.filter((row) => row.blocked).length, faults: faults.sort() };
}

describeMadeRosters('made rosters of members', { kind: madeMembers, byCode, made: madeRoster, found });

it('puts in every code that the kind declares, and some of every kind', () => {
  // of a later import, and so told as blocked
  const others = Object.keys(rosterFaults).filter((code) => !(code in byCode));
  expect(others).toEqual(['EARLIER_HELD_BACK']);
});
