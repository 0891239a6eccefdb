import { canonical, isWeighted, nodesOf, type SchemeNode, type SchemeTree } from '../engine';

/** Fields of nodes that can differ, in the order in which they are told. */
export const nodeFields = [
  'NAME',
  'KIND',
  'WEIGHT',
  'BONUS_ROOM',
  'FIGURE',
  'MAPPING',
  'ENTRY',
  'LEVELS',
  'COMMENT_WHEN_CUT',
  'SCORERS',
  'VOTERS',
  'OPTIONS',
  'EACH',
  'CAP',
  'CAPS_AT',
  'NOT_APPLICABLE',
  'TAGS',
] as const;
export const treeFields = ['ROUNDING', 'SCORERS', 'GRADES', 'TOP_SHARE', 'TIE_BREAKERS', 'EQUAL_AT_LIMIT'] as const;
export const moveFields = ['GROUP', 'ORDER'] as const;
export type NodeField = (typeof nodeFields)[number];
export type TreeField = (typeof treeFields)[number];
export type MoveField = (typeof moveFields)[number];

/** A node where it stands. */
export interface Placed {
  readonly node: SchemeNode;
  readonly path: string;
  /** key of its group; null: the root */
  readonly parent: string | null;
  /** from 1, among those of its group */
  readonly position: number;
}

/** What became of one node, or of the scheme as a whole. */
export type Difference =
  | { readonly kind: 'ADDED'; readonly after: Placed }
  | { readonly kind: 'REMOVED'; readonly before: Placed }
  | { readonly kind: 'MOVED'; readonly before: Placed; readonly after: Placed; readonly field: MoveField }
  | { readonly kind: 'CHANGED'; readonly before: Placed; readonly after: Placed; readonly fields: readonly NodeField[] }
  | { readonly kind: 'CHANGED'; readonly scheme: true; readonly fields: readonly TreeField[] };

/** What stands in a field of a node; undefined where its kind has no such field. */
export function nodeValue(node: SchemeNode, field: NodeField): unknown {
  switch (field) {
    case 'NAME':
      return node.name;
    case 'KIND':
      return node.kind;
    case 'WEIGHT':
      return isWeighted(node) ? node.weight : undefined;
    case 'BONUS_ROOM':
      return node.kind === 'GROUP' ? node.bonusRoom : undefined;
    case 'FIGURE':
      return 'figure' in node ? node.figure : undefined;
    case 'MAPPING':
      return node.kind === 'METRIC' ? node.mapping : undefined;
    case 'ENTRY':
      return node.kind === 'RUBRIC' ? node.entry : undefined;
    case 'LEVELS':
      return node.kind === 'RUBRIC' ? node.levels : undefined;
    case 'COMMENT_WHEN_CUT':
      return node.kind === 'RUBRIC' ? node.commentWhenCut : undefined;
    case 'SCORERS':
      return node.kind === 'RUBRIC' ? node.scorers : undefined;
    case 'VOTERS':
      return node.kind === 'BALLOT' ? node.groups : undefined;
    case 'OPTIONS':
      return node.kind === 'BALLOT' ? node.options : undefined;
    case 'EACH':
      return 'each' in node ? node.each : undefined;
    case 'CAP':
      return 'cap' in node ? node.cap : undefined;
    case 'CAPS_AT':
      return node.kind === 'VETO' ? node.capsAt : undefined;
    case 'NOT_APPLICABLE':
      return node.notApplicable?.length ? node.notApplicable : undefined;
    case 'TAGS':
      return node.tags?.length ? node.tags : undefined;
  }
}

export function treeValue(tree: SchemeTree, field: TreeField): unknown {
  const values: Readonly<Record<TreeField, unknown>> = {
    ROUNDING: tree.rounding,
    SCORERS: tree.scorers,
    GRADES: tree.grades,
    TOP_SHARE: tree.topShare,
    TIE_BREAKERS: tree.tieBreakers,
    EQUAL_AT_LIMIT: tree.equalAtLimit,
  };
  return values[field];
}

/**
 * What became of a scheme from one version to another: first of the whole, then node by node in the order of the tree, what is
 * gone last. Nodes are the same by their keys. Of a group that was put in another order the fewest nodes are told as moved.
 */
export function difference(from: SchemeTree, to: SchemeTree): Difference[] {
  const before = placed(from);
  const after = placed(to);
  const shifted = outOfOrder(before, after);
  const found: Difference[] = [];
  const ofScheme = treeFields.filter((field) => differs(treeValue(from, field), treeValue(to, field)));
  if (ofScheme.length > 0) found.push({ kind: 'CHANGED', scheme: true, fields: ofScheme });
  for (const [key, now] of after) {
    const was = before.get(key);
    if (!was) {
      found.push({ kind: 'ADDED', after: now });
      continue;
    }
    const fields = nodeFields.filter((field) => differs(nodeValue(was.node, field), nodeValue(now.node, field)));
    if (fields.length > 0) found.push({ kind: 'CHANGED', before: was, after: now, fields });
    const field = was.parent !== now.parent ? 'GROUP' : shifted.has(key) ? 'ORDER' : null;
    if (field) found.push({ kind: 'MOVED', before: was, after: now, field });
  }
  for (const [key, was] of before) if (!after.has(key)) found.push({ kind: 'REMOVED', before: was });
  return found;
}

const differs = (a: unknown, b: unknown): boolean => canonical(a ?? null) !== canonical(b ?? null);

/** By key; of a key that is there twice, which is a fault, the first. */
function placed(tree: SchemeTree): ReadonlyMap<string, Placed> {
  const all = new Map<string, Placed>();
  const parents = new Map<SchemeNode, { parent: string; position: number }>();
  for (const { node, path } of nodesOf(tree.root)) {
    if (node.kind === 'GROUP')
      node.children.forEach((child, i) => parents.set(child, { parent: node.key, position: i + 1 }));
    const at = parents.get(node) ?? { parent: null, position: 1 };
    if (!all.has(node.key)) all.set(node.key, { node, path, ...at });
  }
  return all;
}

/** Keys of those that stand elsewhere among the same siblings: all but the longest row of them that kept its order. */
function outOfOrder(before: ReadonlyMap<string, Placed>, after: ReadonlyMap<string, Placed>): ReadonlySet<string> {
  const groups = new Map<string, string[]>();
  for (const [key, { parent }] of after) {
    if (parent === null || before.get(key)?.parent !== parent) continue;
    groups.set(parent, [...(groups.get(parent) ?? []), key]);
  }
  const moved = new Set<string>();
  for (const keys of groups.values()) {
    const stayed = new Set(longestRising(keys, (key) => before.get(key)!.position));
    for (const key of keys) if (!stayed.has(key)) moved.add(key);
  }
  return moved;
}

function longestRising(keys: readonly string[], position: (key: string) => number): readonly string[] {
  const best: string[][] = [];
  for (const [i, key] of keys.entries()) {
    let longest: string[] = [];
    for (let j = 0; j < i; j++)
      if (position(keys[j]!) < position(key) && best[j]!.length > longest.length) longest = best[j]!;
    best.push([...longest, key]);
  }
  return best.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}
