/** Where in the tree something lies or is allowed. */

/** A node of the tree by its two paths, and how many nodes the range below it holds (an estimate will do). */
export interface Place {
  readonly path: string;
  readonly leadsPath: string;
  readonly size?: number;
}

/** All nodes whose `path` (or `leadsPath`) begins with that of `node`: lo <= value < hi. */
export interface Range {
  readonly by: 'path' | 'leads';
  readonly lo: string;
  readonly hi: string;
  /** nodes inside, for choosing a plan: an estimate will do */
  readonly size: number;
  readonly node: { readonly path: string; readonly leadsPath: string };
}

/**
 * A set of nodes of the tree: everything, or a union of ranges. No range lies inside another. Ranges of the same kind
 * are disjoint; two of different kinds may overlap partly (a subtree that begins inside a led area and reaches beyond
 * it), which no dropping can avoid.
 */
export class Area {
  private readonly kinds: { readonly path: readonly Range[]; readonly leads: readonly Range[] };

  private constructor(
    readonly ranges: readonly Range[],
    /** nothing lies outside */
    readonly whole: boolean,
  ) {
    this.kinds = { path: ranges.filter((r) => r.by === 'path'), leads: ranges.filter((r) => r.by === 'leads') };
  }

  static readonly nowhere = new Area([], false);
  static readonly everywhere = new Area([], true);

  /** The node and everything below it, across edges of all kinds. */
  static subtree(place: Place): Area {
    return new Area([range('path', place, place.size ?? 1)], false);
  }

  /** The node and what it leads: everything below it that is reached without crossing a GUIDES edge. */
  static led(place: Place): Area {
    return new Area([range('leads', place, place.size ?? 1)], false);
  }

  static union(areas: Iterable<Area>): Area {
    const list = [...areas];
    return list.some((a) => a.whole) ? Area.everywhere : Area.of(list.flatMap((a) => a.ranges));
  }

  private static of(ranges: readonly Range[]): Area {
    const outer = ranges.filter(
      (r, i) => !ranges.some((o, j) => i !== j && contains(o, r) && !(contains(r, o) && i < j)),
    );
    return outer.length ? new Area(outer, false) : Area.nowhere;
  }

  get empty(): boolean {
    return !this.whole && this.ranges.length === 0;
  }

  /** at most so many nodes */
  get size(): number {
    return this.whole ? Infinity : this.ranges.reduce((sum, r) => sum + r.size, 0);
  }

  by(kind: Range['by']): readonly Range[] {
    return this.kinds[kind];
  }

  union(other: Area): Area {
    return Area.union([this, other]);
  }

  /** Where the nodes below this area lie: a child of a led node need not be led. */
  acrossEdges(): Area {
    if (this.kinds.leads.length === 0) return this;
    return Area.of(this.ranges.map((r) => (r.by === 'path' ? r : range('path', r.node, r.size))));
  }

  /** Provably contains the other. False may also mean that the paths alone do not tell. */
  covers(other: Area): boolean {
    if (this === other || this.whole) return true;
    return !other.whole && other.ranges.every((r) => this.ranges.some((o) => contains(o, r)));
  }

  /** Exact, by the paths alone. */
  intersect(other: Area): Area {
    if (this.whole) return other;
    if (other.whole) return this;
    return Area.of(this.ranges.flatMap((a) => other.ranges.flatMap((b) => common(a, b) ?? [])));
  }
}

function range(by: Range['by'], node: Place, size: number): Range {
  const lo = by === 'path' ? node.path : node.leadsPath;
  for (const path of [node.path, node.leadsPath])
    if (!path.startsWith('/') || !path.endsWith('/') || path.length < 3)
      throw new TypeError(`A path begins and ends with a slash: ${path}`);
  // "0" follows "/" in the C collation: the first text that no longer begins with lo
  return { by, lo, hi: `${lo.slice(0, -1)}0`, size, node: { path: node.path, leadsPath: node.leadsPath } };
}

/** Provably: whether GUIDES edges lie below a node cannot be told from its paths. */
function contains(outer: Range, inner: Range): boolean {
  if (outer.by === 'path') return inner.node.path.startsWith(outer.lo);
  return inner.by === 'leads' && inner.lo.startsWith(outer.lo);
}

/** Nodes are nested or disjoint; a node below a led one is led too, or lies behind a GUIDES edge. */
function common(a: Range, b: Range): Range | undefined {
  if (a.by === b.by) return contains(a, b) ? b : contains(b, a) ? a : undefined;
  const [subtree, led] = a.by === 'path' ? [a, b] : [b, a];
  if (contains(subtree, led)) return led;
  return subtree.node.leadsPath.startsWith(led.lo)
    ? range('leads', subtree.node, Math.min(subtree.size, led.size))
    : undefined;
}
