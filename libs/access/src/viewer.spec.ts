import { Area } from '@dangwu/read-model';
import { permissions } from './permissions';
import { included, vocabulary } from './vocabulary';
import { positionBelow, placeOfAssociation, type Position } from './place';
import { everyone, reaches, roleKeys, roles, type RoleKey } from './roles';
import { Viewer } from './viewer';

const association = placeOfAssociation(3);
const root = positionBelow(association, 1, null);
const committee = positionBelow(root, 2, 'LEADS');
const branch = positionBelow(committee, 5, 'LEADS');
const institution = positionBelow(committee, 40, 'GUIDES');
const itsBranch = positionBelow(institution, 41, 'LEADS');
const nearName = positionBelow(root, 20, 'LEADS');
const elsewhere = positionBelow(placeOfAssociation(30), 7, null);
const all = { association, root, committee, branch, institution, itsBranch, nearName, elsewhere };
const inside = ['root', 'committee', 'branch', 'institution', 'itsBranch', 'nearName'] as const;

function viewer(...grants: (readonly [RoleKey, Position | null])[]): Viewer {
  const now = new Date();
  return new Viewer({
    account: { id: 'a', username: 'zhang', name: '张三' },
    association: { id: 'x', no: 3, name: '协会', kind: 'LIVE' },
    session: { id: 's', signedInAt: now, idleUntil: now, expiresAt: now },
    grants: grants.map(([role, place], i) => ({
      id: `g${i}`,
      role,
      organizationId: place && 'o',
      place: place && { ...place, ledSize: 2, treeSize: 4 },
    })),
  });
}

const where = (who: Viewer, permission: string): string[] =>
  Object.entries(all)
    .filter(([name, place]) => name !== 'association' && who.can(permission, place))
    .map(([name]) => name);

describe('reach', () => {
  it('LEADS ends at a GUIDES edge', () => {
    expect(where(viewer(['SECRETARY', committee]), 'organization.read')).toEqual(['committee', 'branch']);
    expect(where(viewer(['SECRETARY', institution]), 'organization.read')).toEqual(['institution', 'itsBranch']);
  });

  it('TREE goes on, and carries what it includes just as far', () => {
    const staff = viewer(['PARTY_STAFF', committee]);
    const subtree = ['committee', 'branch', 'institution', 'itsBranch'];
    expect(where(staff, 'organization.maintain')).toEqual(subtree);
    expect(where(staff, 'organization.read')).toEqual(subtree);
    expect(where(staff, 'organization.export')).toEqual(['committee', 'branch']);
  });

  it('ASSOCIATION needs the root or a grant for all: staff of a committee do not confirm rules for everybody', () => {
    expect(viewer(['PARTY_STAFF', committee]).holds('rule.confirm')).toBe(false);
    expect(where(viewer(['PARTY_STAFF', root]), 'rule.confirm')).toEqual(inside);
    expect(where(viewer(['PARTY_STAFF', null]), 'rule.confirm')).toEqual(inside);
    expect(where(viewer(['AUDITOR', null]), 'audit.read')).toEqual(inside);
  });

  it('of staff at the root is the whole association, with nodes that are yet to come', () => {
    expect(viewer(['PARTY_STAFF', root]).holdsEverywhere('organization.maintain')).toBe(true);
    expect(viewer(['PARTY_STAFF', null]).can('organization.maintain', association)).toBe(true);
    expect(viewer(['PARTY_STAFF', committee]).holdsEverywhere('organization.maintain')).toBe(false);
  });

  it('never leaves the association', () => {
    for (const key of vocabulary.keys())
      expect(where(viewer(['PARTY_STAFF', null], ['SYSTEM_ADMIN', null]), key)).not.toContain('elsewhere');
  });
});

describe('a viewer', () => {
  it('holds what everyone holds without any grant, and nothing else', () => {
    const nobody = viewer();
    expect(nobody.permissions).toEqual([...everyone].sort((a, b) => order(a) - order(b)));
    expect(where(nobody, 'organization.identify')).toEqual(inside);
    expect(where(nobody, 'organization.read')).toEqual([]);
    expect(nobody.scope('organization.maintain')).toEqual({
      association: 'x',
      places: [],
      account: 'a',
      permission: 'organization.maintain',
    });
  });

  it('has the union of its grants, counted once', () => {
    const both = viewer(['SECRETARY', branch], ['LEADER', institution], ['COMMITTEE_MEMBER', committee]);
    expect(where(both, 'organization.read')).toEqual(['committee', 'branch', 'institution', 'itsBranch']);
    expect(both.area('organization.read').ranges).toHaveLength(2);
    expect(both.area('organization.read')).toBe(both.area('organization.read'));
  });

  it('with an administrative role sees no content', () => {
    const admin = viewer(['SYSTEM_ADMIN', null]);
    expect(where(admin, 'account.manage')).toEqual(inside);
    for (const key of ['organization.read', 'organization.maintain', 'audit.read', 'access.grant'])
      expect(admin.area(key)).toBe(Area.nowhere);
  });

  it('tells a transaction the ranges of its area', () => {
    expect(viewer(['PARTY_STAFF', committee]).scope('organization.export')).toEqual({
      association: 'x',
      places: [{ by: 'leads', lo: '/3/1/2/', hi: '/3/1/20' }],
      account: 'a',
      permission: 'organization.export',
    });
  });

  it('refuses words that are not in the vocabulary', () => {
    expect(() => viewer().area('organization.raed')).toThrow('"organization.raed"');
  });
});

describe('the vocabulary', () => {
  it('includes only what it has', () => {
    for (const key of vocabulary.keys()) expect(included(key).has(key as keyof typeof permissions)).toBe(true);
  });

  it('is held by someone, word for word, and no role reaches beyond it', () => {
    const held = new Set(
      [...roleKeys.flatMap((role) => roles[role].permissions), ...everyone].flatMap((p) => [...included(p)]),
    );
    expect([...held].sort()).toEqual([...vocabulary.keys()].sort());
  });

  it('carries what is included by the reach of what includes it', () => {
    expect(reaches('PARTY_STAFF', 'organization.read')).toEqual(['TREE']);
    expect(reaches('SECRETARY', 'organization.read')).toEqual(['LEADS']);
    expect(reaches('SECRETARY', 'organization.maintain')).toEqual([]);
  });
});

const order = (key: string): number => [...vocabulary.keys()].indexOf(key as never);
