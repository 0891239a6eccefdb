import fc from 'fast-check';
import { Area } from './area';
import { tree, type Org } from './test/random-world';

const orgs = fc
  .array(fc.record({ parent: fc.nat(100), guides: fc.boolean(), name: fc.constant('a'), alive: fc.constant(true) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map(tree);
const grants = fc.array(fc.record({ n: fc.nat(100), led: fc.boolean() }), { maxLength: 5 });
type Grants = { n: number; led: boolean }[];

/** by walking down the tree, not by paths */
function ids(orgs: readonly Org[], list: Grants): Set<number> {
  const out = new Set<number>();
  for (const { n, led } of list) {
    const below = [orgs[n % orgs.length]!];
    for (const o of below) {
      out.add(o.n);
      below.push(...orgs.filter((c) => c.parentId === o.id && !(led && c.guides)));
    }
  }
  return out;
}
function area(orgs: readonly Org[], list: Grants): Area {
  const sizes = (n: number, led: boolean): number => ids(orgs, [{ n, led }]).size;
  return Area.union(
    list.map(({ n, led }) => {
      const place = { ...orgs[n % orgs.length]!, size: sizes(n, led) };
      return led ? Area.led(place) : Area.subtree(place);
    }),
  );
}
/** what the ranges of an area hold, as the database compares them */
function held(orgs: readonly Org[], a: Area): Set<number> {
  const inside = (value: string, lo: string, hi: string): boolean => value >= lo && value < hi;
  return new Set(
    orgs
      .filter((o) => a.whole || a.ranges.some((r) => inside(r.by === 'path' ? o.path : o.leadsPath, r.lo, r.hi)))
      .map((o) => o.n),
  );
}
const subset = (a: Set<number>, b: Set<number>): boolean => [...a].every((n) => b.has(n));
const check = (property: (orgs: Org[], a: Grants, b: Grants) => void): void =>
  fc.assert(fc.property(orgs, grants, grants, property), { numRuns: 2000 });

describe('Area on random trees with both kinds of edges', () => {
  test('holds what walking down the tree reaches', () =>
    check((o, a) => expect(held(o, area(o, a))).toEqual(ids(o, a))));

  test('intersects exactly', () =>
    check((o, a, b) => {
      const other = ids(o, b);
      const both = new Set([...ids(o, a)].filter((n) => other.has(n)));
      expect(held(o, area(o, a).intersect(area(o, b)))).toEqual(both);
      expect(area(o, a).intersect(area(o, b)).empty).toBe(both.size === 0);
    }));

  test('unites exactly', () =>
    check((o, a, b) => expect(held(o, area(o, a).union(area(o, b)))).toEqual(new Set([...ids(o, a), ...ids(o, b)]))));

  test('covers only what it contains, and a part of itself always', () =>
    check((o, a, b) => {
      if (area(o, a).covers(area(o, b))) expect(subset(ids(o, b), ids(o, a))).toBe(true);
      expect(area(o, a).covers(area(o, a).intersect(area(o, b)))).toBe(true);
    }));

  test('has no range inside another, and disjoint ranges of one kind', () =>
    check((o, a) => {
      const { ranges } = area(o, a);
      ranges.forEach((r, i) =>
        ranges.slice(i + 1).forEach((s) => {
          if (r.by === s.by) expect(r.hi <= s.lo || s.hi <= r.lo).toBe(true);
          else if (r.by === 'path') expect(s.node.path.startsWith(r.lo)).toBe(false);
          else expect(r.node.path.startsWith(s.lo)).toBe(false);
        }),
      );
    }));

  test('spreads across edges to all children of what it holds', () =>
    check((o, a) => {
      const inside = ids(o, a);
      const children = o.filter((c) => c.parentId && o.some((p) => p.id === c.parentId && inside.has(p.n)));
      const spread = held(o, area(o, a).acrossEdges());
      expect(subset(new Set(children.map((c) => c.n)), spread)).toBe(true);
      expect(subset(inside, spread)).toBe(true);
    }));
});

test('everywhere and nowhere', () => {
  const some = Area.subtree({ path: '/3/1/', leadsPath: '/3/1/', size: 7 });
  expect(Area.everywhere.intersect(some)).toBe(some);
  expect(some.intersect(Area.everywhere)).toBe(some);
  expect(Area.nowhere.intersect(some).empty).toBe(true);
  expect(some.union(Area.everywhere).whole).toBe(true);
  expect(Area.union([])).toBe(Area.nowhere);
  expect(Area.everywhere.covers(some)).toBe(true);
  expect(some.covers(Area.everywhere)).toBe(false);
  expect([Area.everywhere.size, some.size, Area.nowhere.size]).toEqual([Infinity, 7, 0]);
});

test('a sibling whose number begins with the same digits lies outside', () => {
  const five = Area.subtree({ path: '/3/5/', leadsPath: '/3/5/' });
  expect(five.covers(Area.subtree({ path: '/3/50/', leadsPath: '/3/50/' }))).toBe(false);
  expect(five.ranges[0]).toMatchObject({ lo: '/3/5/', hi: '/3/50' });
});

test.each(['', '/', '3/5/', '/3/5'])('refuses the path %j', (path) =>
  expect(() => Area.subtree({ path, leadsPath: '/3/' })).toThrow('A path begins and ends with a slash'),
);
