import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { KnownOrganizations, OrganizationStatus, OrganizationType, type KnownOrganization } from '@dangwu/organization';
import { describeMadeRosters } from '@dangwu/testing';
import { ActivityState } from '../activity/activity.enums';
import { shippedTypes } from '../catalogue/shipped-catalogue';
import { planRoster, readRoster, type ActivityRow } from './check-roster';
import { Known, PresentActivities, type KnownActivity, type KnownRule } from './known';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import {
  booked,
  byCode,
  elsewhere,
  gone,
  group,
  otherDay,
  outside,
  putOff,
  retired,
  there as standing,
  twice,
} from './trial/injected-faults';
import { branches, madeActivities, madeRoster, topics } from './trial/made-activities';

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
const dissolved = there(gone, { status: OrganizationStatus.DISSOLVED });
const all = [
  ...branches.map(({ name, code }) => there(name, { code })),
  there(twice),
  there(twice),
  there(outside, { path: '/1/1/9/', leadsPath: '/1/1/9/' }),
  there(group, { type: OrganizationType.PARTY_GROUP }),
  dissolved,
];
const type = (key: string, nameZh: string, nameEn: string, retiredOn: string | null = null) => ({
  id: `type-${key}`,
  key,
  nameZh,
  nameEn,
  retiredOn,
  organizationTypes: [
    ...(shippedTypes.find((one) => one.key === key)?.organizationTypes ?? Object.values(OrganizationType)),
  ],
  quorumRuleKey: shippedTypes.find((one) => one.key === key)?.quorumRuleKey ?? null,
});
const quorum: KnownRule = {
  id: 'rule',
  key: 'assembly.quorum',
  nameZh: '到会要求',
  nameEn: 'Presence',
  value: '>= 1/2',
  basisZh: '第十一条',
  basisEn: 'article 11',
  layer: 'REGULATION',
  organizationId: null,
  effectiveFrom: '2018-10-28',
  effectiveTo: null,
};
const known = new Known(
  new KnownOrganizations(all, '/1/'),
  new Map([[dissolved.id, '2022-01-01']]),
  [...shippedTypes.map(({ key, name }) => type(key, name[0], name[1])), type('OLD', retired, 'Retired', '2020-01-01')],
  topics.map((name) => ({ id: name, key: name, nameZh: name, nameEn: name, retiredOn: null })),
  [quorum],
);
const activity = (externalId: string, more: Partial<KnownActivity> = {}): KnownActivity => ({
  id: externalId,
  version: 1,
  externalId,
  organizationId: all.find(({ name }) => name === standing.organization)!.id,
  activityTypeId: 'type-PARTY_LECTURE',
  title: '已有的党课',
  state: ActivityState.HELD,
  startsAt: new Date('2022-12-30T07:00:00Z'),
  endsAt: new Date('2022-12-30T08:00:00Z'),
  heldOn: '2022-12-30',
  countsOn: '2022-12-30',
  makeUpOfId: null,
  venueId: null,
  place: null,
  topicIds: [],
  entitledCount: null,
  presentCount: null,
  remoteCount: null,
  leaveCount: null,
  summary: null,
  quorumRuleId: null,
  quorumMet: null,
  ...more,
});
const present = new PresentActivities([
  activity(elsewhere, { organizationId: 'elsewhere' }),
  activity(putOff, { state: ActivityState.POSTPONED }),
  activity(otherDay),
  activity(booked, { venueId: 'venue' }),
]);
const context: CheckContext = {
  today: '2026-11-23',
  reaches: ({ path }) => !path.startsWith('/1/1/9/'),
  heldBack: new Map(),
};

async function found(bytes: Buffer): Promise<{ rows: number; blocked: number; faults: string[] }> {
  const table = findTable(await readWorkbook(bytes), rosterFields);
  const rows = readRows(table, rosterFields, rosterFaults, context) as unknown as ActivityRow[];
  planRoster(rows, readRoster(rows, known, context, new Date('2026-11-23T02:00:00Z')), present);
  const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.row} ${fault.field} ${fault.code}`));
  return { rows: rows.length, blocked: rows.filter((row) => row.blocked).length, faults: faults.sort() };
}

describeMadeRosters('made lists of activities', { kind: madeActivities, byCode, made: madeRoster, found });

it('puts in every code that the kind declares', () => {
  // of a later import, and so told as blocked
  expect(Object.keys(rosterFaults).filter((code) => !(code in byCode))).toEqual(['EARLIER_HELD_BACK']);
});
