/// <reference types="jest" />
import type { TreeOrganizationFragment } from '../../../generated/graphql';
import { mayDrop } from './tree-drag';
import { actionOf, typeAhead } from './tree-keys';
import { emptyTree, treeReducer, type Tree } from './tree-reducer';
import { rowsOf, rowsOfMatches, tierKey, type Branch } from './tree-rows';

const one = (id: string, more: Partial<TreeOrganizationFragment> = {}): TreeOrganizationFragment => ({
  id,
  code: id,
  name: `organization ${id}`,
  pinyinInitials: id,
  type: 'BRANCH',
  tier: 'SECRETARIAT',
  relation: 'LEADS',
  status: 'ACTIVE',
  childCount: 0,
  descendantCount: 0,
  details: null,
  ...more,
});

const branch = (nodes: TreeOrganizationFragment[], more: Partial<Branch> = {}): Branch => ({
  status: 'ready',
  nodes,
  total: nodes.length,
  guided: 0,
  endCursor: null,
  hasMore: false,
  ...more,
});

/** Root with a body of its own and two tiers: one led, one guided with more to come. */
function sample(): Tree {
  const root = one('root', { relation: null, childCount: 4 });
  let tree = treeReducer(emptyTree, {
    kind: 'root',
    root,
    tiers: new Map([
      ['SECRETARIAT', 3],
      ['MEMBER_UNIT', 90],
    ]),
  });
  const put = (key: string, content: Branch) => (tree = treeReducer(tree, { kind: 'loaded', key, branch: content }));
  put('root', branch([one('body', { type: 'LEADING_GROUP' })]));
  put(tierKey('root', 'SECRETARIAT'), branch([one('general', { childCount: 2 })]));
  put('general', branch([one('first'), one('second', { type: 'PARTY_GROUP' })]));
  put(
    tierKey('root', 'MEMBER_UNIT'),
    branch([one('member', { relation: 'GUIDES' })], { total: 80, guided: 80, hasMore: true }),
  );
  return tree;
}

const keys = (tree: Tree) => rowsOf(tree).map((row) => row.key);

describe('rows of the tree', () => {
  it('puts bodies first, then the tiers in order, each with its organizations', () => {
    expect(keys(sample())).toEqual([
      'root',
      'body',
      'root/SECRETARIAT',
      'general',
      'root/MEMBER_UNIT',
      'member',
      'root/MEMBER_UNIT#more',
    ]);
  });

  it('says level, position and what is left, and the relation of a tier', () => {
    const rows = rowsOf(sample());
    const [, body, secretariat, general, members, , more] = rows;
    expect([body?.level, body?.position, body?.setSize]).toEqual([2, 1, 3]);
    expect([secretariat?.level, secretariat?.position, general?.level]).toEqual([2, 2, 3]);
    expect(secretariat?.kind === 'tier' && secretariat.head).toEqual({
      tier: 'SECRETARIAT',
      count: 3,
      relations: ['LEADS'],
    });
    expect(members?.kind === 'tier' && members.head.relations).toEqual(['GUIDES']);
    expect(more?.kind === 'more' && more.remaining).toBe(79);
  });

  it('opens and closes, and keeps what was open when it is asked for again', () => {
    let tree = treeReducer(sample(), { kind: 'toggled', key: 'general', open: true });
    expect(keys(tree)).toContain('first');
    tree = treeReducer(tree, { kind: 'toggled', key: 'root/MEMBER_UNIT', open: false });
    tree = treeReducer(tree, { kind: 'root', root: tree.root, tiers: tree.tiers });
    expect(keys(tree)).toContain('first');
    expect(keys(tree)).not.toContain('member');
  });

  it('leaves out a tier whose organizations all stand deeper', () => {
    const tree = treeReducer(sample(), { kind: 'loaded', key: 'root/MEMBER_UNIT', branch: branch([]) });
    expect(keys(tree)).not.toContain('root/MEMBER_UNIT');
  });

  it('shows each ancestor of several matches once', () => {
    const [root, general] = [one('root', { relation: null }), one('general')];
    const rows = rowsOfMatches([
      { ...one('first'), ancestors: [root, general] },
      { ...one('second'), ancestors: [root, general] },
    ]);
    expect(rows.map((row) => `${row.level} ${row.key}`)).toEqual(['1 root', '2 general', '3 first', '3 second']);
    expect(rows.map((row) => row.kind === 'organization' && row.matched)).toEqual([false, false, true, true]);
  });
});

describe('keys in the tree', () => {
  const rows = rowsOf(treeReducer(sample(), { kind: 'toggled', key: 'general', open: true }));
  const focus = (pressed: string, from: string) => {
    const action = actionOf(pressed, rows, from);
    return action?.kind === 'focus' ? action.key : action?.kind;
  };

  it('moves up, down, to the ends, to the parent and into an open one', () => {
    expect(focus('ArrowDown', 'root')).toBe('body');
    expect(focus('ArrowUp', 'body')).toBe('root');
    expect(focus('End', 'root')).toBe('root/MEMBER_UNIT#more');
    expect(focus('Home', 'member')).toBe('root');
    expect(focus('ArrowLeft', 'first')).toBe('general');
    expect(focus('ArrowRight', 'general')).toBe('first');
    expect(focus('ArrowDown', 'root/MEMBER_UNIT#more')).toBeUndefined();
  });

  it('closes what is open, opens a tier, opens the page of an organization', () => {
    expect(focus('ArrowLeft', 'general')).toBe('toggle');
    expect(focus('Enter', 'root/SECRETARIAT')).toBe('toggle');
    expect(focus('Enter', 'first')).toBe('activate');
    expect(focus('Tab', 'first')).toBeUndefined();
  });

  it('jumps by name, code or pinyin initials, round and on', () => {
    expect(typeAhead('sec', rows, 'root')).toBe('second');
    expect(typeAhead('organization f', rows, 'second')).toBe('first');
    expect(typeAhead('o', rows, 'body')).toBe('general');
    expect(typeAhead('x', rows, 'root')).toBeNull();
  });
});

describe('where a dragged organization may be dropped', () => {
  const rows = rowsOf(treeReducer(sample(), { kind: 'toggled', key: 'general', open: true }));
  const may = (dragged: string, target: string) => {
    const row = rows.find((candidate) => candidate.key === target);
    return row ? mayDrop({ id: dragged, name: dragged, relation: 'LEADS' }, row, rows) : null;
  };

  it('allows another organization', () => {
    expect(may('first', 'body')).toBe(true);
    expect(may('first', 'root')).toBe(true);
  });

  it('forbids itself, what is below it, its own parent, a party group and the head of a tier', () => {
    expect(may('general', 'general')).toBe(false);
    expect(may('general', 'first')).toBe(false);
    expect(may('first', 'general')).toBe(false);
    expect(may('general', 'root')).toBe(false);
    expect(may('body', 'second')).toBe(false);
    expect(may('body', 'root/SECRETARIAT')).toBe(false);
  });
});
